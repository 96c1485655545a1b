package powergrid.powerflow.control;

import powergrid.api.network.Branch;
import powergrid.api.network.Capacitor;
import powergrid.api.network.CapacitorControl;
import powergrid.api.network.Network;
import powergrid.api.powerflow.Injections;

/** The control of a switched capacitor. */
final class CapacitorSwitch extends Mover {
  private final CapacitorControl control;
  private final Measurements measured;
  private final Injections injections;
  private final Supply supply;
  private final int index;
  private final int bus;
  private final int branch;
  private final int from;
  private int moves;

  CapacitorSwitch(
      Network network, int index, Measurements measured, Injections injections, Supply supply) {
    super(control(network, index).delaySeconds(), control(network, index).delaySeconds());
    this.measured = measured;
    this.injections = injections;
    this.supply = supply;
    this.index = index;
    Capacitor capacitor = network.capacitors().get(index);
    control = control(network, index);
    bus = network.busIndex(capacitor.bus());
    int found = -1;
    for (int e = 0; e < network.branches().size(); e++) {
      Branch each = network.branches().get(e);
      found = each.id().equals(control.branch()) ? e : found;
    }
    branch = found;
    from = found < 0 ? -1 : 3 * network.busIndex(network.branches().get(found).from());
  }

  private static CapacitorControl control(Network network, int index) {
    return network.capacitors().get(index).control().orElseThrow();
  }

  @Override
  int distance() {
    return supply.distance[bus];
  }

  @Override
  int wanted() {
    if (!supply.reaches(bus)) {
      return 0;
    }
    boolean on = injections.capacitorOn()[index];
    if (control.signal() == CapacitorControl.Signal.VOLTAGE) {
      double pu = measured.pu(3 * bus + control.phase());
      return pu == 0 ? 0 : !on && pu < control.on() ? 1 : on && pu > control.off() ? -1 : 0;
    }
    double mvar = mvar();
    return !on && mvar > control.on() ? 1 : on && mvar < control.off() ? -1 : 0;
  }

  /** Reactive power into the branch's from end, all phases together. */
  private double mvar() {
    double mvar = 0;
    for (int phase = 0; phase < 3; phase++) {
      int at = 3 * branch + phase;
      mvar +=
          1e-6
              * measured.var(
                  from + phase,
                  measured.solution().currentRe()[at],
                  measured.solution().currentIm()[at]);
    }
    return mvar;
  }

  @Override
  boolean needsCurrents() {
    return control.signal() == CapacitorControl.Signal.REACTIVE_POWER;
  }

  @Override
  void step(int way) {
    injections.capacitorOn()[index] = way > 0;
    moves++;
  }

  /** How often it switched since it was asked last. */
  int takeMoves() {
    int taken = moves;
    moves = 0;
    return taken;
  }
}
