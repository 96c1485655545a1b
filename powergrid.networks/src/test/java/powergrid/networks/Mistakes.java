package powergrid.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import powergrid.api.plugin.ConfigurationException;

/**
 * Files with mistakes, given to an importer.
 *
 * @param file where they are written
 * @param read the importer
 */
public record Mistakes(Path file, Consumer<Path> read) {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** What the importer says of a text; it must be of one line, name the file and come in time. */
  public String of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What the importer says of some bytes. */
  public String of(byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    ConfigurationException mistake =
        assertTimeoutPreemptively(
            LIMIT, () -> assertThrows(ConfigurationException.class, () -> read.accept(file)));
    assertEquals("path", mistake.path());
    String message = mistake.getMessage();
    assertTrue(message.startsWith(file.getFileName().toString()), message);
    assertFalse(message.contains("\n") || message.contains("Exception"), message);
    assertTrue(message.length() < 400, message);
    return message;
  }

  /** Cuts a file at a hundred places: what is left is refused with the line. */
  public void cut(byte[] whole) {
    for (int i = 0; i < 100; i++) {
      String message = of(Arrays.copyOf(whole, (int) ((long) whole.length * i / 100)));
      assertTrue(message.matches("[^:]+:\\d+: .+"), message);
    }
  }
}
