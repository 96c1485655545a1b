package powergrid.experiment;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The texts at the top level of a manifest: what resuming goes by. */
record RecordedFacts(Map<String, String> texts) {
  static RecordedFacts of(String manifest) throws IOException {
    Map<String, String> texts = new HashMap<>();
    try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), manifest)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("manifest.json is no JSON object");
      }
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = json.currentName();
        if (json.nextToken() == JsonToken.VALUE_STRING) {
          texts.put(name, json.getString());
        } else {
          json.skipChildren();
        }
      }
    } catch (JacksonException e) {
      throw new IOException("manifest.json is damaged: " + e.getOriginalMessage(), e);
    }
    return new RecordedFacts(texts);
  }

  /** A text; empty where there is none. */
  String text(String name) {
    return texts.getOrDefault(name, "");
  }
}
