package powergrid.gateway.json;

import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import powergrid.gateway.wire.Code;
import powergrid.gateway.wire.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** JSON as text and as a tree of maps, lists, strings, numbers, booleans and null. */
public final class Json {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private Json() {}

  /**
   * Reads an object.
   *
   * @param utf8 its text
   * @return by name, in order
   * @throws Refusal if it is no JSON, or no object
   */
  public static Map<String, Object> object(byte[] utf8) throws Refusal {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), utf8)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new Refusal(Code.BAD_REQUEST, "a control frame is a JSON object, {\"op\": …}");
      }
      Map<String, Object> object = fields(json);
      if (json.nextToken() != null) {
        throw new Refusal(Code.BAD_REQUEST, "a control frame has one JSON object, not more");
      }
      return object;
    } catch (JacksonException e) {
      throw new Refusal(Code.BAD_REQUEST, "no JSON: " + e.getOriginalMessage(), List.of(), e);
    }
  }

  private static Map<String, Object> fields(JsonParser json) {
    Map<String, Object> object = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      json.nextToken();
      object.put(name, value(json));
    }
    return object;
  }

  private static Object value(JsonParser json) {
    return switch (json.currentToken()) {
      case START_OBJECT -> fields(json);
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(json));
        }
        yield list;
      }
      case VALUE_STRING -> json.getString();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getNumberValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  /**
   * Writes an object.
   *
   * @param content writes its properties
   * @return in UTF-8
   */
  public static byte[] bytes(Consumer<JsonGenerator> content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      content.accept(json);
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  /**
   * A tree as a text, which is YAML too.
   *
   * @param value as {@link #object} reads it
   * @return on one line
   */
  public static String text(Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      write(json, value);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, Object value) {
    if (value instanceof Map<?, ?> object) {
      json.writeStartObject();
      object.forEach(
          (name, field) -> {
            json.writeName((String) name);
            write(json, field);
          });
      json.writeEndObject();
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      list.forEach(item -> write(json, item));
      json.writeEndArray();
    } else if (value instanceof String string) {
      json.writeString(string);
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof Number number) {
      json.writeNumber(number.toString());
    } else {
      json.writeNull();
    }
  }

  /**
   * Writes a number, for which JSON has no word if it is not finite.
   *
   * @param json where to
   * @param name of the property
   * @param value null in JSON unless finite
   */
  public static void number(JsonGenerator json, String name, double value) {
    json.writeName(name);
    number(json, value);
  }

  /**
   * Writes an item of a list.
   *
   * @param json where to
   * @param value null in JSON unless finite
   */
  public static void number(JsonGenerator json, double value) {
    if (Double.isFinite(value)) {
      json.writeNumber(value);
    } else {
      json.writeNull();
    }
  }
}
