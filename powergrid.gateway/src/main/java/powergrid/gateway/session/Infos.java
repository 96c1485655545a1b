package powergrid.gateway.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import powergrid.api.environment.Environment;
import powergrid.api.environment.SentMessage;
import powergrid.api.environment.StepView;
import powergrid.api.metric.Metric;
import powergrid.api.scenario.PluginSetting;
import powergrid.gateway.json.Json;
import tools.jackson.core.JsonGenerator;

/** What there is to tell of an episode beside its blocks: metrics and messages, if asked for. */
final class Infos {
  private final List<String> names;
  private final Supplier<List<Metric>> source;
  private final boolean messages;
  private final List<SentMessage> sent = new ArrayList<>();
  private final double[] values;
  private final List<String> units;
  private List<Metric> metrics;

  /**
   * Infos.
   *
   * @param settings of the metrics; none if they are not asked for
   * @param source makes metrics, new ones for every episode, so that none outlives its plug-in
   * @param messages whether messages are asked for
   */
  Infos(List<PluginSetting> settings, Supplier<List<Metric>> source, boolean messages) {
    this.names = names(settings);
    this.source = names.isEmpty() ? List::of : source;
    this.messages = messages;
    values = new double[names.size()];
    Arrays.fill(values, Double.NaN);
    metrics = this.source.get();
    units = metrics.stream().map(Metric::unit).toList();
  }

  /** A metric is called by its type; where several have one, the second by type and -2. */
  private static List<String> names(List<PluginSetting> settings) {
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (PluginSetting setting : settings) {
      String name = setting.type();
      for (int i = 2; !taken.add(name); i++) {
        name = setting.type() + "-" + i;
      }
      names.add(name);
    }
    return names;
  }

  void follow(Environment environment) {
    if (messages) {
      environment.trace(sent::add);
    }
  }

  void begin(StepView start) {
    sent.clear();
    metrics = source.get();
    metrics.forEach(metric -> metric.reset(start));
  }

  /** Forgets the messages of the step before. */
  void clear() {
    sent.clear();
  }

  void step(StepView step) {
    for (int i = 0; i < metrics.size(); i++) {
      metrics.get(i).step(step);
    }
  }

  /** Lets go of every plug-in; the values stay. */
  void release() {
    read();
    metrics = List.of();
  }

  private void read() {
    for (int i = 0; i < metrics.size(); i++) {
      values[i] = metrics.get(i).value();
    }
  }

  void describe(JsonGenerator json) {
    json.writeArrayPropertyStart("metrics");
    for (int i = 0; i < names.size(); i++) {
      json.writeStartObject();
      json.writeStringProperty("name", names.get(i));
      json.writeStringProperty("unit", units.get(i));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  void write(JsonGenerator json) {
    if (!names.isEmpty()) {
      read();
      json.writeObjectPropertyStart("metrics");
      for (int i = 0; i < values.length; i++) {
        Json.number(json, names.get(i), values[i]);
      }
      json.writeEndObject();
    }
    if (messages) {
      json.writeArrayPropertyStart("messages");
      sent.forEach(message -> write(json, message));
      json.writeEndArray();
    }
  }

  private static void write(JsonGenerator json, SentMessage message) {
    json.writeStartObject();
    json.writeNumberProperty("step", message.step());
    json.writeNumberProperty("round", message.round());
    json.writeStringProperty("sender", message.sender());
    json.writeStringProperty("recipient", message.recipient());
    json.writeStringProperty("protocol", message.protocol());
    json.writeStringProperty("type", message.type());
    json.writeArrayPropertyStart("names");
    message.names().forEach(json::writeString);
    json.writeEndArray();
    json.writeArrayPropertyStart("values");
    message.values().forEach(value -> Json.number(json, value));
    json.writeEndArray();
    json.writeNumberProperty("bytes", message.bytes());
    json.writeNumberProperty("sentS", message.sentS());
    Json.number(json, "arrivesS", message.arrivesS());
    json.writeEndObject();
  }
}
