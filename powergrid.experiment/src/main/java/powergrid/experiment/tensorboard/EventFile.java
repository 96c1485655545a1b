package powergrid.experiment.tensorboard;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A file of events that TensorBoard shows while it grows. It grows by whole records, and holds no
 * file open in between. One thread's.
 */
public final class EventFile {
  private static final String PREFIX = "events.out.tfevents.";

  private final Path file;

  private EventFile(Path file) {
    this.file = file;
  }

  /**
   * Begins a file, in place of those of earlier processes in the same folder: whoever goes on with
   * a run writes again what there was.
   *
   * @param folder made if it is not there; TensorBoard calls the run by its name
   * @param now by which the file is named
   * @return without any numbers yet
   * @throws IOException that names the file if it cannot be written
   */
  public static EventFile create(Path folder, Instant now) throws IOException {
    Path file =
        folder.resolve(
            String.format(Locale.ROOT, "%s%010d.powergrid", PREFIX, now.getEpochSecond()));
    try {
      Files.createDirectories(folder);
      try (DirectoryStream<Path> before = Files.newDirectoryStream(folder, PREFIX + "*")) {
        for (Path old : before) {
          Files.delete(old);
        }
      }
      Files.write(
          file, Records.record(Events.version(seconds(now))), StandardOpenOption.CREATE_NEW);
      return new EventFile(file);
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  /**
   * Adds numbers.
   *
   * @param when they were found, by the wall clock
   * @param step that they belong to
   * @param values by tag, whose part before a slash is the group; NaN is left out
   * @throws IOException that names the file if it cannot be written
   */
  public void add(Instant when, long step, Map<String, Double> values) throws IOException {
    Map<String, Double> there = new LinkedHashMap<>(values);
    there.values().removeIf(value -> Double.isNaN(value));
    try {
      Files.write(
          file,
          Records.record(Events.scalars(seconds(when), step, there)),
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw failed(file, e);
    }
  }

  private static double seconds(Instant time) {
    return time.getEpochSecond() + time.getNano() / 1e9;
  }

  private static IOException failed(Path file, IOException e) {
    return new IOException(file + " cannot be written: " + e.getMessage(), e);
  }
}
