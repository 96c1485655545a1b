package powergrid.experiment.report;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import powergrid.experiment.files.JsonTree;

/** Reads what {@link DayJson} wrote. */
public final class DayReader {
  private final Map<?, ?> day;

  private DayReader(Map<?, ?> day) {
    this.day = day;
  }

  /**
   * Reads a day.
   *
   * @param text as it was written
   * @param drawings of its networks, in order; those that are missing are empty
   * @return the day
   * @throws IOException if it is damaged
   */
  public static Day read(String text, List<String> drawings) throws IOException {
    try {
      return new DayReader((Map<?, ?>) JsonTree.read(text)).read(drawings);
    } catch (ClassCastException | NullPointerException | DateTimeException e) {
      throw new IOException("is no day of a report: " + e.getMessage(), e);
    }
  }

  private Day read(List<String> drawings) {
    List<?> feeders = list(day, "feeders");
    return new Day(
        (String) day.get("variant"),
        ((Number) day.get("seed")).longValue(),
        LocalDateTime.parse((String) day.get("start")),
        ((Number) day.get("hours")).doubleValue(),
        list(day, "microgrids").stream().map(m -> microgrid((Map<?, ?>) m)).toList(),
        numbers(day, "price"),
        IntStream.range(0, feeders.size())
            .mapToObj(
                i -> feeder((Map<?, ?>) feeders.get(i), i < drawings.size() ? drawings.get(i) : ""))
            .toList(),
        ((Number) day.get("networks")).intValue(),
        numbers(day, "messages"),
        numbers(day, "lost"),
        numbers(day, "bytes"));
  }

  private static Day.Microgrid microgrid(Map<?, ?> from) {
    return new Day.Microgrid(
        (String) from.get("name"),
        list(from, "devices").stream()
            .map(d -> (Map<?, ?>) d)
            .map(d -> new Day.Device((String) d.get("name"), numbers(d, "mw")))
            .toList());
  }

  private static Day.Feeder feeder(Map<?, ?> from, String svg) {
    return new Day.Feeder(
        (String) from.get("name"),
        numbers(from, "low"),
        numbers(from, "mean"),
        numbers(from, "high"),
        ((Number) from.get("drawnAt")).intValue(),
        svg);
  }

  private static List<?> list(Map<?, ?> from, String name) {
    return (List<?>) from.get(name);
  }

  private static List<Double> numbers(Map<?, ?> from, String name) {
    return list(from, name).stream()
        .map(value -> value == null ? Double.NaN : ((Number) value).doubleValue())
        .toList();
  }
}
