package powergrid.testkit.learning;

import java.util.List;
import powergrid.api.random.RandomStream;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;
import powergrid.testkit.FakeAgent;

/**
 * A mass that is to follow a wandering target: linear, with a quadratic cost, so that the best that
 * can be done is known.
 *
 * <pre>
 * x' = x + h v       v' = v + h u       r' = rho r + w       w ~ N(0, sigma^2)
 * cost of a step = (x - r)^2 + 0.1 v^2 + 0.1 u^2
 * </pre>
 *
 * <p>Rewards are minus the cost; {@value #STEPS} steps, then cut off. The bounds of u are so wide
 * that the best hardly ever meets them.
 */
public final class LinearTracking implements Game {
  /** Steps of an episode. */
  public static final int STEPS = 50;

  private static final double H = 0.2;
  private static final double RHO = 0.98;
  private static final double SIGMA = 0.1;
  private static final double MOST_U = 5;
  private static final double WEIGHT_V = 0.1;
  private static final double WEIGHT_U = 0.1;

  /** Of x and r at first, which are uniform in [−1, 1]. */
  private static final double FIRST_VARIANCE = 1.0 / 3;

  private static final double[][] A = {{1, H, 0}, {0, 1, 0}, {0, 0, RHO}};
  private static final double[] B = {0, H, 0};
  private static final double[][] Q = {{1, 0, -1}, {0, WEIGHT_V, 0}, {-1, 0, 1}};

  private final List<FakeAgent> players =
      List.of(
          FakeAgent.grid("follower")
              .actionSpace(Space.of(Axis.real("u", "m/s²", -MOST_U, MOST_U)))
              .observationSpace(Space.of(free("x", "m"), free("v", "m/s"), free("target", "m")))
              .deciding());

  private final double[] z = new double[3];
  private RandomStream random;
  private int steps;

  private static Axis free(String name, String unit) {
    return Axis.real(name, unit, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /**
   * The mean return of the best policy, by Riccati's recursion backward from the end.
   *
   * @return minus the expected cost of an episode
   */
  public static double bestReturn() {
    double[][] p = new double[3][3];
    double noise = 0;
    for (int t = STEPS; t > 0; t--) {
      noise += p[2][2] * SIGMA * SIGMA;
      p = before(p);
    }
    return -(FIRST_VARIANCE * (p[0][0] + p[2][2]) + noise);
  }

  /** P = Q + A'PA − A'PB (R + B'PB)⁻¹ B'PA. */
  private static double[][] before(double[][] p) {
    double[] pb = new double[3];
    double bpb = 0;
    for (int i = 0; i < 3; i++) {
      for (int k = 0; k < 3; k++) {
        pb[i] += p[i][k] * B[k];
      }
    }
    for (int i = 0; i < 3; i++) {
      bpb += B[i] * pb[i];
    }
    double[] apb = new double[3];
    double[][] result = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int k = 0; k < 3; k++) {
        apb[i] += A[k][i] * pb[k];
      }
    }
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double sum = Q[i][j] - apb[i] * apb[j] / (WEIGHT_U + bpb);
        for (int k = 0; k < 3; k++) {
          for (int l = 0; l < 3; l++) {
            sum += A[k][i] * p[k][l] * A[l][j];
          }
        }
        result[i][j] = sum;
      }
    }
    return result;
  }

  @Override
  public List<FakeAgent> players() {
    return players;
  }

  @Override
  public void start(RandomStream stream) {
    random = stream;
    z[0] = random.nextDouble() * 2 - 1;
    z[1] = 0;
    z[2] = random.nextDouble() * 2 - 1;
    steps = 0;
  }

  @Override
  public void observe(float[] observations) {
    for (int i = 0; i < 3; i++) {
      observations[i] = (float) z[i];
    }
  }

  @Override
  public Outcome step(float[] actions, float[] rewards) {
    double u = Math.max(-MOST_U, Math.min(MOST_U, actions[0]));
    double off = z[0] - z[2];
    rewards[0] = (float) -(off * off + WEIGHT_V * z[1] * z[1] + WEIGHT_U * u * u);
    z[0] += H * z[1];
    z[1] += H * u;
    z[2] = RHO * z[2] + SIGMA * random.nextGaussian();
    steps++;
    return steps == STEPS ? Outcome.CUT_OFF : Outcome.GOES_ON;
  }

  @Override
  public double[] save() {
    return new double[] {z[0], z[1], z[2], steps};
  }

  @Override
  public void restore(double[] saved) {
    System.arraycopy(saved, 0, z, 0, 3);
    steps = (int) saved[3];
  }
}
