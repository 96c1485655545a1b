package powergrid.gateway.session;

import java.nio.ByteBuffer;
import java.util.function.Supplier;
import powergrid.api.agent.Agent;
import powergrid.api.environment.Environment;
import powergrid.api.environment.StepView;
import powergrid.api.environment.Transition;
import powergrid.api.scenario.ScenarioException;
import powergrid.gateway.wire.Code;
import powergrid.gateway.wire.Frames;
import powergrid.gateway.wire.Refusal;
import tools.jackson.core.JsonGenerator;

/** One environment, with PettingZoo's parallel semantics. */
final class Parallel implements Served {
  private final Environment environment;
  private final Infos infos;
  private final long seed;
  private final Schema schema;
  private final Layout request;
  private final Reply reply;
  private final int[] indices;
  private final float[] state;
  private Transition transition;
  private StepView view;

  /** As it was opened, for the first reset to begin with. */
  private boolean fresh = true;

  private boolean begun;
  private int steps;

  /**
   * Opens an environment by resetting it.
   *
   * @param environment closed by this
   * @param infos what there is to tell beside the block
   * @param seed what a first reset without a seed takes
   * @throws ScenarioException if it cannot be assembled
   */
  Parallel(Environment environment, Infos infos, long seed) throws Refusal {
    this.environment = environment;
    this.infos = infos;
    this.seed = seed;
    infos.follow(environment);
    transition = begin(Code.BAD_SCENARIO, () -> environment.reset(seed));
    schema =
        new Schema(
            environment.possibleAgents(),
            environment.stateSpace(),
            environment::actionOffset,
            environment::observationOffset,
            environment::maskOffset);
    request = new Layout(Frames.MAX_DATA).plus("actions", Layout.Type.FLOAT32, schema.actions());
    reply = new Reply(schema);
    indices = schema.agents().stream().mapToInt(Agent::index).toArray();
    state = new float[schema.state().size()];
    view = environment.view();
  }

  private static Transition begin(Code mistaken, Supplier<Transition> reset) throws Refusal {
    Transition first;
    try {
      first = reset.get();
    } catch (ScenarioException e) {
      throw new Refusal(mistaken, e.getMessage(), e.mistakes(), e);
    }
    if (!first.live()) {
      throw new Refusal(Code.ENVIRONMENT_FAILED, first.reason());
    }
    return first;
  }

  @Override
  public void reset(Long wanted) throws Refusal {
    boolean asOpened = fresh && (wanted == null || wanted == seed);
    boolean next = begun && wanted == null;
    fresh = false;
    begun = false;
    if (!asOpened) {
      long from = wanted == null ? seed : wanted;
      transition =
          begin(
              Code.ENVIRONMENT_FAILED, () -> next ? environment.reset() : environment.reset(from));
      if (!schema.fits(environment.possibleAgents(), environment.stateSpace())) {
        throw new Refusal(
            Code.SCHEMA_CHANGED,
            "other plug-ins are installed than when this was opened, and agents, spaces or the"
                + " state are not the same; open it again");
      }
      view = environment.view();
    }
    begun = true;
    steps = 0;
    infos.begin(view);
    write();
    for (int i = 0; i < indices.length; i++) {
      reply.cost.put(i, 0);
      reply.safety.put(i, 0);
    }
  }

  @Override
  public void step(float[] actions) throws Refusal {
    requireRunning();
    infos.clear();
    try {
      transition = environment.step(actions);
    } catch (IllegalArgumentException e) {
      throw new Refusal(Code.BAD_ACTION, e.getMessage());
    }
    steps++;
    boolean whole = write();
    for (int i = 0; i < indices.length; i++) {
      reply.cost.put(i, whole ? view.cost(indices[i]) : 0);
      reply.safety.put(i, whole ? view.violation(indices[i]) : 0);
    }
    if (whole) {
      infos.step(view);
    } else {
      infos.release();
    }
  }

  private void requireRunning() throws Refusal {
    requireBegun();
    if (!transition.live()) {
      throw new Refusal(
          Code.NOT_RESET, "the episode has ended (" + transition.reason() + "); reset first");
    }
  }

  /**
   * Fills the block with what is there now.
   *
   * @return false if a plug-in has gone, and with it the state: what was last known of it stays
   */
  private boolean write() {
    boolean live = transition.live();
    reply.observations.put(0, transition.observations());
    reply.rewards.put(0, transition.rewards());
    Block.put(transition.terminated(), reply.terminated);
    Block.put(transition.truncated(), reply.truncated);
    Block.fill(live, reply.alive);
    Block.fill(live, reply.due);
    reply.masks.put(0, transition.masks());
    if (environment.stateSpace().size() != state.length) {
      return false;
    }
    environment.state(state, 0);
    reply.state.put(0, state);
    reply.held.put(0, environment.heldActions());
    return true;
  }

  @Override
  public void infos(JsonGenerator json) {
    json.writeNumberProperty("step", steps);
    json.writeStringProperty("reason", transition.reason());
    infos.write(json);
  }

  @Override
  public boolean tells() {
    return !transition.live();
  }

  @Override
  public StepView view(int copy) throws Refusal {
    requireBegun();
    if (environment.stateSpace().size() != state.length) {
      throw new Refusal(
          Code.NOT_RESET, "the episode was cut off (" + transition.reason() + "); reset first");
    }
    return view;
  }

  private void requireBegun() throws Refusal {
    if (!begun) {
      throw new Refusal(Code.NOT_RESET, "no episode has begun; reset first");
    }
  }

  @Override
  public float held(int action) {
    return reply.held.get(action);
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public boolean single() {
    return true;
  }

  @Override
  public int copies() {
    return 1;
  }

  @Override
  public Layout request() {
    return request;
  }

  @Override
  public void describe(JsonGenerator json) {
    Schema.feeders(json, view);
    infos.describe(json);
    request.write(json, "request");
    reply.layout.write(json, "reply");
  }

  @Override
  public ByteBuffer reply() {
    return reply.frame;
  }

  @Override
  public ByteBuffer finals() {
    return null;
  }

  @Override
  public void close() {
    infos.release();
    environment.close();
  }
}
