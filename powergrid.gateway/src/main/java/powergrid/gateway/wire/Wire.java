package powergrid.gateway.wire;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A connected stream of bytes. One thread reads and writes; any may end its input or close it. */
public interface Wire extends Closeable {
  /**
   * Reads what there is, waiting for a byte at least.
   *
   * @param into has room
   * @return a count; −1 at the end of the stream
   * @throws IOException if the stream breaks
   */
  int read(ByteBuffer into) throws IOException;

  /**
   * Writes all of a buffer.
   *
   * @param from is empty afterwards
   * @throws IOException if the stream breaks
   */
  void write(ByteBuffer from) throws IOException;

  /**
   * Lets a reader, now or later, find the end of the stream; writing goes on.
   *
   * @throws IOException if the stream is broken
   */
  void endInput() throws IOException;
}
