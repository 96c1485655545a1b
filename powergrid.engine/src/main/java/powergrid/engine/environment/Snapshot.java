package powergrid.engine.environment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import powergrid.api.random.RandomStream;
import powergrid.engine.world.World;

/**
 * A saved environment: magic number, fingerprint of scenario and plug-ins, seed and episode (from
 * which the series are drawn again), how the episode stands, the world's state, check sum.
 */
final class Snapshot {
  private static final int MAGIC = 0x50475331; // PGS1
  private static final int FINGERPRINT = 32;

  private final long seed;
  private final int episode;
  private final String reason;
  private final boolean byItself;
  private final byte[] state;

  private Snapshot(long seed, int episode, String reason, boolean byItself, byte[] state) {
    this.seed = seed;
    this.episode = episode;
    this.reason = reason;
    this.byItself = byItself;
    this.state = state;
  }

  static byte[] take(World world, Border border, byte[] fingerprint, long seed, int episode) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.write(fingerprint);
      out.writeLong(seed);
      out.writeInt(episode);
      out.writeUTF(border.reason());
      out.writeBoolean(border.byItself());
      world.save(out);
      CRC32 sum = new CRC32();
      sum.update(bytes.toByteArray());
      out.writeLong(sum.getValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Checks all of it before anything is changed. */
  static Snapshot open(byte[] snapshot, byte[] fingerprint) {
    int body = snapshot.length - Long.BYTES;
    if (body < Integer.BYTES + FINGERPRINT) {
      throw new IllegalArgumentException(
          "the snapshot is damaged: it has " + snapshot.length + " bytes");
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(snapshot))) {
      CRC32 sum = new CRC32();
      sum.update(snapshot, 0, body);
      long stored =
          new DataInputStream(new ByteArrayInputStream(snapshot, body, Long.BYTES)).readLong();
      if (in.readInt() != MAGIC || stored != sum.getValue()) {
        throw new IllegalArgumentException("the snapshot is damaged: its check sum is wrong");
      }
      if (!Arrays.equals(in.readNBytes(FINGERPRINT), fingerprint)) {
        throw new IllegalArgumentException(
            "the snapshot is of another scenario, of other days, or of other versions of its"
                + " plug-ins");
      }
      return new Snapshot(
          in.readLong(),
          in.readInt(),
          in.readUTF(),
          in.readBoolean(),
          in.readNBytes(in.available() - Long.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long seed() {
    return seed;
  }

  int episode() {
    return episode;
  }

  String reason() {
    return reason;
  }

  boolean byItself() {
    return byItself;
  }

  void restore(World world, RandomStream stream) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(state))) {
      world.restore(stream, in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
