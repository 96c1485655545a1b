package powergrid.gateway.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes frames. */
public final class FrameWriter {
  private final Wire wire;

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
    ByteBuffer frame =
        ByteBuffer.allocateDirect(Frames.HEADER + bytes).order(ByteOrder.LITTLE_ENDIAN);
    return frame.putInt(bytes).put((byte) kind).put((byte) 0).putShort((short) 0);
  }

  /**
   * Writes a frame with a payload of its own.
   *
   * @param kind of the frame
   * @param payload all of it
   * @throws IOException if the stream breaks
   */
  public void write(int kind, byte[] payload) throws IOException {
    wire.write(frame(kind, payload.length).put(payload).flip());
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
