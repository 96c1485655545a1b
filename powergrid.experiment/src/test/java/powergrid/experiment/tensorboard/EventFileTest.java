package powergrid.experiment.tensorboard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import powergrid.experiment.Python;

class EventFileTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.5Z");

  @TempDir Path temp;

  /**
   * The check value of CRC-32C (RFC 3720, appendix B.4, and Koopman's tables) for the digits 1 to 9
   * is E3069283; turned right by 15 bits that is 2507C60D, and plus A282EAD8 it is C78AB0E5.
   */
  @Test
  void checksumsAreMasked() {
    byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
    assertEquals(0xC78AB0E5, Records.checksum(digits, digits.length));
  }

  /** Of RFC 3720, B.4: 32 bytes of zeros give 8A9136AA; masked by hand as above. */
  @Test
  void checksumsAreThoseOfTheStandard() {
    assertEquals(
        Integer.rotateRight(0x8A9136AA, 15) + 0xA282EAD8, Records.checksum(new byte[32], 32));
  }

  /**
   * An event at 1 s of step 300 with x = 1.5, by event.proto and summary.proto: 09 and a double, 10
   * and 300 as a varint (AC 02), 2A and the length of a summary of one value (0A and its length) of
   * tag (0A 01 78) and simple value (15 and a float).
   */
  @Test
  void eventsAreThoseOfTheProtocol() {
    assertEquals(
        "09000000000000f03f" + "10ac02" + "2a0a" + "0a08" + "0a0178" + "150000c03f",
        HexFormat.of().formatHex(Events.scalars(1, 300, Map.of("x", 1.5))));
  }

  /** What TensorFlow's own files begin with: 24 bytes, their masked checksum, the version. */
  @Test
  void filesBeginAsTheirReaderExpects() throws IOException {
    EventFile.create(temp, NOW);
    byte[] bytes = Files.readAllBytes(temp.resolve("events.out.tfevents.1767323045.powergrid"));
    assertEquals("1800000000000000a37f4b22", HexFormat.of().formatHex(bytes, 0, 12));
    assertEquals("\u001a\rbrain.Event:2", new String(bytes, 21, 15, StandardCharsets.US_ASCII));
    assertEquals(12 + 24 + 4, bytes.length);
  }

  @Test
  void whoGoesOnWritesAnew() throws IOException {
    EventFile.create(temp, NOW).add(NOW, 1, Map.of("a", 1.0));
    EventFile.create(temp, NOW.plusSeconds(9));
    try (Stream<Path> files = Files.list(temp)) {
      assertEquals(
          List.of("events.out.tfevents.1767323054.powergrid"),
          files.map(file -> file.getFileName().toString()).toList());
    }
  }

  @Test
  void aFileThatCannotBeWrittenIsNamed() throws IOException {
    Path inTheWay = Files.writeString(temp.resolve("file"), "x");
    IOException e =
        assertThrows(IOException.class, () -> EventFile.create(inTheWay.resolve("run"), NOW));
    assertTrue(e.getMessage().startsWith(inTheWay.resolve("run").toString()), e.getMessage());
  }

  @Test
  void tensorBoardReadsWhatWeWrite() throws IOException {
    Python python = Python.with("tensorboard");
    EventFile file = EventFile.create(temp.resolve("run-1"), NOW);
    Map<String, Double> first = new LinkedHashMap<>();
    first.put("train/episode_reward", -12.25);
    first.put("validation/episode_reward", Double.NaN);
    first.put("größe", 0.1);
    file.add(NOW, 2048, first);
    file.add(NOW.plusMillis(250), 3_000_000_000L, Map.of("train/episode_reward", -1e30));
    String script =
        """
        import sys
        from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
        events = EventAccumulator(sys.argv[1])
        events.Reload()
        print(events.file_version)
        for tag in sorted(events.Tags()["scalars"]):
            for e in events.Scalars(tag):
                print(tag, repr(e.wall_time), e.step, e.value)
        """;
    assertEquals(
        """
        2.0
        größe 1767323045.5 2048 0.10000000149011612
        train/episode_reward 1767323045.5 2048 -12.25
        train/episode_reward 1767323045.75 3000000000 -1.0000000150474662e+30
        """,
        python.run(script, temp.resolve("run-1")));
  }

  /** The same events by TensorBoard's writer: byte for byte ours. */
  @Test
  void tensorBoardWritesTheSame() throws IOException {
    Python python = Python.with("tensorboard");
    String script =
        """
        import io, sys
        from tensorboard.compat.proto.event_pb2 import Event
        from tensorboard.compat.proto.summary_pb2 import Summary
        from tensorboard.summary.writer.record_writer import RecordWriter
        class Kept(io.BytesIO):
            def close(self): pass
        out = Kept()
        writer = RecordWriter(out)
        writer.write(Event(wall_time=1767323045.5, file_version="brain.Event:2").SerializeToString())
        value = [Summary.Value(tag="a/b", simple_value=0.1), Summary.Value(tag="c", simple_value=2)]
        writer.write(Event(wall_time=7.25, step=70000, summary=Summary(value=value)).SerializeToString())
        writer.flush()
        print(out.getvalue().hex(), end="")
        """;
    EventFile file = EventFile.create(temp, NOW);
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("a/b", 0.1);
    values.put("c", 2.0);
    file.add(Instant.ofEpochMilli(7250), 70000, values);
    assertArrayEquals(
        HexFormat.of().parseHex(python.run(script)),
        Files.readAllBytes(temp.resolve("events.out.tfevents.1767323045.powergrid")));
  }
}
