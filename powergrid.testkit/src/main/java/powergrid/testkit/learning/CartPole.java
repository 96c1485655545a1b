package powergrid.testkit.learning;

import java.util.List;
import powergrid.api.random.RandomStream;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;
import powergrid.testkit.FakeAgent;

/**
 * A pole on a cart, to be kept upright by pushing the cart left or right: Gymnasium's CartPole-v1,
 * after A. G. Barto, R. S. Sutton and C. W. Anderson (IEEE Trans. SMC 13, 1983). A reward of 1 a
 * step, at most 500 steps.
 */
public final class CartPole implements Game {
  private static final double GRAVITY = 9.8;
  private static final double POLE_MASS = 0.1;
  private static final double TOTAL_MASS = 1.1;
  private static final double HALF_LENGTH = 0.5;
  private static final double FORCE = 10;
  private static final double TAU = 0.02;
  private static final double MOST_ANGLE = 12 * 2 * Math.PI / 360;
  private static final double MOST_X = 2.4;
  private static final int MOST_STEPS = 500;

  private final List<FakeAgent> players =
      List.of(
          FakeAgent.grid("cart")
              .actionSpace(Space.of(Axis.choice("push", 2)))
              .observationSpace(
                  Space.of(
                      Axis.real("x", "m", -4.8, 4.8),
                      free("speed", "m/s"),
                      Axis.real("angle", "rad", -0.42, 0.42),
                      free("angularSpeed", "rad/s")))
              .deciding());

  private double x;
  private double v;
  private double theta;
  private double omega;
  private int steps;

  private static Axis free(String name, String unit) {
    return Axis.real(name, unit, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  @Override
  public List<FakeAgent> players() {
    return players;
  }

  @Override
  public void start(RandomStream random) {
    x = random.nextDouble() * 0.1 - 0.05;
    v = random.nextDouble() * 0.1 - 0.05;
    theta = random.nextDouble() * 0.1 - 0.05;
    omega = random.nextDouble() * 0.1 - 0.05;
    steps = 0;
  }

  @Override
  public void observe(float[] observations) {
    observations[0] = (float) x;
    observations[1] = (float) v;
    observations[2] = (float) theta;
    observations[3] = (float) omega;
  }

  @Override
  public Outcome step(float[] actions, float[] rewards) {
    double force = actions[0] >= 0.5 ? FORCE : -FORCE;
    double cos = StrictMath.cos(theta);
    double sin = StrictMath.sin(theta);
    double temp = (force + POLE_MASS * HALF_LENGTH * omega * omega * sin) / TOTAL_MASS;
    double alpha =
        (GRAVITY * sin - cos * temp)
            / (HALF_LENGTH * (4.0 / 3 - POLE_MASS * cos * cos / TOTAL_MASS));
    double acceleration = temp - POLE_MASS * HALF_LENGTH * alpha * cos / TOTAL_MASS;
    x += TAU * v;
    v += TAU * acceleration;
    theta += TAU * omega;
    omega += TAU * alpha;
    steps++;
    rewards[0] = 1;
    if (Math.abs(x) > MOST_X || Math.abs(theta) > MOST_ANGLE) {
      return Outcome.ENDED;
    }
    return steps == MOST_STEPS ? Outcome.CUT_OFF : Outcome.GOES_ON;
  }

  @Override
  public double[] save() {
    return new double[] {x, v, theta, omega, steps};
  }

  @Override
  public void restore(double[] saved) {
    x = saved[0];
    v = saved[1];
    theta = saved[2];
    omega = saved[3];
    steps = (int) saved[4];
  }
}
