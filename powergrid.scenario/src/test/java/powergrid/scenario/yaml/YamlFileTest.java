package powergrid.scenario.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import powergrid.api.scenario.ScenarioException;

class YamlFileTest {
  @TempDir private Path folder;

  @Test
  void aTextIsReadAsUtf8() throws IOException {
    Path file = Files.writeString(folder.resolve("s.yaml"), "name: größe\n");
    assertEquals("name: größe\n", YamlFile.read(file));
  }

  @Test
  void aFileOf100MegabytesIsRefusedWithoutReadingIt() throws IOException {
    Path file = folder.resolve("large.yaml");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(100L << 20);
    }
    assertTimeout(
        Duration.ofSeconds(1),
        () -> assertMistake(file, ": is 100 MB; a scenario is at most 10 MB"));
  }

  @Test
  void aFileJustTooLargeDoesNotLookAsIfItFit() throws IOException {
    Path file = folder.resolve("large.yaml");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength((10L << 20) + 1);
    }
    assertMistake(file, ": is 10.1 MB; a scenario is at most 10 MB");
  }

  @Test
  void aDeviceWithoutASizeOrAnEndIsRefused() {
    Path zero = Path.of("/dev/zero");
    assumeTrue(Files.exists(zero), "no /dev/zero here");
    assertMistake(zero, ": is larger than 10 MB; a scenario is at most 10 MB");
  }

  @Test
  void whatIsNoReadableFileIsToldApart() throws IOException {
    assertMistake(folder, ": is a directory; a scenario is a YAML file");
    assertMistake(folder.resolve("none.yaml"), ": does not exist; check the path");
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertMistake(file.resolve("below"), ": cannot be read: Not a directory");
  }

  @Test
  void aFileWithoutPermissionIsToldSo() throws IOException {
    Path file = Files.writeString(folder.resolve("secret.yaml"), "x");
    assumeTrue(
        Files.getFileStore(file).supportsFileAttributeView("posix"), "no POSIX permissions here");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(file), "this user may read everything");
    assertMistake(file, ": cannot be read: permission denied; check its permissions");
  }

  @Test
  void whatIsNotUtf8IsToldWithItsPlace() throws IOException {
    Path latin = folder.resolve("latin.yaml");
    Files.write(latin, "a: 1\nb: größe\n".getBytes(StandardCharsets.ISO_8859_1));
    assertMistake(latin, ":2:6: byte 0xF6 is not UTF-8; a scenario is a text file in UTF-8");
    Path jar = Files.write(folder.resolve("x.gz"), new byte[] {0x1F, (byte) 0x8B, 8, 0});
    assertMistake(jar, ":1:2: byte 0x8B is not UTF-8; a scenario is a text file in UTF-8");
    Path cut = Files.write(folder.resolve("cut"), new byte[] {'a', (byte) 0xC3});
    assertMistake(cut, ":1:2: byte 0xC3 is not UTF-8; a scenario is a text file in UTF-8");
  }

  private static void assertMistake(Path file, String message) {
    ScenarioException e = assertThrows(ScenarioException.class, () -> YamlFile.read(file));
    assertEquals(file + message, e.getMessage());
  }
}
