package powergrid.experiment.checkpoint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import powergrid.api.learning.Tensors;
import powergrid.experiment.checkpoint.Safetensors.Damaged;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads headers, and believes nothing that they say. */
final class HeaderReader {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final JsonParser json;
  private final List<Header.Entry> entries = new ArrayList<>();
  private final Map<String, String> notes = new LinkedHashMap<>();

  private HeaderReader(JsonParser json) {
    this.json = json;
  }

  static Header read(String text) throws Damaged {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
      HeaderReader reader = new HeaderReader(json);
      reader.all();
      String checksum = Optional.ofNullable(reader.notes.remove(Safetensors.CHECKSUM)).orElse("");
      Header header = new Header(List.copyOf(reader.entries), reader.notes, checksum);
      withoutGaps(header);
      return header;
    } catch (JacksonException e) {
      throw new Damaged("is damaged: its header is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private void all() throws Damaged {
    expect(json.nextToken() == JsonToken.START_OBJECT, "its header is no object");
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      expect(json.nextToken() == JsonToken.START_OBJECT, name + " is no object");
      if (name.equals(Header.METADATA)) {
        metadata();
      } else {
        entry(name);
      }
    }
    expect(json.nextToken() == null, "its header does not end where it should");
  }

  private void metadata() throws Damaged {
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      expect(json.nextToken() == JsonToken.VALUE_STRING, "the note " + name + " is no text");
      notes.put(name, json.getString());
    }
  }

  private void entry(String name) throws Damaged {
    String code = "";
    List<Integer> shape = null;
    List<Integer> offsets = null;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "dtype" -> {
          expect(json.currentToken() == JsonToken.VALUE_STRING, name + " has no type");
          code = json.getString();
        }
        case "shape" -> shape = integers(name);
        case "data_offsets" -> offsets = integers(name);
        default -> throw new Damaged("is damaged: " + name + " has an unknown field " + field);
      }
    }
    String known = code;
    Tensors.Kind kind =
        Stream.of(Tensors.Kind.values())
            .filter(k -> Numbers.code(k).equals(known))
            .findFirst()
            .orElseThrow(
                () ->
                    new Damaged(
                        "has the array "
                            + name
                            + " of type '"
                            + known
                            + "'; only F32, F64, I64 and U8 can be read"));
    expect(shape != null, name + " has no shape");
    long bytes = Header.Entry.count(shape) * Numbers.size(kind);
    expect(
        offsets != null
            && offsets.size() == 2
            && bytes >= 0
            && offsets.get(1) - offsets.get(0) == bytes,
        name + " has another place than its shape asks for");
    entries.add(new Header.Entry(name, kind, shape, offsets.get(0)));
  }

  private List<Integer> integers(String name) throws Damaged {
    expect(
        json.currentToken() == JsonToken.START_ARRAY,
        name + " has a shape or place that is no list");
    List<Integer> values = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      boolean whole =
          json.currentToken() == JsonToken.VALUE_NUMBER_INT
              && json.getNumberType() == JsonParser.NumberType.INT
              && json.getIntValue() >= 0;
      expect(whole, name + " has a shape or place that is no list of sizes");
      values.add(json.getIntValue());
    }
    return List.copyOf(values);
  }

  /** Arrays follow each other, from the first byte on. */
  private static void withoutGaps(Header header) throws Damaged {
    long end = 0;
    for (Header.Entry entry :
        header.entries().stream()
            .sorted(Comparator.comparingInt(Header.Entry::begin).thenComparing(Header.Entry::bytes))
            .toList()) {
      expect(entry.begin() == end, entry.name() + " does not follow the array before it");
      end += entry.bytes();
    }
  }

  private static void expect(boolean fine, String otherwise) throws Damaged {
    if (!fine) {
      throw new Damaged("is damaged: " + otherwise);
    }
  }
}
