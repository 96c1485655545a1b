package powergrid.gateway.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * Reads frames, one after another. The buffer holds one whole frame from its start, so that a view
 * of the payload as numbers is made once; it grows no further than a frame may be long, after the
 * header was found sound. Allocates nothing once it has grown.
 */
public final class FrameReader {
  private static final int INITIAL = 16 * 1024;

  private final Wire wire;
  private ByteBuffer in = ByteBuffer.allocateDirect(INITIAL).order(ByteOrder.LITTLE_ENDIAN);
  private FloatBuffer numbers = numbers(in);

  /** Bytes of the frame last read, header included; what lies behind them is the next one's. */
  private int taken;

  private int controlLimit = Frames.FIRST_CONTROL;
  private int block;
  private boolean blocks;
  private volatile long stalledSince;

  /**
   * A reader.
   *
   * @param wire to read from
   */
  public FrameReader(Wire wire) {
    this.wire = wire;
  }

  private static FloatBuffer numbers(ByteBuffer of) {
    return of.duplicate()
        .order(ByteOrder.LITTLE_ENDIAN)
        .position(Frames.HEADER)
        .slice()
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer();
  }

  /** Takes longer control frames from now on, and data frames. */
  public void greeted() {
    controlLimit = Frames.MAX_CONTROL;
    blocks = true;
  }

  /**
   * Says how long data frames are from now on.
   *
   * @param bytes 0 where none is expected
   */
  public void expect(int bytes) {
    block = bytes;
  }

  /**
   * Since when the stream has been silent within a frame.
   *
   * @return as {@link System#nanoTime}; 0 while no frame has begun
   */
  public long stalledSince() {
    return stalledSince;
  }

  /**
   * Reads a frame, waiting for it.
   *
   * @return false at the end of the stream, between frames
   * @throws Refusal if it is none, too long, or a block of another size; in the last case it has
   *     been skipped and what follows can be read
   * @throws IOException if the stream breaks
   */
  public boolean next() throws IOException, Refusal {
    in.flip().position(taken);
    in.compact();
    taken = 0;
    if (!fill(Frames.HEADER)) {
      return false;
    }
    long length = Integer.toUnsignedLong(in.getInt(0));
    check(length);
    if (kind() == Frames.DATA && length != block) {
      skip(length);
      throw new Refusal(
          block == 0 ? Code.NOT_OPEN : Code.BAD_SHAPE,
          block == 0
              ? "a data frame of " + length + " bytes before open; say open first"
              : "a data frame of " + length + " bytes; a step takes " + block);
    }
    int whole = Frames.HEADER + (int) length;
    if (whole > in.capacity()) {
      ByteBuffer larger = ByteBuffer.allocateDirect(whole).order(ByteOrder.LITTLE_ENDIAN);
      in = larger.put(in.flip());
      numbers = numbers(in);
    }
    fill(whole);
    taken = whole;
    stalledSince = 0;
    return true;
  }

  private void check(long length) throws Refusal {
    int kind = kind();
    if (kind != Frames.CONTROL && kind != Frames.DATA) {
      throw new Refusal(
          Code.BAD_FRAME, "a frame of kind " + kind + "; there are 1, control, and 2, data");
    }
    if (kind == Frames.DATA && !blocks) {
      throw new Refusal(Code.BAD_HELLO, "the first frame is a data frame; say hello first");
    }
    int allowed = kind == Frames.DATA ? Frames.INFOS : 0;
    if ((flags() & ~allowed) != 0 || in.getShort(6) != 0) {
      throw new Refusal(
          Code.BAD_FRAME,
          "flags "
              + flags()
              + " and reserved "
              + in.getShort(6)
              + "; only a step's bit 0 may be"
              + " set");
    }
    long limit = kind == Frames.DATA ? Frames.MAX_DATA : controlLimit;
    if (length > limit) {
      throw new Refusal(
          Code.FRAME_TOO_LARGE, "a frame of " + length + " bytes; at most " + limit + " are read");
    }
  }

  /**
   * Reads until there are so many bytes.
   *
   * @return false if the stream ends before the first one
   */
  private boolean fill(int bytes) throws IOException, Refusal {
    while (in.position() < bytes) {
      if (in.position() > 0) {
        stalledSince = System.nanoTime() | 1;
      }
      if (wire.read(in) < 0) {
        if (in.position() == 0) {
          return false;
        }
        throw broken();
      }
    }
    return true;
  }

  private Refusal broken() {
    return new Refusal(
        Code.BAD_FRAME, "the stream stops after " + in.position() + " bytes of a frame");
  }

  /** Passes over a payload without keeping it; what is read of the next frame stays. */
  private void skip(long length) throws IOException, Refusal {
    long left = length - (in.position() - Frames.HEADER);
    while (left > 0) {
      in.clear().limit((int) Math.min(left, in.capacity()));
      stalledSince = System.nanoTime() | 1;
      int count = wire.read(in);
      if (count < 0) {
        throw broken();
      }
      left -= count;
    }
    if (left < 0) {
      int behind = (int) -left;
      in.flip().position(in.limit() - behind);
      in.compact();
    } else {
      in.clear();
    }
    stalledSince = 0;
  }

  /**
   * The frame's kind.
   *
   * @return {@link Frames#CONTROL} or {@link Frames#DATA}
   */
  public int kind() {
    return in.get(4);
  }

  /**
   * The frame's flags.
   *
   * @return bits
   */
  public int flags() {
    return in.get(5) & 0xff;
  }

  /**
   * The payload's numbers.
   *
   * @param into filled from its start to its end
   */
  public void floats(float[] into) {
    numbers.position(0);
    numbers.get(into);
  }

  /**
   * The payload's bytes.
   *
   * @return a copy
   */
  public byte[] bytes() {
    byte[] bytes = new byte[taken - Frames.HEADER];
    in.get(Frames.HEADER, bytes);
    return bytes;
  }
}
