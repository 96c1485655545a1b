package powergrid.gateway.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** What clients must show: 256 bits as 64 hexadecimal digits. */
final class Token {
  private static final int BYTES = 32;

  private final byte[] digits;

  /** Null where it is in no file. */
  private final Path file;

  private Token(String text, Path file) {
    this.digits = text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
    this.file = file;
  }

  /** The token itself. */
  static Token of(String text) {
    return new Token(checked(text.strip(), "the token that was given"), null);
  }

  /**
   * The token in a file.
   *
   * @throws IllegalArgumentException if others could read it, or it has none
   */
  static Token in(Path file) throws IOException {
    String text;
    try {
      OwnerOnly.requireFile(file, "the token file");
      text = Files.readString(file, StandardCharsets.US_ASCII).strip();
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("the token file " + file + " does not exist", e);
    }
    return new Token(checked(text, "the token file " + file), file);
  }

  /** A new one, in a new file that nobody else can read. */
  static Token create(Path file) throws IOException {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    String text = HexFormat.of().formatHex(bytes);
    OwnerOnly.createFile(file);
    Files.writeString(file, text + "\n", StandardCharsets.US_ASCII);
    return new Token(text, file);
  }

  private static String checked(String text, String what) {
    if (!text.matches("[0-9a-fA-F]{" + 2 * BYTES + "}")) {
      throw new IllegalArgumentException(
          what
              + " is not 64 hexadecimal digits but "
              + text.length()
              + " characters; write one with: openssl rand -hex 32");
    }
    return text;
  }

  /** Whether somebody shows it; takes as long whatever is shown. */
  boolean isShownBy(String shown) {
    byte[] given =
        (shown == null ? "" : shown.toLowerCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(digits, given);
  }

  Optional<Path> file() {
    return Optional.ofNullable(file);
  }
}
