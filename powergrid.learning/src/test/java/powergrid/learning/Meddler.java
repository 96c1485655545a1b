package powergrid.learning;

import java.util.List;
import powergrid.api.random.RandomStream;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;
import powergrid.testkit.FakeAgent;
import powergrid.testkit.learning.Game;

/**
 * Two players who decide on a power and a mode, and an operator that does what it likes with it: it
 * clamps powers to what it holds for safe, mixes them with each other's, and closes modes. Episodes
 * are cut off after 7 steps, or end of their own where the powers happen to agree.
 */
public final class Meddler implements Game {
  private final List<FakeAgent> players;
  private final double[] level = new double[2];
  private final double[] override = new double[2];
  private RandomStream random;
  private int steps;

  /** A game, not started yet. */
  public Meddler() {
    this(false);
  }

  /** A game, in which the second player may have no mode and see no step. */
  public Meddler(boolean uneven) {
    FakeAgent first = FakeAgent.grid("MG1");
    players = List.of(player(first, false), player(first.beside("MG2"), uneven));
  }

  private static FakeAgent player(FakeAgent agent, boolean lesser) {
    Axis p = Axis.real("p", "MW", -0.5, 1.5);
    Axis level = Axis.real("level", "MWh", 0, 1e3);
    return agent
        .actionSpace(lesser ? Space.of(p) : Space.of(p, Axis.choice("mode", 3)))
        .observationSpace(lesser ? Space.of(level) : Space.of(level, Axis.real("step", "", 0, 7)))
        .deciding();
  }

  @Override
  public List<FakeAgent> players() {
    return players;
  }

  @Override
  public Space stateSpace() {
    return Space.of(Axis.real("a", "MWh", 0, 1e3), Axis.real("b", "MWh", 0, 1e3));
  }

  @Override
  public void state(float[] state) {
    state[0] = (float) level[0];
    state[1] = (float) level[1];
  }

  @Override
  public void start(RandomStream stream) {
    random = stream;
    steps = 0;
    level[0] = 100 * random.nextDouble();
    level[1] = 100 * random.nextDouble();
  }

  @Override
  public void observe(float[] observations) {
    for (int i = 0; i < 2; i++) {
      observations[2 * i] = (float) level[i];
      if (2 * i + 1 < observations.length) {
        observations[2 * i + 1] = steps;
      }
    }
  }

  @Override
  public void mask(byte[] masks) {
    for (int i = 0; i < masks.length; i++) {
      masks[i] = (byte) (i % 3 == (int) level[i / 3] % 3 ? 0 : 1);
    }
  }

  @Override
  public Outcome step(float[] actions, float[] rewards) {
    double mean = (actions[0] + actions[2]) / 2;
    for (int i = 0; i < 2; i++) {
      double executed = Math.max(-0.1, Math.min(0.1, 0.3 * actions[2 * i] + 0.7 * mean));
      override[i] = Math.abs(executed - actions[2 * i]);
      double mode = 2 * i + 1 < actions.length ? actions[2 * i + 1] : 0;
      level[i] += executed + mode + random.nextGaussian();
      rewards[i] = (float) (executed - 0.01 * level[i]);
    }
    steps++;
    if (Math.abs(level[0] - level[1]) < 3) {
      return Outcome.ENDED;
    }
    return steps == 7 ? Outcome.CUT_OFF : Outcome.GOES_ON;
  }

  @Override
  public double override(int player) {
    return override[player];
  }

  @Override
  public double[] save() {
    return new double[] {level[0], level[1], override[0], override[1], steps};
  }

  @Override
  public void restore(double[] saved) {
    System.arraycopy(saved, 0, level, 0, 2);
    System.arraycopy(saved, 2, override, 0, 2);
    steps = (int) saved[4];
  }
}
