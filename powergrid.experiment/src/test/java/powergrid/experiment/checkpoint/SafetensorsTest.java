package powergrid.experiment.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import powergrid.api.learning.Tensors;
import powergrid.experiment.Python;

class SafetensorsTest {
  private static final String ZEROS = "0".repeat(64);

  @TempDir Path temp;
  private Path file;

  @BeforeEach
  void name() {
    file = temp.resolve("policy.safetensors");
  }

  private static Tensors some() {
    return new Tensors()
        .put("flags", new byte[] {1, -1, 3})
        .put("actor.weight", new float[] {1, -2, 0.5f, 0, Float.MIN_VALUE, 0x1p127f}, 2, 3)
        .put("count", new long[] {258, Long.MIN_VALUE})
        .put("mean", new double[] {1, -0.1}, 1, 2)
        .put("none", new float[0])
        .note("learner", "ippo")
        .note("where \"ü\"", "line\nbreak");
  }

  private static void assertSome(Tensors read) {
    assertEquals(
        List.of("flags", "actor.weight", "count", "mean", "none"),
        StreamSupport.stream(read.names().spliterator(), false).toList());
    assertEquals(Map.of("learner", "ippo", "where \"ü\"", "line\nbreak"), read.notes());
    assertArrayEquals(new byte[] {1, -1, 3}, read.bytes("flags"));
    assertArrayEquals(
        new float[] {1, -2, 0.5f, 0, Float.MIN_VALUE, 0x1p127f}, read.floats("actor.weight"));
    assertArrayEquals(new int[] {2, 3}, read.shape("actor.weight"));
    assertArrayEquals(new long[] {258, Long.MIN_VALUE}, read.longs("count"));
    assertArrayEquals(new double[] {1, -0.1}, read.doubles("mean"));
    assertArrayEquals(new int[] {1, 2}, read.shape("mean"));
    assertArrayEquals(new float[0], read.floats("none"));
  }

