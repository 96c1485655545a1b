package powergrid.experiment;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import powergrid.api.environment.SentMessage;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * The messages of a run as lines of JSON, written as they are sent, into a file that has its name
 * when it is complete.
 */
final class MessageTrace implements Consumer<SentMessage>, AutoCloseable {
  static final String FOLDER = "messages";

  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private final Path file;
  private final Path beside;
  private final BufferedWriter out;
  private final String variant;
  private final long seed;
  private int episode = 1;

  /**
   * A trace.
   *
   * @param directory of the experiment
   * @param run its position in the plan, from 0
   * @param variant its name
   * @param seed of the run
   */
  MessageTrace(Path directory, int run, String variant, long seed) {
    Path folder = directory.resolve(FOLDER);
    file = folder.resolve("run-" + (run + 1) + ".jsonl");
    beside = folder.resolve("." + file.getFileName() + ".part");
    this.variant = variant;
    this.seed = seed;
    try {
      Files.createDirectories(folder);
      out = Files.newBufferedWriter(beside, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private UncheckedIOException failed(IOException e) {
    return new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
  }

  void episode(int number) {
    episode = number;
  }

  @Override
  public void accept(SentMessage m) {
    try {
      try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
        json.writeStartObject();
        json.writeStringProperty("variant", variant);
        json.writeNumberProperty("seed", seed);
        json.writeNumberProperty("episode", episode);
        json.writeNumberProperty("step", m.step());
        json.writeNumberProperty("round", m.round());
        json.writeNumberProperty("sentS", m.sentS());
        number(json, "arrivesS", m.arrivesS());
        json.writeStringProperty("from", m.sender());
        json.writeStringProperty("to", m.recipient());
        json.writeStringProperty("protocol", m.protocol());
        json.writeStringProperty("type", m.type());
        json.writeObjectPropertyStart("payload");
        for (int i = 0; i < m.names().size(); i++) {
          number(json, m.names().get(i), m.values().get(i));
        }
        json.writeEndObject();
        json.writeNumberProperty("bytes", m.bytes());
        json.writeEndObject();
      }
      out.write('\n');
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** JSON has no word for what is not finite. */
  private static void number(JsonGenerator json, String name, double value) {
    if (Double.isFinite(value)) {
      json.writeNumberProperty(name, value);
    } else {
      json.writeNullProperty(name);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw failed(e);
    }
  }
}
