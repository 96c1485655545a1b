package powergrid.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** Whether others than its owner can put plug-ins, which are trusted code, into a folder. */
final class SharedFolder {
  private SharedFolder() {}

  /**
   * The warning that a folder deserves. A group of the owner's own name is the private group that
   * many systems give each user, and no one else's.
   *
   * @return empty where only the owner can write, and where the file system cannot tell
   */
  static Optional<String> warning(Path folder) throws IOException {
    var view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
    if (view == null || !Files.isDirectory(folder)) {
      return Optional.empty();
    }
    PosixFileAttributes attributes = view.readAttributes();
    Set<PosixFilePermission> permissions = attributes.permissions();
    boolean byGroup =
        permissions.contains(PosixFilePermission.GROUP_WRITE)
            && !attributes.group().getName().equals(attributes.owner().getName());
    if (!byGroup && !permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
      return Optional.empty();
    }
    return Optional.of(
        folder
            + " can be written by others ("
            + PosixFilePermissions.toString(permissions)
            + "), who can so run code here; chmod go-w it");
  }
}
