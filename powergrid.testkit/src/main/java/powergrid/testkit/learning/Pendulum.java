package powergrid.testkit.learning;

import java.util.List;
import powergrid.api.random.RandomStream;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;
import powergrid.testkit.FakeAgent;

/**
 * A pendulum to be swung up and held by a torque that is too weak to lift it at once: Gymnasium's
 * Pendulum-v1. Rewards are minus a quadratic cost; 200 steps.
 */
public final class Pendulum implements Game {
  private static final double GRAVITY = 10;
  private static final double TAU = 0.05;
  private static final double MOST_SPEED = 8;
  private static final double MOST_TORQUE = 2;
  private static final int MOST_STEPS = 200;

  private final List<FakeAgent> players =
      List.of(
          FakeAgent.grid("pendulum")
              .actionSpace(Space.of(Axis.real("torque", "N·m", -MOST_TORQUE, MOST_TORQUE)))
              .observationSpace(
                  Space.of(
                      Axis.real("cos", "", -1, 1),
                      Axis.real("sin", "", -1, 1),
                      Axis.real("angularSpeed", "rad/s", -MOST_SPEED, MOST_SPEED)))
              .deciding());

  private double theta;
  private double omega;
  private int steps;

  @Override
  public List<FakeAgent> players() {
    return players;
  }

  @Override
  public void start(RandomStream random) {
    theta = (random.nextDouble() * 2 - 1) * Math.PI;
    omega = random.nextDouble() * 2 - 1;
    steps = 0;
  }

  @Override
  public void observe(float[] observations) {
    observations[0] = (float) StrictMath.cos(theta);
    observations[1] = (float) StrictMath.sin(theta);
    observations[2] = (float) omega;
  }

  @Override
  public Outcome step(float[] actions, float[] rewards) {
    double u = Math.max(-MOST_TORQUE, Math.min(MOST_TORQUE, actions[0]));
    double angle = StrictMath.IEEEremainder(theta, 2 * Math.PI);
    rewards[0] = (float) -(angle * angle + 0.1 * omega * omega + 0.001 * u * u);
    double next = omega + (1.5 * GRAVITY * StrictMath.sin(theta) + 3 * u) * TAU;
    omega = Math.max(-MOST_SPEED, Math.min(MOST_SPEED, next));
    theta += omega * TAU;
    steps++;
    return steps == MOST_STEPS ? Outcome.CUT_OFF : Outcome.GOES_ON;
  }

  @Override
  public double[] save() {
    return new double[] {theta, omega, steps};
  }

  @Override
  public void restore(double[] saved) {
    theta = saved[0];
    omega = saved[1];
    steps = (int) saved[2];
  }
}
