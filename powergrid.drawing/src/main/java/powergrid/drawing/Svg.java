package powergrid.drawing;

import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an SVG document, an element a call. Coordinates in pixels, to two decimals. */
final class Svg {
  /** Where a text is anchored. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  Svg(double width, double height, String title) {
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartElement("svg");
      xml.writeDefaultNamespace("http://www.w3.org/2000/svg");
      attribute("width", number(width));
      attribute("height", number(height));
      attribute("viewBox", "0 0 " + number(width) + " " + number(height));
      attribute("font-family", "sans-serif");
      xml.writeStartElement("title");
      xml.writeCharacters(title);
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    rectangle(0, 0, width, height, "#ffffff", "none");
  }

  void line(double x1, double y1, double x2, double y2, String colour, double width) {
    line(x1, y1, x2, y2, colour, width, "");
  }

  void line(double x1, double y1, double x2, double y2, String colour, double width, String dash) {
    element(
        "line",
        "x1",
        number(x1),
        "y1",
        number(y1),
        "x2",
        number(x2),
        "y2",
        number(y2),
        "stroke",
        colour,
        "stroke-width",
        number(width),
        "stroke-linecap",
        "round",
        "stroke-dasharray",
        dash.isEmpty() ? "none" : dash);
  }

  void circle(double x, double y, double radius, String fill, String stroke) {
    element(
        "circle",
        "cx",
        number(x),
        "cy",
        number(y),
        "r",
        number(radius),
        "fill",
        fill,
        "stroke",
        stroke,
        "stroke-width",
        "1");
  }

  /** A circle that says something where a pointer rests on it. */
  void circle(double x, double y, double radius, String fill, String stroke, String tip) {
    try {
      xml.writeStartElement("g");
      xml.writeStartElement("title");
      xml.writeCharacters(tip);
      xml.writeEndElement();
      circle(x, y, radius, fill, stroke);
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  void rectangle(double x, double y, double width, double height, String fill, String stroke) {
    element(
        "rect",
        "x",
        number(x),
        "y",
        number(y),
        "width",
        number(width),
        "height",
        number(height),
        "fill",
        fill,
        "stroke",
        stroke);
  }

  void text(double x, double y, double size, Anchor anchor, String colour, String words) {
    try {
      xml.writeStartElement("text");
      attribute("x", number(x));
      attribute("y", number(y));
      attribute("font-size", number(size));
      attribute("text-anchor", anchor.name().toLowerCase(Locale.ROOT));
      attribute("fill", colour);
      xml.writeCharacters(words);
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private void element(String name, String... attributes) {
    try {
      xml.writeEmptyElement(name);
      for (int i = 0; i < attributes.length; i += 2) {
        attribute(attributes[i], attributes[i + 1]);
      }
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, value);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  /** Ends the document and gives it out. */
  String end() {
    try {
      xml.writeEndElement();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text.append('\n').toString();
  }
}
