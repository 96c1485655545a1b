package powergrid.engine.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Level;
import powergrid.api.agent.Variables;
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
  private Space actionSpace = Space.EMPTY;
  private Space observationSpace = Space.EMPTY;
  private double[] resting = {};
  private boolean decides;

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
      copy.decides = face.decides;
      shown.add(copy);
    }
    return List.copyOf(shown);
  }

  /**
   * Sets what it decides on.
   *
   * @param actions its variables, at rest
   */
  void actions(Variables actions) {
    actionSpace = actions.space();
    resting = actions.values().clone();
  }

  void observationSpace(Space space) {
    observationSpace = space;
  }

  /**
   * Sets whether it decides.
   *
   * @param value true if it does
   */
  public void decides(boolean value) {
    decides = value;
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
    return Collections.unmodifiableList(children);
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
