package powergrid.experiment.checkpoint;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import powergrid.api.learning.Tensors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The header of a safetensors file: what its arrays are and where, and notes.
 *
 * @param entries of the arrays, in order
 * @param notes without the checksum
 * @param checksum empty where there is none
 */
record Header(List<Entry> entries, Map<String, String> notes, String checksum) {
  /** The greatest header in bytes, that of the reference implementation. */
  static final int LIMIT = 100_000_000;

  static final String METADATA = "__metadata__";
  static final String BEFORE_CHECKSUM =
      "{\"" + METADATA + "\":{\"" + Safetensors.CHECKSUM + "\":\"";

  /** Numbers begin at a multiple of this, so that readers may map them into memory. */
  private static final int ALIGNMENT = 8;

  /**
   * Where an array is.
   *
   * @param name of the array
   * @param kind of its numbers
   * @param shape its dimensions; none for a single number
   * @param begin first byte of it, from the first of all numbers
   */
  record Entry(String name, Tensors.Kind kind, List<Integer> shape, int begin) {
    /** How many numbers; the shape has been checked to hold no more than a file may. */
    int count() {
      return (int) count(shape);
    }

    int bytes() {
      return count() * Numbers.size(kind);
    }

    /** Negative where that would be more than any file may hold. */
    static long count(List<Integer> shape) {
      if (shape.contains(0)) {
        return 0;
      }
      long count = 1;
      for (int dimension : shape) {
        count *= dimension;
        if (count > Safetensors.LIMIT) {
          return -1;
        }
      }
      return count;
    }
  }

  /** Wide numbers come first among the data, so that each array is aligned to its own. */
  static Header of(Tensors tensors) {
    List<String> names = new ArrayList<>();
    tensors.names().forEach(names::add);
    List<String> byWidth = new ArrayList<>(names);
    byWidth.sort(Comparator.comparing(name -> -Numbers.size(tensors.kind(name))));
    Map<String, Entry> placed = new HashMap<>();
    long at = 0;
    for (String name : byWidth) {
      List<Integer> shape = Arrays.stream(tensors.shape(name)).boxed().toList();
      Entry entry = new Entry(name, tensors.kind(name), shape, (int) at);
      placed.put(name, entry);
      long count = Entry.count(shape);
      at += count * Numbers.size(entry.kind());
      if (count < 0 || at > Safetensors.LIMIT) {
        throw new IllegalArgumentException(
            "arrays of more than " + Safetensors.LIMIT + " bytes are too much for a file");
      }
    }
    Map<String, String> notes = new LinkedHashMap<>(tensors.notes());
    return new Header(names.stream().map(placed::get).toList(), notes, "");
  }

  static Header parse(byte[] bytes, int offset, int length) throws Safetensors.Damaged {
    return HeaderReader.read(new String(bytes, offset, length, StandardCharsets.UTF_8));
  }

  /** Bytes of all arrays together. */
  int dataSize() {
    return entries.stream().mapToInt(entry -> entry.begin() + entry.bytes()).max().orElse(0);
  }

  /** As JSON, padded so that the numbers that follow are aligned. */
  String text(String seal) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeObjectPropertyStart(METADATA);
      json.writeStringProperty(Safetensors.CHECKSUM, seal);
      notes.forEach(json::writeStringProperty);
      json.writeEndObject();
      for (Entry entry : entries) {
        json.writeObjectPropertyStart(entry.name());
        json.writeStringProperty("dtype", Numbers.code(entry.kind()));
        array(json, "shape", entry.shape());
        array(json, "data_offsets", List.of(entry.begin(), entry.begin() + entry.bytes()));
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    int bytes = text.toString().getBytes(StandardCharsets.UTF_8).length;
    return text + " ".repeat(Math.floorMod(-bytes, ALIGNMENT));
  }

  private static void array(JsonGenerator json, String name, List<Integer> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeNumber);
    json.writeEndArray();
  }
}
