package powergrid.gateway.session;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import powergrid.api.agent.Agent;
import powergrid.api.environment.StepView;
import powergrid.api.environment.VectorEnvironment;
import powergrid.api.environment.VectorTransition;
import powergrid.api.random.RandomStream;
import powergrid.api.scenario.ScenarioException;
import powergrid.gateway.wire.Code;
import powergrid.gateway.wire.Frames;
import powergrid.gateway.wire.Refusal;
import tools.jackson.core.JsonGenerator;

/** Copies of an environment, stepped together and reset within the step in which they end. */
final class Copies implements Served {
  private final VectorEnvironment environment;
  private final Schema schema;
  private final Layout request;
  private final Layout finalLayout;
  private final Reply reply;
  private final ByteBuffer finals;
  private final FloatBuffer finalObservations;
  private final FloatBuffer finalStates;
  private final int[] indices;
  private long seed;
  private boolean fresh = true;
  private boolean begun;
  private VectorTransition transition;
  private boolean anyEnded;

  /**
   * Opens copies by resetting them.
   *
   * @param environment closed by this
   * @param seed what a first reset without a seed takes
   */
  Copies(VectorEnvironment environment, long seed) throws Refusal {
    this.environment = environment;
    this.seed = seed;
    int copies = environment.copies();
    transition = begin(Code.BAD_SCENARIO);
    schema =
        new Schema(
            environment.possibleAgents(),
            environment.stateSpace(),
            environment::actionOffset,
            environment::observationOffset,
            environment::maskOffset);
    request =
        new Layout(Frames.MAX_DATA).plus("actions", Layout.Type.FLOAT32, copies, schema.actions());
    reply = new Reply(schema, copies);
    finalLayout =
        new Layout(Frames.MAX_REPLY)
            .plus("observations", Layout.Type.FLOAT32, copies, schema.observations())
            .plus("state", Layout.Type.FLOAT32, copies, schema.state().size());
    Block block = new Block(finalLayout);
    finals = block.frame();
    finalObservations = block.floats("observations");
    finalStates = block.floats("state");
    indices = schema.agents().stream().mapToInt(Agent::index).toArray();
    environment.watch(this::account);
  }

  private VectorTransition begin(Code mistaken) throws Refusal {
    try {
      return environment.reset(seed);
    } catch (ScenarioException e) {
      throw new Refusal(mistaken, e.getMessage(), e.mistakes(), e);
    } catch (IllegalStateException e) {
      throw new Refusal(Code.ENVIRONMENT_FAILED, e.getMessage());
    }
  }

  @Override
  public void reset(Long wanted) throws Refusal {
    boolean asOpened = fresh && (wanted == null || wanted == seed);
    if (wanted != null) {
      seed = wanted;
    } else if (!fresh) {
      seed = new RandomStream(seed).derive("reset");
    }
    fresh = false;
    begun = false;
    if (!asOpened) {
      transition = begin(Code.ENVIRONMENT_FAILED);
      if (!schema.fits(environment.possibleAgents(), environment.stateSpace())) {
        throw new Refusal(
            Code.SCHEMA_CHANGED,
            "other plug-ins are installed than when this was opened, and agents, spaces or the"
                + " state are not the same; open it again");
      }
    }
    begun = true;
    anyEnded = false;
    look();
    clear(reply.cost.capacity());
  }

  /** After a reset nothing has come of anything yet. */
  private void clear(int entries) {
    for (int i = 0; i < entries; i++) {
      reply.cost.put(i, 0);
      reply.safety.put(i, 0);
      reply.rewards.put(i, 0);
      reply.terminated.put(i, (byte) 0);
      reply.truncated.put(i, (byte) 0);
    }
    Block.fill(false, reply.ended);
  }

  private void look() {
    reply.observations.put(0, transition.observations());
    reply.state.put(0, transition.states());
    reply.held.put(0, transition.heldActions());
    reply.masks.put(0, transition.masks());
    Block.fill(true, reply.due);
  }

  @Override
  public void step(float[] actions) throws Refusal {
    requireBegun();
    try {
      transition = environment.step(actions);
    } catch (IllegalArgumentException e) {
      throw new Refusal(Code.BAD_ACTION, e.getMessage());
    } catch (IllegalStateException e) {
      begun = false;
      throw new Refusal(Code.ENVIRONMENT_FAILED, e.getMessage());
    }
    look();
    reply.rewards.put(0, transition.rewards());
    Block.put(transition.terminated(), reply.terminated);
    Block.put(transition.truncated(), reply.truncated);
    Block.put(transition.ended(), reply.ended);
    anyEnded = false;
    for (boolean ended : transition.ended()) {
      anyEnded |= ended;
    }
    if (anyEnded) {
      finalObservations.put(0, transition.finalObservations());
      finalStates.put(0, transition.finalStates());
    }
  }

  /** Takes down a copy's step; called for several copies at once, each with its own part. */
  private void account(int copy, StepView step) {
    int at = copy * indices.length;
    for (int index : indices) {
      reply.cost.put(at, step.cost(index));
      reply.safety.put(at, step.violation(index));
      at++;
    }
  }

  private void requireBegun() throws Refusal {
    if (!begun) {
      throw new Refusal(Code.NOT_RESET, "no episode has begun, or one failed; reset first");
    }
  }

  @Override
  public void infos(JsonGenerator json) {
    json.writeNullProperty("step");
  }

  @Override
  public boolean tells() {
    return false;
  }

  @Override
  public ByteBuffer finals() {
    return anyEnded ? finals : null;
  }

  @Override
  public StepView view(int copy) throws Refusal {
    requireBegun();
    return environment.view(copy);
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
    return false;
  }

  @Override
  public int copies() {
    return environment.copies();
  }

  @Override
  public Layout request() {
    return request;
  }

  @Override
  public void describe(JsonGenerator json) {
    Schema.feeders(json, environment.view(0));
    request.write(json, "request");
    reply.layout.write(json, "reply");
    finalLayout.write(json, "final");
  }

  @Override
  public ByteBuffer reply() {
    return reply.frame;
  }

  @Override
  public void close() {
    environment.close();
  }
}
