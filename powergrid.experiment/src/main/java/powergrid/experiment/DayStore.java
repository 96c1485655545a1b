package powergrid.experiment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import powergrid.experiment.files.WholeFile;
import powergrid.experiment.report.Day;
import powergrid.experiment.report.DayJson;
import powergrid.experiment.report.DayReader;

/** The days that a report shows, kept for whoever goes on with the experiment, and for others. */
final class DayStore {
  private static final String FOLDER = "days";

  private final Path folder;

  DayStore(Path directory) {
    folder = directory.resolve(FOLDER);
  }

  void write(int run, Day day) throws IOException {
    Files.createDirectories(folder);
    for (int i = 0; i < day.feeders().size(); i++) {
      write(drawing(run, i), day.feeders().get(i).svg());
    }
    write(file(run), DayJson.of(day) + "\n");
  }

  private static void write(Path file, String text) throws IOException {
    WholeFile.write(file, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** A run's day; empty where there is none. */
  Optional<Day> read(int run) throws IOException {
    Path file = file(run);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> drawings = new ArrayList<>();
    for (int i = 0; Files.exists(drawing(run, i)); i++) {
      drawings.add(Files.readString(drawing(run, i)));
    }
    try {
      return Optional.of(DayReader.read(Files.readString(file), drawings));
    } catch (IOException e) {
      throw new IOException(file + " " + e.getMessage(), e);
    }
  }

  private Path file(int run) {
    return folder.resolve("run-" + (run + 1) + ".json");
  }

  private Path drawing(int run, int feeder) {
    return folder.resolve("run-" + (run + 1) + "-network-" + (feeder + 1) + ".svg");
  }
}
