package powergrid.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedFolderTest {
  @TempDir Path folder;

  @BeforeEach
  void needsPermissions() {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
  }

  @Test
  void aFolderThatOthersCanWriteIsNamedWithTheRemedy() throws IOException {
    permit("rwxr-xrwx");
    assertEquals(
        Optional.of(
            folder
                + " can be written by others (rwxr-xrwx), who can so run code here; chmod go-w"
                + " it"),
        SharedFolder.warning(folder));
  }

  @Test
  void aFolderThatOthersCanOnlyReadIsFine() throws IOException {
    permit("rwxr-xr-x");
    assertTrue(SharedFolder.warning(folder).isEmpty());
  }

  @Test
  void aMissingFolderIsFine() throws IOException {
    assertTrue(SharedFolder.warning(folder.resolve("none")).isEmpty());
  }

  private void permit(String permissions) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
  }
}
