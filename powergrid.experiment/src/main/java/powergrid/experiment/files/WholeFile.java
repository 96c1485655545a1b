package powergrid.experiment.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes files that survive a power cut whole: beside their place, forced to the disk, renamed, and
 * the renaming forced too.
 */
public final class WholeFile {
  private WholeFile() {}

  /**
   * Writes a file, in place of an older one.
   *
   * @param file its place, in a folder that exists
   * @param parts of it, in order
   * @throws IOException that names the file if it cannot be written; an older one is still there
   *     then
   */
  public static void write(Path file, ByteBuffer... parts) throws IOException {
    Path beside = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      try (FileChannel channel =
          FileChannel.open(
              beside,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        for (ByteBuffer part : parts) {
          while (part.hasRemaining()) {
            channel.write(part);
          }
        }
        channel.force(true);
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      forceRenaming(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      remove(beside, e);
      throw new IOException(file + " cannot be written: " + e.getMessage(), e);
    }
  }

  private static void remove(Path beside, IOException reason) {
    try {
      Files.deleteIfExists(beside);
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  /** A directory can be opened and forced on POSIX; where it cannot, renaming is left as it is. */
  private static void forceRenaming(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows opens no directories, and keeps what it renames in its journal
    }
  }
}
