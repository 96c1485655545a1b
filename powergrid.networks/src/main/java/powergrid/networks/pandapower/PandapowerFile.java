package powergrid.networks.pandapower;

import java.util.LinkedHashMap;
import java.util.Map;
import powergrid.networks.balanced.DataFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A file as pandapower writes it: an object {@code _object} of tables and settings, in which each
 * table is an object that holds its cells in its own {@code _object}, as text that is JSON again.
 * Tables of results are passed over.
 */
final class PandapowerFile {
  private static final JsonFactory JSON = new JsonFactory();

  private final DataFile file;
  private final Map<String, Frame> frames = new LinkedHashMap<>();
  private String name = "";
  private double hz = 50;
  private boolean network;

  private PandapowerFile(DataFile file) {
    this.file = file;
  }

  /** Reads a file. */
  static PandapowerFile read(DataFile file) {
    PandapowerFile read = new PandapowerFile(file);
    byte[] bytes = file.read();
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes)) {
      try {
        read.document(json);
      } catch (JacksonException e) {
        throw file.error(line(json), "is no complete JSON here: " + e.getOriginalMessage());
      }
    }
    if (!read.network) {
      throw file.error(
          0, "holds no \"_class\": \"pandapowerNet\"; write it with pandapower.to_json");
    }
    return read;
  }

  private static int line(JsonParser json) {
    return Math.max(1, json.currentLocation().getLineNr());
  }

  private void document(JsonParser json) {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw file.error(line(json), "is no pandapower network: it does not begin with {");
    }
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = json.currentName();
      JsonToken value = json.nextToken();
      if (key.equals("_class")) {
        network = json.getString().equals("pandapowerNet");
      } else if (key.equals("_object") && value == JsonToken.START_OBJECT) {
        content(json);
      } else {
        json.skipChildren();
      }
    }
    if (json.nextToken() != null) {
      throw file.error(line(json), "goes on after its end");
    }
  }

  private void content(JsonParser json) {
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = json.currentName();
      JsonToken value = json.nextToken();
      if (key.equals("f_hz") && value.isNumeric()) {
        hz = json.getDoubleValue();
      } else if (key.equals("name") && value == JsonToken.VALUE_STRING) {
        name = json.getString();
      } else if (value == JsonToken.START_OBJECT && !key.startsWith("res_")) {
        table(key, json);
      } else {
        json.skipChildren();
      }
    }
  }

  private void table(String key, JsonParser json) {
    int line = line(json);
    Frame frame = null;
    boolean isFrame = false;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String part = json.currentName();
      JsonToken value = json.nextToken();
      if (part.equals("_class")) {
        isFrame = json.getString().equals("DataFrame");
      } else if (part.equals("_object") && value == JsonToken.START_OBJECT) {
        frame = new FrameReader(file, key, line).read(json);
      } else if (part.equals("_object") && value == JsonToken.VALUE_STRING) {
        frame = nested(key, line, json.getString());
      } else {
        json.skipChildren();
      }
    }
    if (isFrame && frame != null && frames.put(key, frame) != null) {
      throw file.error(line, "there are two tables named " + key);
    }
  }

  private Frame nested(String key, int line, String text) {
    if (!text.startsWith("{")) {
      return null;
    }
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
      json.nextToken();
      return new FrameReader(file, key, line).read(json);
    } catch (JacksonException e) {
      throw file.error(
          line, "the text of table " + key + " is no complete JSON: " + e.getOriginalMessage());
    }
  }

  /** Its tables by name, those of results apart. */
  Map<String, Frame> frames() {
    return frames;
  }

  /** A table; empty if there is none. */
  Frame frame(String key) {
    return frames.getOrDefault(key, Frame.NONE);
  }

  /** The network's name; empty if it has none. */
  String name() {
    return name;
  }

  /** Frequency, Hz. */
  double hz() {
    return hz;
  }
}
