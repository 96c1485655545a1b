package powergrid.experiment.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import powergrid.api.learning.Tensors;
import powergrid.experiment.files.WholeFile;

/**
 * Tensors as files of the format <a
 * href="https://github.com/huggingface/safetensors#format">safetensors</a>, which other programs
 * read: the length of a header, the header as JSON, the numbers, all little-endian. Notes are the
 * header's {@code __metadata__}.
 *
 * <p>The format knows no checksum, so there is one among the notes: {@value #CHECKSUM} is the
 * SHA-256, in lower-case hexadecimal digits, of the whole file with 64 zeros in the checksum's own
 * place. No bit can be flipped unnoticed.
 */
public final class Safetensors {
  /** The note with the checksum. */
  public static final String CHECKSUM = "sha256";

  /** The greatest file that is written or read. */
  static final long LIMIT = 1L << 30;

  private static final String UNSEALED = "0".repeat(64);

  private static final int AFTER_KEY = CHECKSUM.length() + 4;

  /** Where we put the checksum: after the length and what every header of ours begins with. */
  private static final int SEAL = 8 + Header.BEFORE_CHECKSUM.length();

  private Safetensors() {}

  /**
   * Writes a file, in place of an older one.
   *
   * @param file its place, in a folder that exists
   * @param tensors what is in it
   * @throws IOException that names the file if it cannot be written; an older one is still there
   *     then
   * @throws IllegalArgumentException if it is too much for a file, or a note has the checksum's
   *     name
   */
  public static void write(Path file, Tensors tensors) throws IOException {
    if (tensors.notes().containsKey(CHECKSUM)) {
      throw new IllegalArgumentException("the note " + CHECKSUM + " is the checksum's");
    }
    Header header = Header.of(tensors);
    byte[] text = header.text(UNSEALED).getBytes(StandardCharsets.UTF_8);
    long size = 8L + text.length + header.dataSize();
    if (size > LIMIT || text.length > Header.LIMIT) {
      throw new IllegalArgumentException(
          file + " would be larger than a checkpoint may be: " + size + " bytes");
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(text.length).put(text);
    for (Header.Entry entry : header.entries()) {
      Numbers.put(tensors, entry.name(), bytes.position(8 + text.length + entry.begin()));
    }
    bytes.put(SEAL, digest(bytes.array(), SEAL).getBytes(StandardCharsets.US_ASCII));
    WholeFile.write(file, bytes.clear());
  }

  /**
   * Reads a file.
   *
   * @param file as {@link #write} left it
   * @return what is in it, its order kept, the checksum left out
   * @throws IOException that names the file and what is wrong with it
   */
  public static Tensors read(Path file) throws IOException {
    byte[] all;
    try {
      long size = Files.size(file);
      if (size > LIMIT) {
        throw new Damaged("is larger than a checkpoint may be: " + size + " bytes");
      }
      all = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new IOException(file + " does not exist", e);
    } catch (Damaged e) {
      throw new IOException(file + " " + e.getMessage(), e);
    } catch (IOException e) {
      throw new IOException(file + " cannot be read: " + e.getMessage(), e);
    }
    try {
      return parse(all);
    } catch (Damaged e) {
      throw new IOException(file + " " + e.getMessage(), e);
    }
  }

  static Tensors parse(byte[] all) throws Damaged {
    ByteBuffer bytes = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
    if (all.length < 8) {
      throw new Damaged("is no safetensors file: it has " + all.length + " bytes");
    }
    long length = bytes.getLong();
    if (length < 2 || length > Header.LIMIT || all.length == 8 || all[8] != '{') {
      throw new Damaged("is no safetensors file: it does not begin with a header");
    }
    if (length > all.length - 8) {
      throw new Damaged("is cut off: it ends within its header");
    }
    Header header = Header.parse(all, 8, (int) length);
    int data = 8 + (int) length;
    int missing = header.dataSize() - (all.length - data);
    if (missing != 0) {
      throw new Damaged(
          missing > 0
              ? "is cut off: " + missing + " bytes of its numbers are missing"
              : "is damaged: " + -missing + " bytes follow its numbers");
    }
    check(all, data, header);
    Tensors tensors = new Tensors();
    header.notes().forEach(tensors::note);
    for (Header.Entry entry : header.entries()) {
      Numbers.take(bytes.position(data + entry.begin()), entry, tensors);
    }
    return tensors;
  }

  private static void check(byte[] all, int headerEnd, Header header) throws Damaged {
    String promised = header.checksum();
    if (promised.isEmpty()) {
      throw new Damaged(
          "has no checksum: whoever wrote it left out the note "
              + CHECKSUM
              + ", or it is none of this workbench's");
    }
    int seal =
        new String(all, 0, headerEnd, StandardCharsets.ISO_8859_1)
            .indexOf('"' + CHECKSUM + "\":\"" + promised + '"');
    if (seal < 0
        || promised.length() != UNSEALED.length()
        || !digest(all, seal + AFTER_KEY).equals(promised)) {
      throw new Damaged("is damaged: its checksum is another one");
    }
  }

  /** Of a file, whatever stands where its checksum does. */
  private static String digest(byte[] bytes, int seal) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, 0, seal);
      digest.update(UNSEALED.getBytes(StandardCharsets.US_ASCII));
      int rest = seal + UNSEALED.length();
      digest.update(bytes, rest, bytes.length - rest);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /** What is wrong with a file, as the rest of a sentence that begins with its name. */
  static final class Damaged extends IOException {
    private static final long serialVersionUID = 1;

    Damaged(String what) {
      super(what);
    }

    Damaged(String what, Throwable cause) {
      super(what, cause);
    }
  }
}
