package powergrid.gateway.session;

import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.function.ToDoubleFunction;
import powergrid.api.agent.Agent;
import powergrid.api.environment.StepView;
import powergrid.api.scenario.Clock;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;
import powergrid.gateway.json.Json;
import tools.jackson.core.JsonGenerator;

/**
 * What a client is told of an environment, once.
 *
 * @param agents that a caller drives
 * @param state the central state's space
 * @param action where an agent's action starts
 * @param observation where an agent's observation starts
 * @param mask where an agent's mask starts
 */
record Schema(
    List<? extends Agent> agents,
    Space state,
    IntUnaryOperator action,
    IntUnaryOperator observation,
    IntUnaryOperator mask) {

  int size() {
    return agents.size();
  }

  int actions() {
    return action.applyAsInt(size());
  }

  int observations() {
    return observation.applyAsInt(size());
  }

  int masks() {
    return mask.applyAsInt(size());
  }

  /** Whether agents and states of another assembly are what the client was told of. */
  boolean fits(List<? extends Agent> others, Space otherState) {
    if (others == agents) {
      return true;
    }
    if (others.size() != size() || !otherState.equals(state)) {
      return false;
    }
    for (int i = 0; i < size(); i++) {
      Agent one = agents.get(i);
      Agent other = others.get(i);
      if (!one.id().equals(other.id())
          || one.index() != other.index()
          || !one.actionSpace().equals(other.actionSpace())
          || !one.observationSpace().equals(other.observationSpace())) {
        return false;
      }
    }
    return true;
  }

  void write(JsonGenerator json, Clock clock) {
    json.writeNumberProperty("stepSeconds", clock.hours() * 3600);
    json.writeNumberProperty("steps", clock.steps());
    json.writeArrayPropertyStart("agents");
    List<String> roles = Roles.of(agents);
    for (int i = 0; i < size(); i++) {
      Agent agent = agents.get(i);
      json.writeStartObject();
      json.writeStringProperty("id", agent.id());
      json.writeStringProperty("role", roles.get(i));
      json.writeStringProperty("level", agent.level().name().toLowerCase(Locale.ROOT));
      json.writeNumberProperty("every", 1);
      json.writeObjectPropertyStart("observation");
      json.writeNumberProperty("offset", observation.applyAsInt(i));
      axes(json, agent.observationSpace());
      json.writeEndObject();
      json.writeObjectPropertyStart("action");
      json.writeNumberProperty("offset", action.applyAsInt(i));
      axes(json, agent.actionSpace());
      json.writeArrayPropertyStart("resting");
      for (int axis = 0; axis < agent.actionSpace().size(); axis++) {
        Json.number(json, agent.restingAction(axis));
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeObjectPropertyStart("mask");
      json.writeNumberProperty("offset", mask.applyAsInt(i));
      json.writeNumberProperty("size", agent.actionSpace().maskSize());
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectPropertyStart("state");
    axes(json, state);
    json.writeEndObject();
  }

  /** Writes the names of the networks that can be drawn. */
  static void feeders(JsonGenerator json, StepView view) {
    json.writeArrayPropertyStart("feeders");
    view.feeders().forEach(feeder -> json.writeString(feeder.network().name()));
    json.writeEndArray();
  }

  private static void axes(JsonGenerator json, Space space) {
    json.writeNumberProperty("size", space.size());
    json.writeArrayPropertyStart("names");
    space.axes().forEach(axis -> json.writeString(axis.name()));
    json.writeEndArray();
    json.writeArrayPropertyStart("units");
    space.axes().forEach(axis -> json.writeString(axis.unit()));
    json.writeEndArray();
    numbers(json, "low", space, Axis::low);
    numbers(json, "high", space, Axis::high);
    json.writeArrayPropertyStart("choices");
    space.axes().forEach(axis -> json.writeNumber(axis.choices()));
    json.writeEndArray();
  }

  private static void numbers(
      JsonGenerator json, String name, Space space, ToDoubleFunction<Axis> of) {
    json.writeArrayPropertyStart(name);
    space.axes().forEach(axis -> Json.number(json, of.applyAsDouble(axis)));
    json.writeEndArray();
  }
}
