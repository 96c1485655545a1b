package powergrid.gateway.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import powergrid.gateway.session.Services;
import powergrid.gateway.wire.Wire;

/** Clients that keep silent where they should speak, on a clock of the test's own. */
class LateClientsTest {
  private static final byte[] END = {};

  /** A stream that waits for what a test gives it. */
  private static final class Pipe implements Wire {
    final BlockingQueue<byte[]> given = new LinkedBlockingQueue<>();
    final BlockingQueue<Integer> reads = new LinkedBlockingQueue<>();
    final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private boolean ended;

    @Override
    public int read(ByteBuffer into) {
      reads.add(into.position());
      try {
        byte[] next = ended ? END : given.take();
        ended |= next == END;
        into.put(next);
        return next == END ? -1 : next.length;
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void write(ByteBuffer from) {
      while (from.hasRemaining()) {
        written.write(from.get());
      }
    }

    @Override
    public void endInput() {
      given.add(END);
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }

  private final Pipe pipe = new Pipe();
  private final Connection connection =
      new Connection(pipe, Optional.empty(), new Services(null, null, null, Path.of("")), "0.1.0");
  private final Thread thread = new Thread(connection::serve, "served");
  private final long begin = System.nanoTime();

  @BeforeEach
  void serve() throws InterruptedException {
    thread.start();
    waitsForMore();
  }

  @AfterEach
  void end() throws InterruptedException {
    pipe.given.add(END);
    thread.join(20_000);
    assertFalse(thread.isAlive());
  }

  /** Waits until the connection waits. */
  private int waitsForMore() throws InterruptedException {
    Integer position = pipe.reads.poll(20, TimeUnit.SECONDS);
    assertTrue(position != null, "it reads");
    return position;
  }

  private void hurry(int seconds) {
    connection.hurry(begin + TimeUnit.SECONDS.toNanos(seconds));
  }

  private void greet() throws InterruptedException {
    byte[] hello = "{\"op\":\"hello\",\"protocol\":1}".getBytes(StandardCharsets.UTF_8);
    pipe.given.add(
        ByteBuffer.allocate(8 + hello.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(hello.length)
            .put((byte) 1)
            .position(8)
            .put(hello)
            .array());
    assertEquals(0, waitsForMore());
  }

  private String said() throws InterruptedException {
    thread.join(20_000);
    return pipe.written.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aHelloHasTenSeconds() throws Exception {
    hurry(9);
    assertTrue(pipe.given.isEmpty());
    hurry(11);
    assertTrue(said().contains("\"code\":\"bad-hello\",\"message\":\"no hello came within 10 s\""));
  }

  @Test
  void halfAHelloIsNone() throws Exception {
    pipe.given.add(new byte[] {4, 0});
    assertEquals(2, waitsForMore());
    hurry(11);
    assertTrue(said().contains("bad-hello"));
  }

  @Test
  void betweenFramesAClientMayThinkForAsLongAsItLikes() throws Exception {
    greet();
    hurry(100_000);
    assertTrue(pipe.given.isEmpty());
  }

  @Test
  void aFrameThatHasBegunHasThirtySecondsForItsNextByte() throws Exception {
    greet();
    pipe.given.add(new byte[] {4, 0, 0});
    assertEquals(3, waitsForMore());
    hurry(29);
    assertTrue(pipe.given.isEmpty());
    hurry(60);
    assertTrue(said().contains("\"bad-frame\",\"message\":\"a frame stopped half-way for 30 s\""));
  }

  @Test
  void whoWasRefusedAndStaysIsLeftAfterASecond() throws Exception {
    pipe.given.add(new byte[] {0, 0, 0, 0, 9, 0, 0, 0});
    waitsForMore();
    hurry(0);
    assertTrue(pipe.given.isEmpty());
    hurry(30);
    String said = said();
    assertTrue(said.contains("kind 9"), said);
    assertFalse(said.contains("no hello"), "told once");
  }
}
