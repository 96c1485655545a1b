package powergrid.powerflow.control;

import powergrid.api.network.Network;
import powergrid.api.network.Regulator;
import powergrid.api.network.RegulatorControl;
import powergrid.api.network.ReverseMode;
import powergrid.api.powerflow.Injections;

/** The control of one phase of a regulator, or of all of them where they are ganged. */
final class TapChanger extends Mover {
  private final Regulator regulator;
  private final ReverseMode reverse;
  private final Measurements measured;
  private final Injections injections;
  private final Supply supply;
  private final Relay relay;
  private final int branch;
  private final int phase;
  private final int first;
  private final int last;
  private final int fromBus;
  private final int toBus;
  private int moves;

  TapChanger(
      Network network,
      int branch,
      int phase,
      Measurements measured,
      Injections injections,
      Supply supply) {
    super(control(network, branch).delaySeconds(), control(network, branch).moveSeconds());
    this.measured = measured;
    this.injections = injections;
    this.supply = supply;
    this.branch = branch;
    this.phase = phase;
    regulator = (Regulator) network.branches().get(branch);
    RegulatorControl control = control(network, branch);
    reverse = control.reverse();
    relay = new Relay(control, phase);
    first = control.gangPhase() < 0 ? phase : 0;
    last = control.gangPhase() < 0 ? phase : 2;
    fromBus = network.busIndex(regulator.from());
    toBus = network.busIndex(regulator.to());
  }

  private static RegulatorControl control(Network network, int branch) {
    return ((Regulator) network.branches().get(branch)).control().orElseThrow();
  }

  @Override
  int distance() {
    return Math.min(supply.distance[fromBus], supply.distance[toBus]);
  }

  /** Locked without supply from the grid; of no effect while disconnected. */
  @Override
  int wanted() {
    int to = 3 * toBus + phase;
    if (!injections.closed()[branch] || !supply.byGrid(toBus) || measured.pu(to) == 0) {
      return 0;
    }
    int way = raise(to);
    return beyond(way) ? 0 : way;
  }

  /** Which way the taps would have to go. */
  private int raise(int to) {
    int at = 3 * branch + phase;
    // out of the to end, towards the loads
    double re = -measured.solution().toCurrentRe()[at];
    double im = -measured.solution().toCurrentIm()[at];
    double forwards = relay.volts(measured.re(to), measured.im(to), re, im);
    if (measured.watt(to, re, im) >= 0) {
      return relay.raise(forwards);
    }
    return switch (reverse) {
      case LOCKED_FORWARD -> relay.raise(forwards);
      case IDLE -> 0;
      case NEUTRAL -> -Integer.signum(injections.taps()[at]);
      case COGENERATION -> relay.raise(relay.volts(measured.re(to), measured.im(to), 0, 0));
      case BIDIRECTIONAL -> -relay.raise(backwards(at));
    };
  }

  /** What the relay sees at the from side; raising the tap lowers the voltage there. */
  private double backwards(int at) {
    int from = 3 * fromBus + phase;
    return relay.volts(
        measured.re(from),
        measured.im(from),
        -measured.solution().currentRe()[at],
        -measured.solution().currentIm()[at]);
  }

  /** Whether a tap that would move is at the limit that lies there. */
  private boolean beyond(int way) {
    for (int p = first; p <= last; p++) {
      if (regulator.phases().has(p)
          && way * injections.taps()[3 * branch + p] >= regulator.maxTap()) {
        return true;
      }
    }
    return false;
  }

  /** For the direction of power, if not for the line drop. */
  @Override
  boolean needsCurrents() {
    return true;
  }

  @Override
  void step(int way) {
    for (int p = first; p <= last; p++) {
      if (regulator.phases().has(p)) {
        injections.taps()[3 * branch + p] += way;
        moves++;
      }
    }
  }

  /** Steps of single phases since it was asked last. */
  int takeMoves() {
    int taken = moves;
    moves = 0;
    return taken;
  }
}
