package powergrid.engine.environment;

import java.util.Arrays;
import java.util.List;
import powergrid.api.environment.Transition;
import powergrid.engine.world.AgentFace;
import powergrid.engine.world.Outside;

/** What an environment shows to its caller; keeps its last values when the world behind it goes. */
final class Border implements Transition {
  /** Before the first reset. */
  static final Border NONE = new Border();

  private final List<AgentFace> agents;
  private final List<AgentFace> possible;
  private final int[] actionOffsets;
  private final int[] observationOffsets;
  private final int[] maskOffsets;
  private final float[] observations;
  private final byte[] masks;
  private final float[] rewards;
  private final boolean[] terminated;
  private final boolean[] truncated;
  private String reason = "not begun";

  private Border() {
    agents = possible = List.of();
    actionOffsets = observationOffsets = maskOffsets = new int[1];
    observations = rewards = new float[0];
    masks = new byte[0];
    terminated = truncated = new boolean[0];
  }

  Border(Outside outside) {
    agents = outside.agents();
    possible = List.copyOf(outside.possible());
    actionOffsets = outside.actionOffsets();
    observationOffsets = outside.observationOffsets();
    maskOffsets = outside.maskOffsets();
    observations = outside.observations();
    masks = outside.masks();
    rewards = outside.rewards();
    terminated = new boolean[possible.size()];
    truncated = new boolean[possible.size()];
  }

  void begin() {
    resume("", false);
    Arrays.fill(rewards, 0);
  }

  void resume(String ended, boolean byItself) {
    reason = ended;
    Arrays.fill(terminated, !ended.isEmpty() && byItself);
    Arrays.fill(truncated, !ended.isEmpty() && !byItself);
  }

  void terminate(String why) {
    resume(why, true);
  }

  void truncate(String why) {
    resume(why, false);
  }

  List<AgentFace> agents() {
    return agents;
  }

  List<AgentFace> possible() {
    return possible;
  }

  int actionOffset(int i) {
    return actionOffsets[i];
  }

  int observationOffset(int i) {
    return observationOffsets[i];
  }

  int maskOffset(int i) {
    return maskOffsets[i];
  }

  boolean byItself() {
    return terminated.length > 0 && terminated[0];
  }

  @Override
  public float[] observations() {
    return observations;
  }

  @Override
  public byte[] masks() {
    return masks;
  }

  @Override
  public float[] rewards() {
    return rewards;
  }

  @Override
  public boolean[] terminated() {
    return terminated;
  }

  @Override
  public boolean[] truncated() {
    return truncated;
  }

  @Override
  public boolean live() {
    return reason.isEmpty();
  }

  @Override
  public String reason() {
    return reason;
  }
}
