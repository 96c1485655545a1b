package powergrid.engine.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Characteristic;
import powergrid.api.agent.Level;
import powergrid.api.agent.Variables;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;

/**
 * An agent's public face. Holds nothing of a plug-in, so that it may outlive the environment that
 * it was assembled for. Completed by the assembly, unchanged afterwards.
 */
public final class AgentFace implements Agent {
  private final String id;
  private final Level level;
  private final int index;
  private final AgentFace parent;
  private final List<AgentFace> children = new ArrayList<>();
  private final List<AgentFace> shown = Collections.unmodifiableList(children);
  private Space actionSpace = Space.EMPTY;
  private Space observationSpace = Space.EMPTY;
  private double[] resting = {};
  private boolean decides;
  private Set<Characteristic> follows = Set.of();

  /** Null where it cannot be dispatched. */
  private Axis dispatch;

  private double restingMw = Double.NaN;

  /**
   * A face, added to its parent's children.
   *
   * @param id unique in the environment
   * @param level where it stands
   * @param index among all agents
   * @param parent null at the top
   */
  public AgentFace(String id, Level level, int index, AgentFace parent) {
    this.id = id;
    this.level = level;
    this.index = index;
    this.parent = parent;
    if (parent != null) {
      parent.children.add(this);
    }
  }

  /**
   * Everybody as a caller sees them: with action spaces of their own where there are any.
   *
   * @param faces parents before children
   * @param spaces by position, that of the agent itself or another one
   * @return the same faces where no space is another
   */
  static List<AgentFace> shown(List<AgentFace> faces, List<Space> spaces) {
    if (faces.stream().allMatch(face -> face.actionSpace.equals(spaces.get(face.index)))) {
      return List.copyOf(faces);
    }
    List<AgentFace> shown = new ArrayList<>();
    for (AgentFace face : faces) {
      AgentFace above = face.parent == null ? null : shown.get(face.parent.index);
      AgentFace copy = new AgentFace(face.id, face.level, face.index, above);
      copy.actionSpace = spaces.get(face.index);
      copy.observationSpace = face.observationSpace;
      copy.resting = face.restingIn(copy.actionSpace);
      copy.decides = face.decides;
      copy.follows = face.follows;
      copy.dispatch = face.dispatch;
      copy.restingMw = face.restingMw;
      shown.add(copy);
    }
    return List.copyOf(shown);
  }

  /** Where its action rests in a space with the same axes, scaled. */
  private double[] restingIn(Space other) {
    double[] scaled = resting.clone();
    for (int i = 0; i < scaled.length; i++) {
      Axis from = actionSpace.axis(i);
      Axis to = other.axis(i);
      if (!from.equals(to) && from.high() > from.low()) {
        double share = (resting[i] - from.low()) / (from.high() - from.low());
        scaled[i] = to.low() + share * (to.high() - to.low());
      }
    }
    return scaled;
  }

  /**
   * Sets what it decides on, as far as that is known.
   *
   * @param actions its variables, at rest
   */
  void actions(Variables actions) {
    actionSpace = actions.declared();
    resting = actions.values().clone();
  }

  /**
   * Works out who decides: the agents of some levels, and for one of them that has nothing to
   * decide, its children.
   *
   * @param faces parents before children
   * @param levels of those who decide
   */
  static void decide(List<AgentFace> faces, Set<Level> levels) {
    boolean[] passedOn = new boolean[faces.size()];
    for (AgentFace face : faces) {
      boolean asked =
          levels.contains(face.level) || (face.parent != null && passedOn[face.parent.index]);
      face.decides = asked && face.actionSpace.size() > 0;
      passedOn[face.index] = asked && !face.decides;
    }
  }

  /** Has it dispatched, injected, within an axis' bounds, and rest at a power. */
  void dispatch(Axis power, double rest) {
    dispatch = power;
    restingMw = rest;
  }

  void follows(Set<Characteristic> those) {
    follows = Set.copyOf(those);
  }

  void observationSpace(Space space) {
    observationSpace = space;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Level level() {
    return level;
  }

  @Override
  public int index() {
    return index;
  }

  @Override
  public AgentFace parent() {
    return parent;
  }

  @Override
  public List<AgentFace> children() {
    return shown;
  }

  @Override
  public Space actionSpace() {
    return actionSpace;
  }

  @Override
  public double restingAction(int axis) {
    return resting[axis];
  }

  @Override
  public Axis dispatch() {
    return dispatch;
  }

  @Override
  public double restingMw() {
    return restingMw;
  }

  @Override
  public Set<Characteristic> follows() {
    return follows;
  }

  @Override
  public Space observationSpace() {
    return observationSpace;
  }

  @Override
  public boolean decides() {
    return decides;
  }

  @Override
  public String toString() {
    return id;
  }
}
