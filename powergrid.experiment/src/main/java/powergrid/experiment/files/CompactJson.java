package powergrid.experiment.files;

import java.io.StringWriter;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.io.NumberOutput;
import tools.jackson.core.json.JsonFactory;

/** JSON for programs to read: on one line, numbers to a millionth. */
public final class CompactJson {
  private static final double MILLION = 1e6;

  /** Above this a double has no millionths. */
  private static final double LARGE = 1e9;

  private CompactJson() {}

  /**
   * An object as a text.
   *
   * @param content writes its properties
   * @return the text
   */
  public static String object(Consumer<JsonGenerator> content) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      content.accept(json);
      json.writeEndObject();
    }
    return text.toString();
  }

  /**
   * Writes a number as short as it may be.
   *
   * @param json where to
   * @param value to a millionth; what is not finite becomes null
   */
  public static void number(JsonGenerator json, double value) {
    if (!Double.isFinite(value)) {
      json.writeNull();
      return;
    }
    double brief = Math.abs(value) < LARGE ? Math.rint(value * MILLION) / MILLION + 0.0 : value;
    if (brief == Math.rint(brief) && Math.abs(brief) < LARGE) {
      json.writeNumber((long) brief);
    } else {
      json.writeNumber(NumberOutput.toString(brief, true));
    }
  }
}
