package powergrid.testkit.learning;

import java.nio.ByteBuffer;
import java.util.List;
import powergrid.api.environment.StepView;
import powergrid.api.random.RandomStream;
import powergrid.api.space.Space;
import powergrid.testkit.FakeAgent;
import powergrid.testkit.FakeStep;

/** A game with its random stream, and room for what belongs to its players. */
final class GameCopy {
  final Game game;
  final List<FakeAgent> players;
  final float[] observations;
  final float[] state;
  final float[] actions;
  final byte[] masks;
  final float[] rewards;

  private final RandomStream random = new RandomStream(0);
  private final int[] observationOffsets;
  private final int[] actionOffsets;
  private final int[] maskOffsets;
  private final FakeStep view;

  GameCopy(Game game) {
    this.game = game;
    players = game.players();
    int n = players.size();
    observationOffsets = new int[n + 1];
    actionOffsets = new int[n + 1];
    maskOffsets = new int[n + 1];
    for (int i = 0; i < n; i++) {
      Space actionSpace = players.get(i).actionSpace();
      observationOffsets[i + 1] = observationOffsets[i] + players.get(i).observationSpace().size();
      actionOffsets[i + 1] = actionOffsets[i] + actionSpace.size();
      maskOffsets[i + 1] = maskOffsets[i] + actionSpace.maskSize();
    }
    observations = new float[observationOffsets[n]];
    actions = new float[actionOffsets[n]];
    masks = new byte[maskOffsets[n]];
    rewards = new float[n];
    state = new float[game.stateSpace().size()];
    view = new FakeStep(players.get(0), 1);
  }

  int observationOffset(int possible) {
    return observationOffsets[possible];
  }

  int actionOffset(int possible) {
    return actionOffsets[possible];
  }

  int maskOffset(int possible) {
    return maskOffsets[possible];
  }

  void seed(long seed) {
    random.state(seed);
    start();
  }

  void start() {
    game.start(random);
    look();
  }

  private void look() {
    game.observe(observations);
    game.state(state);
    game.mask(masks);
  }

  Game.Outcome step() {
    for (float action : actions) {
      if (!Float.isFinite(action)) {
        throw new IllegalArgumentException("an action is " + action);
      }
    }
    Game.Outcome outcome = game.step(actions, rewards);
    look();
    return outcome;
  }

  StepView view() {
    for (int i = 0; i < players.size(); i++) {
      view.requested(players.get(i), game.override(i), 0);
    }
    return view;
  }

  byte[] save() {
    double[] saved = game.save();
    ByteBuffer bytes = ByteBuffer.allocate(8 * (saved.length + 1));
    bytes.putLong(random.state());
    for (double number : saved) {
      bytes.putDouble(number);
    }
    return bytes.array();
  }

  void restore(byte[] saved) {
    ByteBuffer bytes = ByteBuffer.wrap(saved);
    long stream = bytes.getLong();
    double[] numbers = new double[bytes.remaining() / 8];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = bytes.getDouble();
    }
    game.start(random); // so that the game knows its stream
    game.restore(numbers);
    random.state(stream);
    look();
  }
}
