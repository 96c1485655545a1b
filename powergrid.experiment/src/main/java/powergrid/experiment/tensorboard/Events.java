package powergrid.experiment.tensorboard;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The few protocol buffer messages that an event file is made of, by the field numbers of
 * TensorBoard's {@code event.proto} and {@code summary.proto}.
 */
final class Events {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH = 2;
  private static final int FIXED32 = 5;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private Events() {}

  /** What every event file begins with. */
  static byte[] version(double wallTime) {
    Events event = new Events();
    event.number(1, wallTime);
    event.bytes(3, "brain.Event:2".getBytes(StandardCharsets.UTF_8));
    return event.out.toByteArray();
  }

  /** Numbers at a step, by tag. */
  static byte[] scalars(double wallTime, long step, Map<String, Double> values) {
    Events summary = new Events();
    values.forEach(
        (tag, value) -> {
          Events one = new Events();
          one.bytes(1, tag.getBytes(StandardCharsets.UTF_8));
          one.number(2, value.floatValue());
          summary.bytes(1, one.out.toByteArray());
        });
    Events event = new Events();
    event.number(1, wallTime);
    event.key(2, VARINT);
    event.varint(step);
    event.bytes(5, summary.out.toByteArray());
    return event.out.toByteArray();
  }

  private void number(int field, double value) {
    key(field, FIXED64);
    out.writeBytes(
        ByteBuffer.allocate(Double.BYTES).order(ByteOrder.LITTLE_ENDIAN).putDouble(value).array());
  }

  private void number(int field, float value) {
    key(field, FIXED32);
    out.writeBytes(
        ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).array());
  }

  private void bytes(int field, byte[] value) {
    key(field, LENGTH);
    varint(value.length);
    out.writeBytes(value);
  }

  private void key(int field, int type) {
    varint((field << 3) | type);
  }

  /** Seven bits a byte, the lowest first; a higher bit says that more follow. */
  private void varint(long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
