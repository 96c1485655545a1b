package powergrid.engine.catalog;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;

/** The SHA-256 of a bundle's jar, computed once when first asked for. */
final class Digest implements Supplier<String> {
  private final String location;
  private volatile String value;

  Digest(String location) {
    this.location = location;
  }

  /** Hexadecimal; empty where the bundle did not come from a file that can be read. */
  @Override
  public String get() {
    String known = value;
    if (known == null) {
      known = compute();
      value = known;
    }
    return known;
  }

  private String compute() {
    String uri = location.startsWith("reference:") ? location.substring(10) : location;
    if (!uri.startsWith("file:")) {
      return "";
    }
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(Files.readAllBytes(Path.of(URI.create(uri)))));
    } catch (IOException | IllegalArgumentException e) {
      return "";
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
