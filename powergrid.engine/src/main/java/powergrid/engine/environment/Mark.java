package powergrid.engine.environment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import powergrid.engine.world.World;

/** A moment that the same episode goes back to; cheaper than a {@link Snapshot}, kept nowhere. */
final class Mark {
  private static final class Bytes extends ByteArrayOutputStream {
    DataInputStream read() {
      return new DataInputStream(new ByteArrayInputStream(buf, 0, count));
    }
  }

  private final Bytes bytes = new Bytes();
  private final DataOutputStream out = new DataOutputStream(bytes);

  void take(World world) {
    bytes.reset();
    try {
      world.save(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void rewind(World world) {
    try (DataInputStream in = bytes.read()) {
      world.rewind(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
