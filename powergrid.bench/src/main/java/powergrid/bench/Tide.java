package powergrid.bench;

import java.util.ArrayList;
import java.util.List;
import powergrid.api.random.RandomStream;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;
import powergrid.testkit.FakeAgent;
import powergrid.testkit.learning.Game;

/**
 * A game that costs next to nothing and has the sizes of three microgrids: three players with 64
 * observations and three continuous actions each, a central state of 192 numbers, 96 steps.
 */
final class Tide implements Game {
  private static final int PLAYERS = 3;
  private static final int OBSERVED = 64;
  private static final int ACTIONS = 3;
  private static final int STEPS = 96;

  private final List<FakeAgent> players = new ArrayList<>();
  private final double[] level = new double[PLAYERS * ACTIONS];
  private RandomStream random;
  private int steps;

  Tide() {
    FakeAgent first = FakeAgent.grid("MG1");
    for (int i = 1; i <= PLAYERS; i++) {
      players.add(
          (i == 1 ? first : first.beside("MG" + i))
              .actionSpace(Space.of(axes("a", ACTIONS)))
              .observationSpace(Space.of(axes("o", OBSERVED)))
              .deciding());
    }
  }

  private static List<Axis> axes(String name, int count) {
    List<Axis> axes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      axes.add(Axis.real(name + i, "MW", -1, 1));
    }
    return axes;
  }

  @Override
  public List<FakeAgent> players() {
    return players;
  }

  @Override
  public Space stateSpace() {
    return Space.of(axes("s", PLAYERS * OBSERVED));
  }

  @Override
  public void start(RandomStream stream) {
    random = stream;
    steps = 0;
    for (int i = 0; i < level.length; i++) {
      level[i] = random.nextDouble();
    }
  }

  @Override
  public void observe(float[] observations) {
    for (int i = 0; i < observations.length; i++) {
      observations[i] = (float) (level[i % level.length] * (1 + i % 7) + 0.01 * steps);
    }
  }

  @Override
  public void state(float[] state) {
    observe(state);
  }

  @Override
  public Outcome step(float[] actions, float[] rewards) {
    for (int i = 0; i < PLAYERS; i++) {
      double cost = 0;
      for (int k = 0; k < ACTIONS; k++) {
        int a = i * ACTIONS + k;
        level[a] = 0.9 * level[a] + 0.3 * actions[a] + 0.1 * (random.nextDouble() - 0.5);
        cost += level[a] * level[a];
      }
      rewards[i] = (float) -cost;
    }
    steps++;
    return steps == STEPS ? Outcome.CUT_OFF : Outcome.GOES_ON;
  }

  @Override
  public double[] save() {
    double[] saved = java.util.Arrays.copyOf(level, level.length + 1);
    saved[level.length] = steps;
    return saved;
  }

  @Override
  public void restore(double[] saved) {
    System.arraycopy(saved, 0, level, 0, level.length);
    steps = (int) saved[level.length];
  }
}