  /** The checksum by its definition, over a file with zeros in its place. */
  private static byte[] sealed(String header, byte... data) throws Exception {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + text.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(text.length).put(text).put(data);
    String checksum =
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
    String latin = new String(bytes.array(), StandardCharsets.ISO_8859_1);
    return latin.replace(ZEROS, checksum).getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    Safetensors.write(file, some());
    assertSome(Safetensors.read(file));
    Safetensors.write(file, new Tensors());
    assertEquals(Map.of(), Safetensors.read(file).notes());
    try (Stream<Path> files = Files.list(temp)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  /** By the format's description; 1.5f is 3FC00000, 258 is 0102, 1.0 is 3FF0000000000000. */
  @Test
  void bytesAreThoseOfTheFormat() throws Exception {
    Tensors tensors =
        new Tensors()
            .put("b", new byte[] {7, 9}, 2, 1)
            .put("f", new float[] {1.5f})
            .put("l", new long[] {258})
            .put("d", new double[] {1})
            .note("n", "x");
    Safetensors.write(file, tensors);
    String json =
        "{\"__metadata__\":{\"sha256\":\""
            + ZEROS
            + "\",\"n\":\"x\"},"
            + "\"b\":{\"dtype\":\"U8\",\"shape\":[2,1],\"data_offsets\":[20,22]},"
            + "\"f\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[16,20]},"
            + "\"l\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[0,8]},"
            + "\"d\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[8,16]}}";
    String padded = json + " ".repeat((8 - json.length() % 8) % 8);
    byte[] data =
        HexFormat.of().parseHex("0201000000000000" + "000000000000f03f" + "0000c03f" + "0709");
    assertArrayEquals(sealed(padded, data), Files.readAllBytes(file));
  }

  /** The bytes that the reference implementation's own test expects, with our checksum put in. */
  @Test
  void aFileOfTheReferenceImplementationIsRead() throws Exception {
    String header =
        "{\"__metadata__\":{\"sha256\":\""
            + ZEROS
            + "\"},\"attn.0\":{\"dtype\":\"F32\",\"shape\":[1,2,3],\"data_offsets\":[0,24]}}";
    byte[] numbers = {
      0, 0, 0, 0, 0, 0, -128, 63, 0, 0, 0, 64, 0, 0, 64, 64, 0, 0, -128, 64, 0, 0, -96, 64
    };
    Files.write(file, sealed(header, numbers));
    Tensors read = Safetensors.read(file);
    assertArrayEquals(new float[] {0, 1, 2, 3, 4, 5}, read.floats("attn.0"));
    assertArrayEquals(new int[] {1, 2, 3}, read.shape("attn.0"));
  }

  @Test
  void everyFlippedBitIsNoticed() throws IOException {
    Safetensors.write(file, some());
    byte[] good = Files.readAllBytes(file);
    for (int bit = 0; bit < 8 * good.length; bit++) {
      byte[] bad = good.clone();
      bad[bit / 8] ^= (byte) (1 << bit % 8);
      assertThrows(Safetensors.Damaged.class, () -> Safetensors.parse(bad));
    }
  }

  @Test
  void everyCutIsNoticed() throws IOException {
    Safetensors.write(file, some());
    byte[] good = Files.readAllBytes(file);
    for (int length = 0; length < good.length; length++) {
      byte[] cut = Arrays.copyOf(good, length);
      assertThrows(Safetensors.Damaged.class, () -> Safetensors.parse(cut));
    }
    Files.write(file, Arrays.copyOf(good, good.length - 3));
    assertTold("is cut off: 3 bytes of its numbers are missing");
    Files.write(file, Arrays.copyOf(good, 100));
    assertTold("is cut off: it ends within its header");
    Files.write(file, Arrays.copyOf(good, good.length + 2));
    assertTold("is damaged: 2 bytes follow its numbers");
  }

  private void assertTold(String what) {
    String told = assertThrows(IOException.class, () -> Safetensors.read(file)).getMessage();
    assertEquals(file + " " + what, told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"a":{"dtype":"F16","shape":[1],"data_offsets":[0,2]}} | has the array a of type 'F16'; only F32, F64, I64 and U8 can be read
          {"a":{"dtype":"U8","shape":[3],"data_offsets":[0,2]}} | is damaged: a has another place than its shape asks for
          {"a":{"dtype":"U8","shape":[4294967297],"data_offsets":[0,2]}} | is damaged: a has a shape or place that is no list of sizes
          {"a":{"dtype":"U8","shape":[65536,65536,65536],"data_offsets":[0,2]}} | is damaged: a has another place than its shape asks for
          {"a":{"dtype":"U8","shape":[-1,-2],"data_offsets":[0,2]}} | is damaged: a has a shape or place that is no list of sizes
          {"a":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}} | is damaged: a does not follow the array before it
          {"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"b":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}} | is damaged: b does not follow the array before it
          {"a":{"dtype":"U8","data_offsets":[0,2]}} | is damaged: a has no shape
          {"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2],"x":1}} | is damaged: a has an unknown field x
          {"a":[]} | is damaged: a is no object
          {"__metadata__":{"n":1},"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}} | is damaged: the note n is no text
          {"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}} {} | is damaged: its header does not end where it should
          {"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}} | has no checksum: whoever wrote it left out the note sha256, or it is none of this workbench's
          {"__metadata__":{"sha256":"x"},"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}} | is damaged: its checksum is another one
          """)
  void aForeignOrDamagedHeaderIsNamed(String header, String what) throws Exception {
    Files.write(file, sealed(header, (byte) 1, (byte) 2));
    assertTold(what);
  }

  @Test
  void whatIsNoCheckpointIsCalledSo() throws IOException {
    assertTold("does not exist");
    Files.writeString(file, "variant,seed,episode,start,steps,end,cost\n");
    assertTold("is no safetensors file: it does not begin with a header");
    Files.writeString(file, "short");
    assertTold("is no safetensors file: it has 5 bytes");
    Files.write(file, new byte[] {4, 0, 0, 0, 0, 0, 0, 0, '{', '"', 'a', '"'});
    String told = assertThrows(IOException.class, () -> Safetensors.read(file)).getMessage();
    assertTrue(told.startsWith(file + " is damaged: its header is no JSON: "), told);
    Files.delete(file);
    Files.createDirectory(file);
    told = assertThrows(IOException.class, () -> Safetensors.read(file)).getMessage();
    assertTrue(told.startsWith(file + " cannot be read: "), told);
  }

  @Test
  void twoArraysOfANameAreRefused() throws Exception {
    String array = "\"a\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1]}";
    Files.write(file, sealed("{" + array + "," + array + "}", (byte) 1));
    String told = assertThrows(IOException.class, () -> Safetensors.read(file)).getMessage();
    assertTrue(told.startsWith(file + " is damaged: its header is no JSON: Duplicate"), told);
  }

  @Test
  void anOlderFileIsLeftAloneWhereANewOneCannotBeWritten() throws IOException {
    Safetensors.write(file, some());
    Files.createDirectories(temp.resolve(".policy.safetensors.part/in the way"));
    IOException e = assertThrows(IOException.class, () -> Safetensors.write(file, new Tensors()));
    assertTrue(e.getMessage().startsWith(file + " cannot be written: "), e.getMessage());
    assertSome(Safetensors.read(file));
  }

  @Test
  void theChecksumsNameIsItsOwn() {
    Tensors taken = new Tensors().note("sha256", "mine");
    assertThrows(IllegalArgumentException.class, () -> Safetensors.write(file, taken));
  }

  @Test
  void thePythonPackageReadsWhatWeWrite() throws IOException {
    Python python = Python.with("numpy", "safetensors");
    Safetensors.write(file, some());
    String script =
        """
        import hashlib, json, sys
        from safetensors import safe_open
        with safe_open(sys.argv[1], "np") as f:
            notes = f.metadata()
            for name in sorted(f.keys()):
                a = f.get_tensor(name)
                print(name, a.dtype, a.shape, a.tolist())
        file = open(sys.argv[1], "rb").read()
        checksum = notes.pop("sha256").encode()
        print(hashlib.sha256(file.replace(checksum, b"0" * 64, 1)).hexdigest() == checksum.decode())
        print(json.dumps(notes, sort_keys=True))
        """;
    assertEquals(
        """
        actor.weight float32 (2, 3) [[1.0, -2.0, 0.5], [0.0, 1.401298464324817e-45, 1.7014118346046923e+38]]
        count int64 (2,) [258, -9223372036854775808]
        flags uint8 (3,) [1, 255, 3]
        mean float64 (1, 2) [[1.0, -0.1]]
        none float32 (0,) []
        True
        {"learner": "ippo", "where \\"\\u00fc\\"": "line\\nbreak"}
        """,
        python.run(script, file));
  }

  @Test
  void whatThePythonPackageWritesIsReadOnceItIsSealed() throws IOException {
    Python python = Python.with("numpy", "safetensors");
    String script =
        """
        import hashlib, sys
        import numpy as np
        from safetensors.numpy import save
        arrays = {
            "flags": np.array([1, 255, 3], np.uint8),
            "actor.weight": np.array([[1, -2, 0.5], [0, 1.401298464324817e-45, 2.0**127]], np.float32),
            "count": np.array([258, -9223372036854775808], np.int64),
            "mean": np.array([[1, -0.1]]),
            "scalar": np.array(2.5),
        }
        notes = {"learner": "ippo", "other": "note", "sha256": "0" * 64}
        file = save(arrays, notes)
        checksum = hashlib.sha256(file).hexdigest().encode()
        open(sys.argv[1], "wb").write(file.replace(b"0" * 64, checksum, 1))
        """;
    python.run(script, file);
    Tensors read = Safetensors.read(file);
    assertEquals(Map.of("learner", "ippo", "other", "note"), read.notes());
    assertArrayEquals(new byte[] {1, -1, 3}, read.bytes("flags"));
    assertArrayEquals(
        new float[] {1, -2, 0.5f, 0, Float.MIN_VALUE, 0x1p127f}, read.floats("actor.weight"));
    assertArrayEquals(new long[] {258, Long.MIN_VALUE}, read.longs("count"));
    assertArrayEquals(new double[] {1, -0.1}, read.doubles("mean"));
    assertArrayEquals(new double[] {2.5}, read.doubles("scalar"));
  }
}
