package powergrid.gateway.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import powergrid.gateway.wire.Code;
import powergrid.gateway.wire.Refusal;
import tools.jackson.core.JsonGenerator;

/** How a block is laid out: fields one after another, each aligned to the size of its type. */
final class Layout {
  /** Type of a field's numbers. */
  enum Type {
    FLOAT64(8),
    FLOAT32(4),
    BOOL(1),
    INT8(1);

    final int bytes;

    Type(int bytes) {
      this.bytes = bytes;
    }
  }

  /** A field: where it starts, and how many numbers it has along each axis. */
  record Field(String name, Type type, int offset, List<Integer> shape) {
    Field {
      shape = List.copyOf(shape);
    }

    int count() {
      return shape.stream().reduce(1, Math::multiplyExact);
    }
  }

  private final List<Field> fields = new ArrayList<>();
  private final long limit;
  private int bytes;

  /**
   * A layout without fields.
   *
   * @param limit most bytes that it may take
   */
  Layout(long limit) {
    this.limit = limit;
  }

  /** Adds a field. Types come from the widest to the narrowest, so that nothing lies between. */
  Layout plus(String name, Type type, Integer... shape) throws Refusal {
    assert bytes % type.bytes == 0 : name;
    long length = type.bytes;
    for (int size : shape) {
      length = Math.multiplyExact(length, size);
    }
    if (bytes + length > limit) {
      throw new Refusal(
          Code.BAD_REQUEST,
          name + " would take " + length + " bytes of at most " + limit + "; open fewer copies");
    }
    fields.add(new Field(name, type, bytes, List.of(shape)));
    bytes += (int) length;
    return this;
  }

  /** Length of the block. */
  int bytes() {
    return bytes;
  }

  List<Field> fields() {
    return fields;
  }

  Field field(String name) {
    return fields.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }

  void write(JsonGenerator json, String name) {
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("bytes", bytes);
    json.writeArrayPropertyStart("fields");
    for (Field field : fields) {
      json.writeStartObject();
      json.writeStringProperty("name", field.name());
      json.writeStringProperty("type", field.type().name().toLowerCase(Locale.ROOT));
      json.writeNumberProperty("offset", field.offset());
      json.writeArrayPropertyStart("shape");
      field.shape().forEach(json::writeNumber);
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
