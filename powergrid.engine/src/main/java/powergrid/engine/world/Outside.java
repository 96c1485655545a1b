package powergrid.engine.world;

import java.util.ArrayList;
import java.util.List;
import powergrid.api.agent.Model;
import powergrid.api.reward.Reward;
import powergrid.api.scenario.ActionScale;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;

/**
 * The border between deciders and who drives them: flat float arrays for those that a caller
 * drives, arrays of their own for those that a policy drives. Double and physical inside, float and
 * scaled as the scenario says at the border.
 */
public final class Outside {
  /** A decider's place. */
  private static final class Post {
    final Actor actor;
    final Observer observer;
    final Scaling scaling;
    final int action;
    final float[] observations;
    final int observation;
    final byte[] masks;
    final int mask;

    Post(
        Actor actor,
        Observer observer,
        Scaling scaling,
        int action,
        float[] observations,
        int observation,
        byte[] masks,
        int mask) {
      this.actor = actor;
      this.observer = observer;
      this.scaling = scaling;
      this.action = action;
      this.observations = observations;
      this.observation = observation;
      this.masks = masks;
      this.mask = mask;
    }
  }

  private final Post[] all;
  private final Post[] driven;
  private final List<AgentFace> agents;
  private final List<AgentFace> possible = new ArrayList<>();
  private final int[] actionOffsets;
  private final int[] observationOffsets;
  private final int[] maskOffsets;
  private final float[] observations;
  private final byte[] masks;
  private final float[] rewards;
  private final float[] held;

  Outside(
      List<AgentFace> faces,
      List<Actor> deciders,
      List<Observer> observers,
      ActionScale scale,
      Common common) {
    List<Actor> callers = deciders.stream().filter(a -> a.policy() == null).toList();
    int n = callers.size();
    Scaling[] scalings = new Scaling[n];
    List<Space> spaces = new ArrayList<>(faces.stream().map(AgentFace::actionSpace).toList());
    for (int i = 0; i < n; i++) {
      AgentFace face = callers.get(i).face();
      scalings[i] = scaling(face.actionSpace(), scale);
      spaces.set(face.index(), scalings[i].outside());
    }
    agents = AgentFace.shown(faces, spaces);
    actionOffsets = new int[n + 1];
    observationOffsets = new int[n + 1];
    maskOffsets = new int[n + 1];
    for (int i = 0; i < n; i++) {
      AgentFace face = agents.get(callers.get(i).face().index());
      possible.add(face);
      actionOffsets[i + 1] = actionOffsets[i] + face.actionSpace().size();
      observationOffsets[i + 1] = observationOffsets[i] + face.observationSpace().size();
      maskOffsets[i + 1] = maskOffsets[i] + face.actionSpace().maskSize();
    }
    observations = new float[observationOffsets[n]];
    masks = new byte[maskOffsets[n]];
    rewards = new float[n];
    held = new float[actionOffsets[n]];
    all = new Post[deciders.size()];
    driven = new Post[n];
    int k = 0;
    for (int i = 0; i < all.length; i++) {
      Actor actor = deciders.get(i);
      Observer observer = observers.get(i);
      if (actor.policy() == null) {
        all[i] =
            new Post(
                actor,
                observer,
                scalings[k],
                actionOffsets[k],
                observations,
                observationOffsets[k],
                masks,
                maskOffsets[k]);
        driven[k++] = all[i];
      } else {
        float[] seen = new float[actor.face().observationSpace().size()];
        byte[] open = new byte[actor.face().actionSpace().maskSize()];
        Scaling scaling = Scaling.physical(actor.face().actionSpace());
        all[i] = new Post(actor, observer, scaling, 0, seen, 0, open, 0);
        actor.decision(new DecisionView(seen, open, actor, common));
      }
    }
  }

  private static Scaling scaling(Space space, ActionScale scale) {
    return scale == ActionScale.NORMALISED ? Scaling.normalised(space) : Scaling.physical(space);
  }

  /** Everybody as a caller sees them. */
  public List<AgentFace> agents() {
    return agents;
  }

  /** Those that a caller drives. */
  public List<AgentFace> possible() {
    return possible;
  }

  /** Where actions start, by position; one more for the length. */
  public int[] actionOffsets() {
    return actionOffsets;
  }

  /** Where observations start, by position; one more for the length. */
  public int[] observationOffsets() {
    return observationOffsets;
  }

  /** Where masks start, by position; one more for the length. */
  public int[] maskOffsets() {
    return maskOffsets;
  }

  /** Lets those that a caller drives tell others what they learn. */
  public void models(List<? extends Model> models) {
    for (int k = 0; k < driven.length; k++) {
      driven[k].actor.model(models.get(k));
    }
  }

  /** The observations; live. */
  public float[] observations() {
    return observations;
  }

  /** The masks; live. */
  public byte[] masks() {
    return masks;
  }

  /** The rewards; live. */
  public float[] rewards() {
    return rewards;
  }

  /** The present actions, as a caller that holds would send them. */
  public float[] held() {
    for (Post post : driven) {
      double[] values = post.actor.actions().values();
      for (int i = 0; i < values.length; i++) {
        held[post.action + i] = post.scaling.outward(i, values[i]);
      }
    }
    return held;
  }

  /**
   * Refuses what is no action, before anything has happened.
   *
   * @throws IllegalArgumentException that names the agent and the axis
   */
  public void check(float[] actions) {
    if (actions.length != actionOffsets[driven.length]) {
      throw new IllegalArgumentException(
          actions.length + " numbers of action; the agents take " + actionOffsets[driven.length]);
    }
    for (int i = 0; i < actions.length; i++) {
      if (!Float.isFinite(actions[i])) {
        throw refusal(i, actions[i]);
      }
    }
  }

  private IllegalArgumentException refusal(int at, float value) {
    int k = 0;
    while (at >= actionOffsets[k + 1]) {
      k++;
    }
    Axis axis = possible.get(k).actionSpace().axis(at - actionOffsets[k]);
    return new IllegalArgumentException(
        String.format(
            java.util.Locale.ROOT,
            "agent %s: action %s is %s; it takes a number from %s to %s",
            possible.get(k).id(),
            axis.name(),
            value,
            axis.low(),
            axis.high()));
  }

  /** Takes over the caller's actions. */
  void take(float[] actions) {
    for (Post post : driven) {
      int size = post.actor.actions().values().length;
      for (int i = 0; i < size; i++) {
        post.actor.choose(i, post.scaling.inward(i, actions[post.action + i]));
      }
    }
  }

  void reward(Reward by, StepRecord step) {
    for (int k = 0; k < driven.length; k++) {
      rewards[k] = (float) by.of(driven[k].actor.face().index(), step);
    }
  }

  void observe() {
    for (Post post : all) {
      post.observer.write(post.observations, post.observation);
      boolean[] forbidden = post.actor.actions().forbidden();
      for (int i = 0; i < forbidden.length; i++) {
        post.masks[post.mask + i] = (byte) (forbidden[i] ? 0 : 1);
      }
    }
  }
}
