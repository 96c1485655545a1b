package powergrid.experiment;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A directory whose files appear whole: each is written beside its place and renamed into it, so
 * that whoever looks, even after a kill, finds the old text or the new one.
 */
final class RunDirectory {
  /** The scenario without the defaults. */
  static final String WRITTEN = "as-written.yaml";

  private final Path path;

  private RunDirectory(Path path) {
    this.path = path;
  }

  /**
   * Makes a new directory, and those above it.
   *
   * @param path must not exist
   * @return the directory, empty
   * @throws IOException that says in a sentence why it cannot be made
   */
  static RunDirectory create(Path path) throws IOException {
    try {
      Path parent = path.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.createDirectory(path);
      return new RunDirectory(path);
    } catch (FileAlreadyExistsException e) {
      throw new IOException(
          path.toString().equals(e.getFile())
              ? path + " exists already; name a directory that does not"
              : path + " cannot be created: " + e.getFile() + " is a file",
          e);
    } catch (AccessDeniedException e) {
      throw new IOException(
          path + " cannot be created: no permission to write to " + e.getFile(), e);
    } catch (NoSuchFileException e) {
      throw new IOException(
          path + " cannot be created: " + e.getFile() + " does not exist and cannot be made", e);
    } catch (FileSystemException e) {
      String reason = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
      throw new IOException(path + " cannot be created: " + e.getFile() + ": " + reason, e);
    }
  }

  /**
   * Opens one that is there.
   *
   * @param path of the directory
   * @return the directory
   * @throws IOException if it is none of an experiment
   */
  static RunDirectory open(Path path) throws IOException {
    if (!Files.isRegularFile(path.resolve(WRITTEN))
        || !Files.isRegularFile(path.resolve("manifest.json"))) {
      throw new IOException(
          path + " is no run directory: it has no " + WRITTEN + " and manifest.json");
    }
    return new RunDirectory(path);
  }

  /**
   * Reads a file.
   *
   * @param name of the file
   * @return all of it; empty if there is none
   * @throws IOException that names the file if it cannot be read
   */
  Optional<String> read(String name) throws IOException {
    Path file = path.resolve(name);
    try {
      return Files.exists(file)
          ? Optional.of(Files.readString(file, StandardCharsets.UTF_8))
          : Optional.empty();
    } catch (IOException e) {
      throw new IOException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Keeps other processes from working on the same experiment, as long as this one lives.
   *
   * @return to be closed in the end
   * @throws IOException if another process is at it
   */
  Closeable lock() throws IOException {
    FileChannel channel =
        FileChannel.open(
            path.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null; // this process itself is at it
    }
    if (lock == null) {
      channel.close();
      throw new IOException(path + " is being run at present; wait, or end that run first");
    }
    return () -> {
      channel.close();
      Files.deleteIfExists(path.resolve(".lock"));
    };
  }

  /**
   * Writes a file, in place of an older one.
   *
   * @param name of the file
   * @param text all of it
   * @throws IOException that names the file if it cannot be written; an older one is still there
   *     then
   */
  void write(String name, String text) throws IOException {
    Path file = path.resolve(name);
    Path beside = path.resolve("." + name + ".part");
    try {
      Files.write(beside, text.getBytes(StandardCharsets.UTF_8));
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      try {
        Files.deleteIfExists(beside);
      } catch (IOException left) {
        e.addSuppressed(left);
      }
      throw new IOException(file + " cannot be written: " + e.getMessage(), e);
    }
  }
}
