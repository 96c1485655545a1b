package powergrid.learning.ppo;

import java.util.Arrays;
import powergrid.learning.distribution.Evaluation;
import powergrid.learning.nn.Mlp;
import powergrid.learning.nn.Parameters;

/** A part of a minibatch: sums its samples' gradients for itself, on whatever thread. */
final class Shard {
  /** Sums over samples. */
  static final int POLICY_LOSS = 0;

  static final int VALUE_LOSS = 1;
  static final int ENTROPY = 2;
  static final int KL = 3;
  static final int CLIPPED = 4;
  private static final int SUMS = 5;

  private final Policy policy;
  private final Mlp critic;
  private final Mlp.Pass policyPass;
  private final Mlp.Pass criticPass;
  private final Parameters policyGradient;
  private final Parameters spreadGradient;
  private final Parameters criticGradient;
  private final Evaluation evaluation;
  private final float[][] x;
  private final float[][] criticX;

  final Parameters gradient;
  final double[] sums = new double[SUMS];

  Shard(Policy policy, Mlp critic, int rows) {
    this.policy = policy;
    this.critic = critic;
    policyPass = policy.net.pass(rows);
    criticPass = critic.pass(rows);
    policyGradient = policy.net.parameters().zeros();
    spreadGradient = policy.spread.parameters().zeros();
    criticGradient = critic.parameters().zeros();
    gradient = Parameters.all(policyGradient, spreadGradient, criticGradient);
    evaluation = new Evaluation(policy.head, policy.spread);
    x = new float[rows][];
    criticX = new float[rows][];
  }

  /** How a loss is put together. */
  record Terms(PpoLoss loss, double entropy, double value, double mean, double deviation) {}

  /**
   * Sums losses and gradients of some samples.
   *
   * @param batch they are of
   * @param order numbers of samples
   * @param from first of them, in the order
   * @param to behind the last
   * @param terms weights, and the mean and deviation that advantages are normalised by
   * @param scale that the critic learns in
   * @param share what a sample counts: 1 by the size of the minibatch
   */
  void learn(
      Batch batch, int[] order, int from, int to, Terms terms, ReturnScale scale, double share) {
    int rows = to - from;
    gradient.clear();
    Arrays.fill(sums, 0);
    for (int r = 0; r < rows; r++) {
      x[r] = batch.samples[order[from + r]];
      criticX[r] = batch.criticInputs[order[from + r]];
    }
    policy.net.forward(policyPass, x, rows);
    critic.forward(criticPass, criticX, rows);
    for (int r = 0; r < rows; r++) {
      int i = order[from + r];
      policy(batch, i, r, terms, share);
      value(batch, i, r, terms, scale, share);
    }
    policy.net.backward(policyPass, x, rows, policyGradient);
    critic.backward(criticPass, criticX, rows, criticGradient);
  }

  private void policy(Batch batch, int i, int r, Terms terms, double share) {
    evaluation.evaluate(
        policyPass.outputs()[r],
        policyPass.features()[r],
        batch.masks[i],
        batch.raw[i],
        policy.role.present(i % batch.width % policy.role.players().size()));
    double log = evaluation.logProbability() - batch.logProbabilities[i];
    double ratio = StrictMath.exp(log);
    double advantage = (batch.advantages[i] - terms.mean()) / terms.deviation();
    sums[POLICY_LOSS] += terms.loss().policy(ratio, advantage);
    sums[ENTROPY] += evaluation.entropy();
    sums[KL] += ratio - 1 - log; // Schulman's estimate: never negative
    sums[CLIPPED] += terms.loss().clipped(ratio) ? 1 : 0;
    float[] d = policyPass.derivatives()[r];
    Arrays.fill(d, 0);
    evaluation.chain(
        share * terms.loss().dPolicy(ratio, advantage),
        -share * terms.entropy(),
        d,
        spreadGradient);
  }

  private void value(Batch batch, int i, int r, Terms terms, ReturnScale scale, double share) {
    double v = criticPass.outputs()[r][0];
    double old = scale.learnt(batch.values[i]);
    double target = scale.learnt(batch.returns[i]);
    sums[VALUE_LOSS] += terms.loss().value(v, old, target);
    criticPass.derivatives()[r][0] =
        (float) (share * terms.value() * terms.loss().dValue(v, old, target));
  }

  /** Has the critic value some of what it is shown. */
  void value(float[][] inputs, int from, int to, ReturnScale scale, float[] values) {
    for (int start = from; start < to; start += criticX.length) {
      int rows = Math.min(criticX.length, to - start);
      System.arraycopy(inputs, start, criticX, 0, rows);
      critic.forward(criticPass, criticX, rows);
      for (int r = 0; r < rows; r++) {
        values[start + r] = scale.returned(criticPass.outputs()[r][0]);
      }
    }
  }
}
