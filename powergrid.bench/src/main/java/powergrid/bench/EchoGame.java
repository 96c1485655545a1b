package powergrid.bench;

import java.util.ArrayList;
import java.util.List;
import powergrid.api.random.RandomStream;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;
import powergrid.testkit.FakeAgent;
import powergrid.testkit.learning.Game;

/**
 * Ten agents of 20 actions, each of whom observes its own last actions three times over: what a
 * step costs beside what happens in it. 1,000 steps.
 */
final class EchoGame implements Game {
  static final int AGENTS = 10;
  static final int ACTIONS = 20;
  static final int OBSERVATIONS = 60;

  private static final int MOST_STEPS = 1000;

  private final List<FakeAgent> players = new ArrayList<>();
  private final float[] last = new float[AGENTS * ACTIONS];
  private int steps;

  EchoGame() {
    FakeAgent first = FakeAgent.grid("agent0");
    for (int i = 0; i < AGENTS; i++) {
      FakeAgent player = i == 0 ? first : first.beside("agent" + i);
      players.add(
          player.actionSpace(space(ACTIONS)).observationSpace(space(OBSERVATIONS)).deciding());
    }
  }

  private static Space space(int size) {
    List<Axis> axes = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      axes.add(Axis.real("x" + i, "", -1, 1));
    }
    return Space.of(axes);
  }

  @Override
  public List<FakeAgent> players() {
    return players;
  }

  @Override
  public void start(RandomStream random) {
    steps = 0;
  }

  @Override
  public void observe(float[] observations) {
    for (int i = 0; i < AGENTS; i++) {
      for (int k = 0; k < OBSERVATIONS; k += ACTIONS) {
        System.arraycopy(last, i * ACTIONS, observations, i * OBSERVATIONS + k, ACTIONS);
      }
    }
  }

  @Override
  public Outcome step(float[] actions, float[] rewards) {
    System.arraycopy(actions, 0, last, 0, last.length);
    steps++;
    return steps < MOST_STEPS ? Outcome.GOES_ON : Outcome.CUT_OFF;
  }

  @Override
  public double[] save() {
    throw new UnsupportedOperationException("nobody goes back in it");
  }

  @Override
  public void restore(double[] saved) {
    throw new UnsupportedOperationException("nobody goes back in it");
  }
}
