package powergrid.learning.ppo;

/** Figures of a role's learning in an iteration, as means over its minibatches. */
final class RoleTally {
  private final double[] sums = new double[5];
  private long samples;
  private long steps;
  private double norms;
  private double explainedVariance;

  /** Starts anew, with how well the critic knew what came. */
  void begin(Batch batch) {
    java.util.Arrays.fill(sums, 0);
    samples = 0;
    steps = 0;
    norms = 0;
    double meanReturn = 0;
    double meanError = 0;
    int n = batch.size();
    for (int i = 0; i < n; i++) {
      meanReturn += batch.returns[i];
      meanError += batch.advantages[i];
    }
    meanReturn /= n;
    meanError /= n;
    double varReturn = 0;
    double varError = 0;
    for (int i = 0; i < n; i++) {
      double r = batch.returns[i] - meanReturn;
      double e = batch.advantages[i] - meanError;
      varReturn += r * r;
      varError += e * e;
    }
    explainedVariance = varReturn == 0 ? 0 : 1 - varError / varReturn;
  }

  void add(double[] minibatch, int count, double norm, String role) {
    for (int k = 0; k < sums.length; k++) {
      sums[k] += minibatch[k];
    }
    samples += count;
    steps++;
    norms += norm;
    if (!Double.isFinite(norm)) {
      throw new IllegalStateException(
          String.format(
              "what %s learns is no longer finite: the gradient's norm is %s, the policy's loss %s,"
                  + " the critic's %s; a smaller learningRate may help",
              role,
              norm,
              minibatch[Shard.POLICY_LOSS] / count,
              minibatch[Shard.VALUE_LOSS] / count));
    }
  }

  double mean(int sum) {
    return sums[sum] / samples;
  }

  double norm() {
    return norms / steps;
  }

  double explainedVariance() {
    return explainedVariance;
  }
}
