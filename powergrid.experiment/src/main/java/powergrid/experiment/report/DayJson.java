package powergrid.experiment.report;

import java.util.List;
import powergrid.experiment.files.CompactJson;
import tools.jackson.core.JsonGenerator;

/** A day as JSON: what the report embeds, and what the run directory keeps beside it. */
public final class DayJson {
  private DayJson() {}

  /**
   * The text of a day, its drawings left out.
   *
   * @param day that was recorded
   * @return an object on one line; what is not finite is null
   */
  public static String of(Day day) {
    return CompactJson.object(json -> write(json, day));
  }

  private static void write(JsonGenerator json, Day day) {
    json.writeStringProperty("variant", day.variant());
    json.writeNumberProperty("seed", day.seed());
    json.writeStringProperty("start", day.start().toString());
    json.writeNumberProperty("hours", day.hours());
    json.writeArrayPropertyStart("microgrids");
    for (Day.Microgrid microgrid : day.microgrids()) {
      json.writeStartObject();
      json.writeStringProperty("name", microgrid.name());
      json.writeArrayPropertyStart("devices");
      for (Day.Device device : microgrid.devices()) {
        json.writeStartObject();
        json.writeStringProperty("name", device.name());
        numbers(json, "mw", device.mw());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    numbers(json, "price", day.price());
    json.writeArrayPropertyStart("feeders");
    for (Day.Feeder feeder : day.feeders()) {
      json.writeStartObject();
      json.writeStringProperty("name", feeder.name());
      numbers(json, "low", feeder.low());
      numbers(json, "mean", feeder.mean());
      numbers(json, "high", feeder.high());
      json.writeNumberProperty("drawnAt", feeder.drawnAt());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberProperty("networks", day.networks());
    numbers(json, "messages", day.messages());
    numbers(json, "lost", day.lost());
    numbers(json, "bytes", day.bytes());
  }

  private static void numbers(JsonGenerator json, String name, List<Double> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(value -> CompactJson.number(json, value));
    json.writeEndArray();
  }
}
