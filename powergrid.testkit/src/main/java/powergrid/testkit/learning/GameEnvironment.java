package powergrid.testkit.learning;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import powergrid.api.agent.Agent;
import powergrid.api.environment.Environment;
import powergrid.api.environment.SentMessage;
import powergrid.api.environment.StepView;
import powergrid.api.environment.Transition;
import powergrid.api.learning.Actor;
import powergrid.api.planning.Foresight;
import powergrid.api.planning.Planning;
import powergrid.api.space.Space;

/** A game as an environment, for actors to play. */
public final class GameEnvironment implements Environment {
  private final GameCopy copy;
  private final Seen seen = new Seen();
  private Game.Outcome outcome = Game.Outcome.GOES_ON;

  /**
   * A game, to be reset first.
   *
   * @param game to be played
   */
  public GameEnvironment(Game game) {
    copy = new GameCopy(game);
  }

  /**
   * Has an actor play.
   *
   * @param actor chooses all actions
   * @param episodes how many
   * @param seed of the first
   * @return mean over the episodes of all players' summed rewards
   */
  public double play(Actor actor, int episodes, long seed) {
    double sum = 0;
    Transition now = reset(seed);
    float[] actions = new float[copy.actions.length];
    for (int e = 0; e < episodes; e++) {
      while (now.live()) {
        actor.act(this, now, actions);
        now = step(actions);
        for (float reward : now.rewards()) {
          sum += reward;
        }
      }
      now = reset();
    }
    return sum / episodes;
  }

  /** What came of a step. */
  private final class Seen implements Transition {
    @Override
    public float[] observations() {
      return copy.observations;
    }

    @Override
    public byte[] masks() {
      return copy.masks;
    }

    @Override
    public float[] rewards() {
      return copy.rewards;
    }

    @Override
    public boolean[] terminated() {
      return all(Game.Outcome.ENDED);
    }

    @Override
    public boolean[] truncated() {
      return all(Game.Outcome.CUT_OFF);
    }

    private boolean[] all(Game.Outcome what) {
      boolean[] flags = new boolean[copy.rewards.length];
      Arrays.fill(flags, outcome == what);
      return flags;
    }

    @Override
    public boolean live() {
      return outcome == Game.Outcome.GOES_ON;
    }

    @Override
    public String reason() {
      return live() ? "" : outcome == Game.Outcome.ENDED ? "ended" : "horizon";
    }
  }

  @Override
  public List<? extends Agent> agents() {
    return copy.players.get(0).everybody();
  }

  @Override
  public List<? extends Agent> possibleAgents() {
    return copy.players;
  }

  @Override
  public List<? extends Agent> liveAgents() {
    return seen.live() ? copy.players : List.of();
  }

  @Override
  public int actionOffset(int possible) {
    return copy.actionOffset(possible);
  }

  @Override
  public int observationOffset(int possible) {
    return copy.observationOffset(possible);
  }

  @Override
  public int maskOffset(int possible) {
    return copy.maskOffset(possible);
  }

  @Override
  public Transition reset(long seed) {
    copy.seed(seed);
    outcome = Game.Outcome.GOES_ON;
    return seen;
  }

  @Override
  public Transition reset() {
    copy.start();
    outcome = Game.Outcome.GOES_ON;
    return seen;
  }

  @Override
  public float[] heldActions() {
    return copy.actions;
  }

  @Override
  public Transition step(float[] actions) {
    System.arraycopy(actions, 0, copy.actions, 0, copy.actions.length);
    outcome = copy.step();
    return seen;
  }

  @Override
  public Space stateSpace() {
    return copy.game.stateSpace();
  }

  @Override
  public void state(float[] into, int offset) {
    System.arraycopy(copy.state, 0, into, offset, copy.state.length);
  }

  @Override
  public StepView view() {
    return copy.view();
  }

  @Override
  public void trace(Consumer<SentMessage> observer) {
    // Players send none.
  }

  @Override
  public byte[] snapshot() {
    return copy.save();
  }

  @Override
  public Transition restore(byte[] snapshot) {
    copy.restore(snapshot);
    outcome = Game.Outcome.GOES_ON;
    return seen;
  }

  @Override
  public void close() {
    // Nothing is held.
  }

  @Override
  public Planning planning(Foresight foresight, int... steps) {
    throw new UnsupportedOperationException("a game has no devices to plan for");
  }
}
