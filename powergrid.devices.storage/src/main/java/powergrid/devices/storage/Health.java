package powergrid.devices.storage;

import powergrid.api.agent.Variables;
import powergrid.api.agent.Visibility;
import powergrid.api.device.DeviceContext;

/** What is left of a battery's capacity, and what use takes of it. */
final class Health {
  /** Below it the model says nothing any more: a battery is worn out long before. */
  static final double LEAST = 0.1;

  private final Variables.Real health;
  private final Rainflow rainflow;
  private final double lifeOfCycle;
  private final double lossOfLife;

  /** Health of a battery that degrades, while it is made. */
  Health(StorageSettings settings, DeviceContext context) {
    double start = settings.initialHealth();
    health = context.feature("storage").real("health", "", LEAST, 1, start, Visibility.OWNER);
    lifeOfCycle = 1 / settings.cycleLife();
    lossOfLife = 1 - settings.endOfLife();
    double exponent = settings.depthExponent();
    rainflow =
        settings.degradation() == Degradation.CYCLE_DEPTH
            ? new Rainflow(
                context.feature("rainflow"),
                0,
                1,
                depth -> depth == 0 ? 0 : lifeOfCycle * Math.pow(depth, exponent))
            : null;
  }

  void start(double soc) {
    if (rainflow != null) {
      rainflow.start(soc);
    }
  }

  /** Remaining share of the rated capacity. */
  double share() {
    return health.get();
  }

  /**
   * Ages.
   *
   * @param fullCycles equivalent full cycles since the last time
   * @param soc state of charge that they led to
   * @return share of the battery's life that this took
   */
  double use(double fullCycles, double soc) {
    double life = rainflow == null ? fullCycles * lifeOfCycle : rainflow.add(soc);
    health.add(-life * lossOfLife);
    return life;
  }
}
