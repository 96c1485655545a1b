package powergrid.gateway.server;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Files and directories that are their owner's alone. Where a file system has no POSIX permissions,
 * what it does by itself has to do.
 */
final class OwnerOnly {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.complementOf(
          EnumSet.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.OWNER_EXECUTE));

  private OwnerOnly() {}

  private static FileAttribute<?>[] mode(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /** A new directory of mode 0700 in the system's temporary one. */
  static Path temporaryDirectory() throws IOException {
    return Files.createTempDirectory("powergrid-gateway-", mode("rwx------"));
  }

  /** A directory of mode 0700, with what is missing above it. */
  static void createDirectories(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(directory, mode("rwx------"));
    }
  }

  /** A new file of mode 0600. */
  static void createFile(Path file) throws IOException {
    Files.createFile(file, mode("rw-------"));
  }

  /** Takes a socket's rights from all but its owner. */
  static void restrict(Path file) throws IOException {
    if (POSIX) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }

  /** Refuses a file that others may read or write. */
  static void requireFile(Path file, String what) throws IOException {
    require(file, what, "chmod 600 ");
  }

  /** Refuses a directory that others may enter. */
  static void requireDirectory(Path directory, String what) throws IOException {
    require(directory, what, "chmod 700 ");
  }

  private static void require(Path path, String what, String remedy) throws IOException {
    if (!POSIX) {
      return;
    }
    Set<PosixFilePermission> given = Files.getPosixFilePermissions(path);
    Set<PosixFilePermission> others = EnumSet.noneOf(PosixFilePermission.class);
    others.addAll(given);
    others.retainAll(OTHERS);
    if (!others.isEmpty()) {
      throw new IllegalArgumentException(
          what
              + " "
              + path
              + " is open to others ("
              + PosixFilePermissions.toString(given)
              + "); "
              + remedy
              + path);
    }
  }
}
