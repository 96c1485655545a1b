package powergrid.engine.environment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Model;
import powergrid.api.environment.Credit;
import powergrid.api.environment.StepObserver;
import powergrid.api.environment.StepView;
import powergrid.api.environment.Transition;
import powergrid.api.environment.VectorEnvironment;
import powergrid.api.environment.VectorTransition;
import powergrid.api.space.Space;

/** Copies of an environment. What one copy does touches its own part of the arrays alone. */
final class Copies implements VectorEnvironment {
  /** Ends that are part of the game; any other is a plug-in that went away or failed. */
  private static final Set<String> ORDINARY_ENDS = Set.of("horizon", "blackout");

  private final WorkbenchEnvironment[] environments;
  private final Counterfactuals[] credits;
  private final Credit credit;
  private final Crew crew;
  private CopiesTransition arrays;

  /** Null where nobody wants to see steps. */
  private StepObserver observer;

  Copies(WorkbenchEnvironment[] environments, Credit credit, int threads) {
    this.environments = environments;
    this.credit = credit;
    crew = new Crew(environments.length, threads);
    credits = new Counterfactuals[environments.length];
  }

  @Override
  public int copies() {
    return environments.length;
  }

  @Override
  public List<? extends Agent> possibleAgents() {
    return environments[0].possibleAgents();
  }

  @Override
  public Space stateSpace() {
    return environments[0].stateSpace();
  }

  @Override
  public int actionOffset(int possible) {
    return environments[0].actionOffset(possible);
  }

  @Override
  public int observationOffset(int possible) {
    return environments[0].observationOffset(possible);
  }

  @Override
  public int maskOffset(int possible) {
    return environments[0].maskOffset(possible);
  }

  @Override
  public VectorTransition reset(long seed) {
    Transition[] first = new Transition[copies()];
    do { // again where a plug-in came in between: all copies are of the same plug-ins
      first[0] = environments[0].reset(seed); // alone: what is wrong is thrown once
      crew.each(copy -> first[copy] = copy == 0 ? first[0] : environments[copy].reset(seed));
    } while (!alike());
    arrays = new CopiesTransition(this);
    crew.each(copy -> begin(copy, first[copy]));
    return arrays;
  }

  @Override
  public VectorTransition step(float[] actions) {
    int size = arrays().actionSize();
    if (actions.length != copies() * size) {
      throw new IllegalArgumentException(
          actions.length + " numbers of action; " + copies() + " copies take " + size + " each");
    }
    for (int copy = 0; copy < copies(); copy++) {
      float[] own = arrays.actions(copy, actions);
      try {
        environments[copy].check(own);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("copy " + copy + ": " + e.getMessage(), e);
      }
    }
    String untaught = environments[0].missesModels();
    if (!untaught.isEmpty()) {
      throw new IllegalStateException(
          untaught
              + " exchanges what agents learn, and this learner has no model for each agent; take"
              + " ippo or mappo, with share: none");
    }
    crew.each(this::step);
    return arrays;
  }

  private void step(int copy) {
    WorkbenchEnvironment environment = environments[copy];
    float[] own = arrays.actions(copy);
    double[] without = null;
    if (credit == Credit.DIFFERENCE) {
      if (credits[copy] == null) {
        credits[copy] = new Counterfactuals(copy, environment);
      }
      without = credits[copy].sums(own);
    }
    Transition transition = environment.step(own);
    requireOrdinary(copy, transition);
    arrays.settle(copy, transition, credit, without);
    if (observer != null) {
      observer.stepped(copy, environment.view());
    }
    if (!transition.live()) {
      arrays.close(copy, environment, transition);
      begin(copy, environment.next());
    } else {
      arrays.look(copy, environment, transition);
    }
  }

  private void begin(int copy, Transition first) {
    requireOrdinary(copy, first);
    arrays.look(copy, environments[copy], first);
  }

  private boolean alike() {
    return Arrays.stream(environments)
        .allMatch(other -> other.generation() == environments[0].generation());
  }

  static void requireOrdinary(int copy, Transition transition) {
    if (!transition.live() && !ORDINARY_ENDS.contains(transition.reason())) {
      throw new IllegalStateException("copy " + copy + ": " + transition.reason());
    }
  }

  private CopiesTransition arrays() {
    if (arrays == null) {
      throw new IllegalStateException("step before the first reset");
    }
    return arrays;
  }

  @Override
  public StepView view(int copy) {
    return environments[copy].view();
  }

  @Override
  public void watch(StepObserver by) {
    observer = by;
  }

  @Override
  public void models(List<? extends Model> models) {
    environments[0].models(models);
  }

  @Override
  public byte[] snapshot() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(copies());
      for (WorkbenchEnvironment environment : environments) {
        byte[] one = environment.snapshot();
        out.writeInt(one.length);
        out.write(one);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Override
  public VectorTransition restore(byte[] snapshot) {
    byte[][] each = new byte[copies()][];
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(snapshot))) {
      int saved = in.readInt();
      if (saved != copies()) {
        throw new IllegalArgumentException(
            "the snapshot is of " + saved + " copies, not of " + copies());
      }
      for (int copy = 0; copy < each.length; copy++) {
        each[copy] = in.readNBytes(in.readInt());
      }
    } catch (IOException | NegativeArraySizeException e) {
      throw new IllegalArgumentException("the snapshot is damaged: it ends too early", e);
    }
    Transition first = environments[0].restore(each[0]);
    arrays = new CopiesTransition(this);
    crew.each(copy -> begin(copy, copy == 0 ? first : environments[copy].restore(each[copy])));
    return arrays;
  }

  @Override
  public void close() {
    for (WorkbenchEnvironment environment : environments) {
      environment.close();
    }
    crew.close();
  }
}
