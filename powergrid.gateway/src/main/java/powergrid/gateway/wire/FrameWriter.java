package powergrid.gateway.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes frames. */
public final class FrameWriter {
  /** Room that is kept from frame to frame; what is longer gets room of its own. */
  private static final int KEPT = 64 * 1024;

  private final Wire wire;
  private final ByteBuffer kept =
      ByteBuffer.allocateDirect(Frames.HEADER + KEPT).order(ByteOrder.LITTLE_ENDIAN);

  /**
   * A writer.
   *
   * @param wire to write to
   */
  public FrameWriter(Wire wire) {
    this.wire = wire;
  }

  /**
   * Room for a frame, header written.
   *
   * @param kind of the frame
   * @param bytes of the payload
   * @return direct, its position behind the header
   */
  public static ByteBuffer frame(int kind, int bytes) {
    return header(ByteBuffer.allocateDirect(Frames.HEADER + bytes), kind, bytes);
  }

  private static ByteBuffer header(ByteBuffer frame, int kind, int bytes) {
    return frame
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(bytes)
        .put((byte) kind)
        .put((byte) 0)
        .putShort((short) 0);
  }

  /**
   * Writes a frame with a payload of its own.
   *
   * @param kind of the frame
   * @param payload all of it
   * @throws IOException if the stream breaks
   */
  public void write(int kind, byte[] payload) throws IOException {
    ByteBuffer frame =
        payload.length <= KEPT
            ? header(kept.clear(), kind, payload.length)
            : frame(kind, payload.length);
    wire.write(frame.put(payload).flip());
  }

  /**
   * Writes a frame that is kept and written again.
   *
   * @param frame from its header on, filled
   * @param flags what follows
   * @throws IOException if the stream breaks
   */
  public void write(ByteBuffer frame, int flags) throws IOException {
    frame.put(5, (byte) flags);
    wire.write(frame.clear());
  }
}
