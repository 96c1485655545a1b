package powergrid.experiment.report;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes an HTML page that is well-formed XML too. Whatever is given as text or as an attribute is
 * escaped; nothing else can be given, but scripts and styles of our own and drawings, of which
 * shapes and text are taken and nothing else.
 */
final class Page {
  /** What a drawing may consist of: nothing that runs, loads or links. */
  private static final Set<String> SHAPES =
      Set.of("svg", "g", "title", "line", "circle", "rect", "text", "path", "polyline", "polygon");

  private static final Set<String> LOOKS =
      Set.of(
          "width",
          "height",
          "viewBox",
          "x",
          "y",
          "x1",
          "y1",
          "x2",
          "y2",
          "cx",
          "cy",
          "r",
          "d",
          "points",
          "fill",
          "stroke",
          "stroke-width",
          "stroke-linecap",
          "stroke-dasharray",
          "font-family",
          "font-size",
          "text-anchor",
          "transform",
          "opacity");

  private static final String SVG = "http://www.w3.org/2000/svg";

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  Page() {
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeDTD("<!DOCTYPE html>");
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Begins an element; attributes are names and values in turn. */
  Page open(String name, String... attributes) {
    try {
      xml.writeStartElement(name);
      for (int i = 0; i < attributes.length; i += 2) {
        xml.writeAttribute(attributes[i], plain(attributes[i + 1]));
      }
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends the element that was begun last; never a short form, which HTML would not end. */
  Page close() {
    try {
      xml.writeCharacters("");
      xml.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  Page text(String words) {
    try {
      xml.writeCharacters(plain(words));
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An element with a text. */
  Page element(String name, String words, String... attributes) {
    return open(name, attributes).text(words).close();
  }

  /** An element that HTML knows to be empty. */
  Page empty(String name, String... attributes) {
    try {
      xml.writeEmptyElement(name);
      for (int i = 0; i < attributes.length; i += 2) {
        xml.writeAttribute(attributes[i], plain(attributes[i + 1]));
      }
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A script or style of our own, for HTML as it is, for XML in a section without markup. */
  Page code(String element, String code) {
    try {
      xml.writeStartElement(element);
      xml.writeCharacters("/*");
      xml.writeCData(unmarked(code));
      xml.writeCharacters("*/");
      xml.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What stands between the tags of a script that {@link #code} wrote. */
  static String between(String code) {
    return "/*<![CDATA[" + unmarked(code) + "]]>*/";
  }

  /** Ends its comment before the code and begins one after; the code ends no section. */
  private static String unmarked(String code) {
    return "*/\n" + code.replace("]]>", "]] >") + "\n/*";
  }

  /** JSON that scripts read. Within it, markup can only stand in texts, where it is spelt out. */
  Page json(String id, String json) {
    String spelt = json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e");
    return element("script", spelt, "id", id, "type", "application/json");
  }

  /**
   * A drawing: its shapes, looks and texts.
   *
   * @throws IllegalArgumentException if it is no SVG document
   */
  Page drawing(String svg) {
    XMLInputFactory input = XMLInputFactory.newDefaultFactory();
    input.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    input.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader in = input.createXMLStreamReader(new StringReader(svg));
      int depth = 0;
      int skipped = 0;
      while (in.hasNext()) {
        switch (in.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            if (skipped > 0 || !SHAPES.contains(in.getLocalName())) {
              skipped++;
            } else {
              copyStart(in, depth == 0);
              depth++;
            }
          }
          case XMLStreamConstants.END_ELEMENT -> {
            if (skipped > 0) {
              skipped--;
            } else {
              close();
              depth--;
            }
          }
          case XMLStreamConstants.CHARACTERS -> {
            if (skipped == 0 && depth > 0) {
              text(in.getText());
            }
          }
          default -> {
            // comments and the like
          }
        }
      }
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException("the drawing is no SVG document", e);
    }
  }

  private void copyStart(XMLStreamReader in, boolean root) throws XMLStreamException {
    xml.writeStartElement(in.getLocalName());
    if (root) {
      xml.writeDefaultNamespace(SVG);
      xml.writeAttribute("role", "img");
    }
    for (int i = 0; i < in.getAttributeCount(); i++) {
      String name = in.getAttributeLocalName(i);
      if (LOOKS.contains(name) && !in.getAttributeValue(i).contains("url(")) {
        xml.writeAttribute(name, in.getAttributeValue(i));
      }
    }
  }

  /** XML has no way to write most control characters. */
  private static String plain(String words) {
    StringBuilder plain = new StringBuilder(words.length());
    words
        .codePoints()
        .map(c -> c == '\t' || c == '\n' || (c >= ' ' && allowed(c)) ? c : 0xFFFD)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static boolean allowed(int c) {
    boolean lone = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return !lone && c != 0xFFFE && c != 0xFFFF;
  }

  String end() {
    try {
      xml.writeEndDocument();
      xml.close();
      return text.append('\n').toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }
}
