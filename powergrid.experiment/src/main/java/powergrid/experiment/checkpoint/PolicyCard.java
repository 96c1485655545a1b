package powergrid.experiment.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import powergrid.api.agent.Agent;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;
import powergrid.experiment.files.IndentedJson;
import powergrid.experiment.files.WholeFile;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.NumberOutput;

/**
 * What {@value #FILE} says beside a policy's numbers, for those who want to use it elsewhere: who
 * learnt it where, and whom it drives with which observations and actions.
 *
 * @param learner type of the plug-in that can put it to work
 * @param scenario name of the scenario that it was learnt in
 * @param variant name of the variant
 * @param seed of the run
 * @param workbench version of the workbench
 * @param steps in environments that it was learnt from
 * @param agents whom it drives, in order
 */
public record PolicyCard(
    String learner,
    String scenario,
    String variant,
    long seed,
    String workbench,
    long steps,
    List<? extends Agent> agents) {
  /** The name of the file. */
  public static final String FILE = "policy.json";

  /** Copies the list. */
  public PolicyCard {
    agents = List.copyOf(agents);
  }

  /**
   * Writes the file, in place of an older one.
   *
   * @param folder that exists
   * @param tensors name of the file with the numbers
   * @throws IOException that names the file if it cannot be written
   */
  public void write(Path folder, String tensors) throws IOException {
    byte[] text = json(tensors).getBytes(StandardCharsets.UTF_8);
    WholeFile.write(folder.resolve(FILE), ByteBuffer.wrap(text));
  }

  /**
   * The card as JSON.
   *
   * @param tensors name of the file with the numbers
   * @return a text
   */
  String json(String tensors) {
    return IndentedJson.object(
        json -> {
          json.writeStringProperty("format", "powergrid-policy/1");
          json.writeStringProperty("tensors", tensors);
          json.writeStringProperty("learner", learner);
          json.writeStringProperty("scenario", scenario);
          json.writeStringProperty("variant", variant);
          json.writeNumberProperty("seed", seed);
          json.writeStringProperty("workbench", workbench);
          json.writeNumberProperty("steps", steps);
          json.writeArrayPropertyStart("agents");
          agents.forEach(agent -> agent(json, agent));
          json.writeEndArray();
        });
  }

  private static void agent(JsonGenerator json, Agent agent) {
    json.writeStartObject();
    json.writeStringProperty("id", agent.id());
    json.writeStringProperty("level", agent.level().name().toLowerCase(Locale.ROOT));
    json.writeStringProperty("layout", layout(agent));
    space(json, "observation", agent.observationSpace());
    space(json, "action", agent.actionSpace());
    json.writeEndObject();
  }

  private static void space(JsonGenerator json, String name, Space space) {
    json.writeArrayPropertyStart(name);
    for (Axis axis : space.axes()) {
      json.writeStartObject();
      json.writeStringProperty("name", axis.name());
      if (axis.continuous()) {
        if (!axis.unit().isEmpty()) {
          json.writeStringProperty("unit", axis.unit());
        }
        bound(json, "low", axis.low());
        bound(json, "high", axis.high());
      } else {
        json.writeNumberProperty("choices", axis.choices());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** A bound that is not there is left out: JSON has no word for infinity. */
  private static void bound(JsonGenerator json, String name, double value) {
    if (Double.isFinite(value)) {
      json.writeNumberProperty(name, value);
    }
  }

  /**
   * What an agent's observations and actions are, as a digest: equal for agents that could be
   * driven by each other's policy. SHA-256 of a line an axis, observations first, {@code o} or
   * {@code a}, name, unit, low, high and number of choices between tabs.
   */
  static String layout(Agent agent) {
    StringBuilder text = new StringBuilder();
    lines("o", agent.observationSpace(), text);
    lines("a", agent.actionSpace(), text);
    try {
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  private static void lines(String of, Space space, StringBuilder text) {
    for (Axis axis : space.axes()) {
      String low = NumberOutput.toString(axis.low(), true);
      String high = NumberOutput.toString(axis.high(), true);
      text.append(
          String.join(
              "\t", of, axis.name(), axis.unit(), low, high, Integer.toString(axis.choices())));
      text.append('\n');
    }
  }
}
