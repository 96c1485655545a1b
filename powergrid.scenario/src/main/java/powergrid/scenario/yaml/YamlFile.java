package powergrid.scenario.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import powergrid.api.scenario.Place;
import powergrid.api.scenario.ScenarioException;

/** Reads a scenario's file as text, if it is one. */
public final class YamlFile {
  private static final int MEGABYTE = 1 << 20;
  private static final int MAX_BYTES = YamlTree.MAX_MEGABYTES * MEGABYTE;

  private YamlFile() {}

  /**
   * The file's text.
   *
   * @param file of at most {@value YamlTree#MAX_MEGABYTES} MB, in UTF-8
   * @return the text
   * @throws ScenarioException with why it cannot be read
   */
  public static String read(Path file) {
    Place place = Origin.file(file.toString()).whole();
    try {
      if (Files.isDirectory(file)) {
        throw YamlTree.mistake(place, "is a directory; a scenario is a YAML file");
      }
      if (Files.size(file) > MAX_BYTES) {
        throw YamlTree.mistake(place, tooLarge("is " + megabytes(Files.size(file))));
      }
      return decode(bytes(file, place), file.toString());
    } catch (NoSuchFileException e) {
      throw YamlTree.mistake(place, "does not exist; check the path");
    } catch (AccessDeniedException e) {
      throw YamlTree.mistake(place, "cannot be read: permission denied; check its permissions");
    } catch (FileSystemException e) {
      throw YamlTree.mistake(place, "cannot be read: " + e.getReason());
    } catch (IOException e) {
      throw YamlTree.mistake(place, "cannot be read: " + e.getMessage());
    }
  }

  /** Bounded, since pipes and devices have no size. */
  private static byte[] bytes(Path file, Place place) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw YamlTree.mistake(place, tooLarge("is larger than " + megabytes(MAX_BYTES)));
      }
      return bytes;
    }
  }

  private static String tooLarge(String size) {
    return size + "; a scenario is at most " + megabytes(MAX_BYTES);
  }

  private static String megabytes(long bytes) {
    double rounded = Math.ceil(bytes * 10.0 / MEGABYTE) / 10;
    return rounded == Math.rint(rounded) ? (long) rounded + " MB" : rounded + " MB";
  }

  private static String decode(byte[] bytes, String name) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    out.flip();
    if (result.isError()) {
      int line = 1 + (int) out.chars().filter(c -> c == '\n').count();
      int start = out.toString().lastIndexOf('\n') + 1;
      int column = 1 + out.toString().codePointCount(start, out.length());
      throw YamlTree.mistake(
          new Place(name, line, column, ""),
          String.format(
              "byte 0x%02X is not UTF-8; a scenario is a text file in UTF-8",
              bytes[in.position()] & 0xFF));
    }
    return out.toString();
  }
}
