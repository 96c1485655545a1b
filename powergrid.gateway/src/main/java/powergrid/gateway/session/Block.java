package powergrid.gateway.session;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import powergrid.gateway.wire.FrameWriter;
import powergrid.gateway.wire.Frames;

/** A frame with a block, filled anew for every step. Filling it allocates nothing. */
final class Block {
  private final Layout layout;
  private final ByteBuffer frame;

  Block(Layout layout) {
    this.layout = layout;
    frame = FrameWriter.frame(Frames.DATA, layout.bytes());
  }

  /** The frame, header included, to be written. */
  ByteBuffer frame() {
    return frame;
  }

  private ByteBuffer part(String name, Layout.Type type) {
    Layout.Field field = layout.field(name);
    assert field.type() == type : name + " is " + field.type();
    return frame
        .slice(Frames.HEADER + field.offset(), field.count() * type.bytes)
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  DoubleBuffer doubles(String name) {
    return part(name, Layout.Type.FLOAT64).asDoubleBuffer();
  }

  FloatBuffer floats(String name) {
    return part(name, Layout.Type.FLOAT32).asFloatBuffer();
  }

  ByteBuffer flags(String name) {
    return part(name, Layout.Type.BOOL);
  }

  ByteBuffer bytes(String name) {
    return part(name, Layout.Type.INT8);
  }

  static void put(boolean[] from, ByteBuffer into) {
    for (int i = 0; i < from.length; i++) {
      into.put(i, (byte) (from[i] ? 1 : 0));
    }
  }

  static void fill(boolean with, ByteBuffer into) {
    for (int i = 0; i < into.capacity(); i++) {
      into.put(i, (byte) (with ? 1 : 0));
    }
  }
}
