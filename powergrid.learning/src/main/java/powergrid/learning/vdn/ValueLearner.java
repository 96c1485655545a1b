package powergrid.learning.vdn;

import java.util.Arrays;
import powergrid.api.learning.Tensors;
import powergrid.api.random.RandomStream;
import powergrid.learning.nn.Adam;
import powergrid.learning.nn.Mlp;
import powergrid.learning.nn.Parameters;

/** What a role learns with: networks and an optimiser. One task at a time works on it. */
final class ValueLearner {
  private static final double HIDDEN_GAIN = Math.sqrt(2);

  final ValueNet values;

  /** For each sample of the minibatch, what the role's players add. */
  final double[] q;

  final double[] best;
  double norm;

  private final VdnSettings settings;
  private final Mlp target;
  private final Mlp.Pass pass;
  private final Mlp.Pass nextPass;
  private final Mlp.Pass targetPass;
  private final Parameters gradient;
  private final Adam adam;
  private final float[][] x;
  private final float[][] nextX;
  private final float[] choice;
  private final byte[] mask;

  /** Where this role's entries start in the replay's. */
  private final int start;

  ValueLearner(ValueNet values, ValueNet.Shape shape, VdnSettings settings, int start) {
    this.values = values;
    this.settings = settings;
    this.start = start;
    target = values.mlp(shape);
    int rows = settings.minibatch() * values.role.players().size();
    pass = values.net.pass(rows);
    nextPass = values.net.pass(rows);
    targetPass = target.pass(rows);
    gradient = values.net.parameters().zeros();
    adam = new Adam(values.net.parameters());
    x = new float[rows][values.role.inputs()];
    nextX = new float[rows][values.role.inputs()];
    choice = new float[values.branches.axes()];
    mask = new byte[values.branches.maskSize()];
    q = new double[settings.minibatch()];
    best = new double[settings.minibatch()];
  }

  void start(RandomStream random) {
    values.net.start(random, HIDDEN_GAIN, 1);
    follow();
  }

  /** Has the target network become like the other. */
  void follow() {
    target.parameters().set(values.net.parameters());
    target.refresh();
  }

  /** Where a player's entries start in the replay's. */
  int start(int player) {
    return start + player * values.branches.axes();
  }

  /** Values what was done, and the best of what could be done next, of some samples. */
  void value(Replay replay, int[] samples) {
    int players = values.role.players().size();
    int rows = samples.length * players;
    for (int r = 0; r < rows; r++) {
      int i = samples[r / players];
      values.observe(r % players, replay.seen[i], 0, x[r]);
      values.observe(r % players, replay.next[i], 0, nextX[r]);
    }
    values.net.forward(nextPass, nextX, rows);
    target.forward(targetPass, nextX, rows);
    values.net.forward(pass, x, rows);
    Arrays.fill(q, 0);
    Arrays.fill(best, 0);
    for (int r = 0; r < rows; r++) {
      int b = r / players;
      int i = samples[b];
      values.role.mask(r % players, replay.nextMasks[i], 0, mask);
      values.branches.best(nextPass.outputs()[r], mask, choice);
      best[b] += values.branches.value(targetPass.outputs()[r], choice);
      chosen(replay, i, r % players);
      q[b] += values.branches.value(pass.outputs()[r], choice);
    }
  }

  private void chosen(Replay replay, int i, int player) {
    System.arraycopy(replay.choices[i], start(player), choice, 0, choice.length);
  }

  /** Takes a step against derivatives with respect to the samples' values. */
  void learn(Replay replay, int[] samples, float[] d) {
    differentiate(replay, samples, d);
    norm = gradient.clip(settings.maxGradientNorm());
    if (!Double.isFinite(norm)) {
      throw new IllegalStateException(
          String.format(
              "what %s learns is no longer finite: the gradient's norm is %s; a smaller"
                  + " learningRate may help",
              values.role.name(), norm));
    }
    adam.step(gradient, settings.learningRate());
    values.net.refresh();
  }

  /** Sums the gradient with respect to the network's parameters, after {@link #value}. */
  Parameters differentiate(Replay replay, int[] samples, float[] d) {
    int players = values.role.players().size();
    int rows = samples.length * players;
    for (int r = 0; r < rows; r++) {
      chosen(replay, samples[r / players], r % players);
      values.branches.chain(d[r / players], choice, pass.derivatives()[r]);
    }
    gradient.clear();
    values.net.backward(pass, x, rows, gradient);
    return gradient;
  }

  void save(Tensors policy, Tensors training) {
    values.save(policy);
    target.save(training, "target." + values.role.name());
    adam.save(training, "adam." + values.role.name());
  }

  void restore(Tensors policy, Tensors training) {
    values.restore(policy);
    target.restore(training, "target." + values.role.name());
    adam.restore(training, "adam." + values.role.name());
  }
}
