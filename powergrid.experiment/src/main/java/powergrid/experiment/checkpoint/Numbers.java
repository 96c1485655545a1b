package powergrid.experiment.checkpoint;

import java.nio.ByteBuffer;
import powergrid.api.learning.Tensors;

/** Arrays as little-endian bytes. */
final class Numbers {
  private Numbers() {}

  /** What the format calls a kind. */
  static String code(Tensors.Kind kind) {
    return switch (kind) {
      case FLOAT -> "F32";
      case DOUBLE -> "F64";
      case LONG -> "I64";
      case BYTE -> "U8";
    };
  }

  /** Bytes of one number. */
  static int size(Tensors.Kind kind) {
    return switch (kind) {
      case FLOAT -> Float.BYTES;
      case DOUBLE -> Double.BYTES;
      case LONG -> Long.BYTES;
      case BYTE -> 1;
    };
  }

  /** Puts an array where the buffer stands. */
  static void put(Tensors tensors, String name, ByteBuffer into) {
    ByteBuffer at = into.slice().order(into.order());
    switch (tensors.kind(name)) {
      case FLOAT -> at.asFloatBuffer().put(tensors.floats(name));
      case DOUBLE -> at.asDoubleBuffer().put(tensors.doubles(name));
      case LONG -> at.asLongBuffer().put(tensors.longs(name));
      case BYTE -> at.put(tensors.bytes(name));
    }
  }

  /** Takes an array from where the buffer stands. */
  static void take(ByteBuffer from, Header.Entry entry, Tensors into) {
    ByteBuffer at = from.slice().order(from.order());
    int count = entry.count();
    // without dimensions it is a single number; ours are vectors at least
    int[] shape =
        entry.shape().isEmpty()
            ? new int[] {1}
            : entry.shape().stream().mapToInt(Integer::intValue).toArray();
    switch (entry.kind()) {
      case FLOAT -> {
        float[] data = new float[count];
        at.asFloatBuffer().get(data);
        into.put(entry.name(), data, shape);
      }
      case DOUBLE -> {
        double[] data = new double[count];
        at.asDoubleBuffer().get(data);
        into.put(entry.name(), data, shape);
      }
      case LONG -> {
        long[] data = new long[count];
        at.asLongBuffer().get(data);
        into.put(entry.name(), data, shape);
      }
      case BYTE -> {
        byte[] data = new byte[count];
        at.get(data);
        into.put(entry.name(), data, shape);
      }
    }
  }
}
