package powergrid.testkit.learning;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Model;
import powergrid.api.environment.StepObserver;
import powergrid.api.environment.StepView;
import powergrid.api.environment.VectorEnvironment;
import powergrid.api.environment.VectorTransition;
import powergrid.api.random.RandomStream;
import powergrid.api.space.Space;

/** Copies of a game as a vector of environments, stepped one after the other. */
public final class GameVector implements VectorEnvironment {
  private final List<GameCopy> copies = new ArrayList<>();
  private final GameCopy first;
  private final Seen seen;

  /** Null where nobody wants to see steps. */
  private StepObserver observer;

  private Consumer<List<? extends Model>> exchange = models -> {};
  private List<? extends Model> models = List.of();

  /**
   * Copies of a game, to be reset first.
   *
   * @param games makes them
   * @param count how many
   */
  public GameVector(Supplier<? extends Game> games, int count) {
    for (int c = 0; c < count; c++) {
      copies.add(new GameCopy(games.get()));
    }
    first = copies.get(0);
    seen = Seen.room(count, first);
  }

  /** What came of a step. */
  @SuppressWarnings("ArrayRecordComponent") // as the interface has them; never compared
  private record Seen(
      float[] observations,
      float[] states,
      byte[] masks,
      float[] rewards,
      boolean[] terminated,
      boolean[] truncated,
      boolean[] ended,
      float[] finalObservations,
      float[] finalStates,
      float[] heldActions)
      implements VectorTransition {
    static Seen room(int count, GameCopy of) {
      int players = of.rewards.length;
      return new Seen(
          new float[count * of.observations.length],
          new float[count * of.state.length],
          new byte[count * of.masks.length],
          new float[count * players],
          new boolean[count * players],
          new boolean[count * players],
          new boolean[count],
          new float[count * of.observations.length],
          new float[count * of.state.length],
          new float[count * of.actions.length]);
    }
  }

  @Override
  public int copies() {
    return copies.size();
  }

  @Override
  public List<? extends Agent> possibleAgents() {
    return first.players;
  }

  @Override
  public Space stateSpace() {
    return first.game.stateSpace();
  }

  @Override
  public int actionOffset(int possible) {
    return first.actionOffset(possible);
  }

  @Override
  public int observationOffset(int possible) {
    return first.observationOffset(possible);
  }

  @Override
  public int maskOffset(int possible) {
    return first.maskOffset(possible);
  }

  @Override
  public VectorTransition reset(long seed) {
    RandomStream streams = new RandomStream(seed);
    for (int c = 0; c < copies.size(); c++) {
      copies.get(c).seed(streams.derive("copy" + c));
      show(c);
    }
    return seen;
  }

  @Override
  public VectorTransition step(float[] actions) {
    for (int c = 0; c < copies.size(); c++) {
      GameCopy copy = copies.get(c);
      int n = copy.actions.length;
      System.arraycopy(actions, c * n, copy.actions, 0, n);
      System.arraycopy(actions, c * n, seen.heldActions, c * n, n);
      Game.Outcome outcome = copy.step();
      int players = copy.rewards.length;
      System.arraycopy(copy.rewards, 0, seen.rewards, c * players, players);
      for (int i = 0; i < players; i++) {
        seen.terminated[c * players + i] = outcome == Game.Outcome.ENDED;
        seen.truncated[c * players + i] = outcome == Game.Outcome.CUT_OFF;
      }
      seen.ended[c] = outcome != Game.Outcome.GOES_ON;
      if (observer != null) {
        observer.stepped(c, copy.view());
      }
      if (seen.ended[c]) {
        put(copy.observations, seen.finalObservations, c);
        put(copy.state, seen.finalStates, c);
        copy.start();
      }
      show(c);
    }
    exchange.accept(models);
    return seen;
  }

  private void show(int c) {
    GameCopy copy = copies.get(c);
    put(copy.observations, seen.observations, c);
    put(copy.state, seen.states, c);
    System.arraycopy(copy.masks, 0, seen.masks, c * copy.masks.length, copy.masks.length);
  }

  private static void put(float[] from, float[] to, int copy) {
    System.arraycopy(from, 0, to, copy * from.length, from.length);
  }

  @Override
  public StepView view(int copy) {
    return copies.get(copy).view();
  }

  @Override
  public void watch(StepObserver by) {
    observer = by;
  }

  /**
   * Has players exchange what they learn, as a protocol might.
   *
   * @param by called with their models after every step
   * @return this
   */
  public GameVector exchanging(Consumer<List<? extends Model>> by) {
    exchange = by;
    return this;
  }

  @Override
  public void models(List<? extends Model> those) {
    if (those.size() != first.players.size()) {
      throw new IllegalArgumentException(
          those.size() + " models for " + first.players.size() + " players");
    }
    models = List.copyOf(those);
  }

  @Override
  public byte[] snapshot() {
    List<byte[]> parts = copies.stream().map(GameCopy::save).toList();
    ByteBuffer all = ByteBuffer.allocate(parts.stream().mapToInt(p -> p.length + 4).sum());
    for (byte[] part : parts) {
      all.putInt(part.length).put(part);
    }
    return all.array();
  }

  @Override
  public VectorTransition restore(byte[] snapshot) {
    ByteBuffer all = ByteBuffer.wrap(snapshot);
    for (int c = 0; c < copies.size(); c++) {
      byte[] part = new byte[all.getInt()];
      all.get(part);
      copies.get(c).restore(part);
      show(c);
    }
    return seen;
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
