package powergrid.gateway.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {
  /** A stream that has so many bytes at a time. */
  private static final class Bytes implements Wire {
    private final ByteBuffer bytes;
    private final int chunk;

    Bytes(byte[] bytes, int chunk) {
      this.bytes = ByteBuffer.wrap(bytes);
      this.chunk = chunk;
    }

    @Override
    public int read(ByteBuffer into) {
      int count = Math.min(Math.min(chunk, into.remaining()), bytes.remaining());
      if (!bytes.hasRemaining()) {
        return -1;
      }
      into.put(bytes.slice(bytes.position(), count));
      bytes.position(bytes.position() + count);
      return count;
    }

    @Override
    public void write(ByteBuffer from) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void endInput() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private FrameReaderTest frame(int kind, int flags, int reserved, byte... payload) {
    header(payload.length, kind, flags, reserved);
    bytes.writeBytes(payload);
    return this;
  }

  private FrameReaderTest header(int length, int kind, int flags, int reserved) {
    bytes.writeBytes(
        ByteBuffer.allocate(8)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(length)
            .put((byte) kind)
            .put((byte) flags)
            .putShort((short) reserved)
            .array());
    return this;
  }

  private FrameReader reader(int chunk) {
    return new FrameReader(new Bytes(bytes.toByteArray(), chunk));
  }

  private static byte[] floats(float... numbers) {
    ByteBuffer block = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    block.asFloatBuffer().put(numbers);
    return block.array();
  }

  private static Code refused(FrameReader reader) {
    return assertThrows(Refusal.class, reader::next).code();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7, 8, 9, 24, 1_000_000})
  void framesAreFoundHoweverTheirBytesCome(int chunk) throws Exception {
    byte[] text = "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    byte[] large = new byte[100_000];
    new Random(1).nextBytes(large);
    frame(1, 0, 0, text).frame(2, 1, 0, floats(1.5f, -2)).frame(1, 0, 0, large).frame(1, 0, 0);
    FrameReader reader = reader(chunk);
    reader.greeted();
    reader.expect(8);
    assertTrue(reader.next());
    assertEquals(Frames.CONTROL, reader.kind());
    assertArrayEquals(text, reader.bytes());
    assertTrue(reader.next());
    assertEquals(Frames.DATA, reader.kind());
    assertEquals(Frames.INFOS, reader.flags());
    float[] numbers = new float[2];
    reader.floats(numbers);
    assertArrayEquals(new float[] {1.5f, -2}, numbers);
    assertTrue(reader.next());
    assertArrayEquals(large, reader.bytes());
    assertTrue(reader.next());
    assertEquals(0, reader.bytes().length);
    assertEquals(0, reader.stalledSince());
    assertFalse(reader.next(), "the end between frames is an end");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 7, 8, 12, 19})
  void anEndWithinAFrameIsAMistake(int kept) {
    frame(1, 0, 0, new byte[12]);
    byte[] whole = bytes.toByteArray();
    FrameReader reader = new FrameReader(new Bytes(java.util.Arrays.copyOf(whole, kept), 100));
    assertEquals(Code.BAD_FRAME, refused(reader));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0", // no such kind
    "3, 0, 0",
    "255, 0, 0",
    "1, 1, 0", // control frames have no flags
    "1, 0, 1", // reserved
    "1, 0, -1",
    "2, 2, 0", // final blocks are the server's
    "2, 255, 0"
  })
  void headersThatMeanNothingAreRefused(int kind, int flags, int reserved) {
    FrameReader reader = header(4, kind, flags, reserved).reader(8);
    reader.greeted();
    assertEquals(Code.BAD_FRAME, refused(reader));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 65537, false",
    "1, 4194305, true",
    "1, -1, true", // 4 GiB less a byte
    "2, 268435457, true",
    "2, -2147483648, true"
  })
  void lengthsAboveTheLimitAreRefusedBeforeTheirBytesCome(int kind, int length, boolean greeted) {
    FrameReader reader = header(length, kind, 0, 0).reader(8);
    if (greeted) {
      reader.greeted();
    }
    assertEquals(Code.FRAME_TOO_LARGE, refused(reader));
  }

  @Test
  void noDataFrameComesBeforeTheHello() {
    assertEquals(Code.BAD_HELLO, refused(frame(2, 0, 0, floats(1)).reader(100)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 11, 64, 1_000_000})
  void aBlockOfAnotherLengthIsPassedOver(int chunk) throws Exception {
    frame(2, 0, 0, floats(1, 2, 3))
        .frame(2, 0, 0)
        .frame(2, 0, 0, new byte[70_000])
        .frame(2, 0, 0, floats(4, 5));
    FrameReader reader = reader(chunk);
    reader.greeted();
    assertEquals(Code.NOT_OPEN, refused(reader), "nothing is open");
    reader.expect(8);
    assertEquals(Code.BAD_SHAPE, refused(reader));
    assertEquals(Code.BAD_SHAPE, refused(reader));
    assertTrue(reader.next());
    float[] numbers = new float[2];
    reader.floats(numbers);
    assertArrayEquals(new float[] {4, 5}, numbers);
  }

  @Test
  void whoStopsWithinAFrameCanBeTold() throws Exception {
    long before = System.nanoTime();
    FrameReader[] reader = new FrameReader[1];
    long[] seen = new long[1];
    byte[] half = new byte[] {4, 0, 0};
    reader[0] =
        new FrameReader(
            new Wire() {
              private int reads;

              @Override
              public int read(ByteBuffer into) {
                seen[0] = reader[0].stalledSince();
                if (reads++ > 0) {
                  return -1;
                }
                into.put(half);
                return half.length;
              }

              @Override
              public void write(ByteBuffer from) {
                throw new UnsupportedOperationException();
              }

              @Override
              public void endInput() throws IOException {
                throw new IOException();
              }

              @Override
              public void close() {
                // Nothing is held.
              }
            });
    assertEquals(0, reader[0].stalledSince(), "between frames nobody is late");
    assertEquals(Code.BAD_FRAME, refused(reader[0]));
    assertTrue(seen[0] - before >= -1, "since the first bytes came");
    assertTrue(seen[0] != 0);
  }

  /** What comes at random is refused, or is a frame: nothing else, whatever it is. */
  @Test
  void anyBytesAreFramesOrRefused() throws Exception {
    Random random = new Random(2);
    for (int i = 0; i < 20_000; i++) {
      byte[] noise = new byte[random.nextInt(40)];
      random.nextBytes(noise);
      if (noise.length > 7 && random.nextBoolean()) {
        noise[1] = noise[2] = noise[3] = noise[5] = noise[6] = noise[7] = 0;
        noise[4] = (byte) (1 + random.nextInt(2));
      }
      FrameReader reader = new FrameReader(new Bytes(noise, 1 + random.nextInt(9)));
      reader.greeted();
      reader.expect(4);
      try {
        while (reader.next()) {
          assertTrue(reader.kind() == Frames.CONTROL || reader.bytes().length == 4);
        }
      } catch (Refusal e) {
        assertFalse(e.getMessage().isEmpty());
      }
    }
  }
}
