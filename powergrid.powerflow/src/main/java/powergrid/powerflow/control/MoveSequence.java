package powergrid.powerflow.control;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import powergrid.api.network.Network;
import powergrid.api.network.Regulator;
import powergrid.api.network.RegulatorControl;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;

/**
 * The moves of taps and capacitors between solves. One at a time, of the control whose delay is
 * over first and of several the one nearest to a source: moving several at once would have those
 * further down correct what those further up are about to.
 */
final class MoveSequence {
  private final Solver solver;
  private final FixedPoint fixedPoint;
  private final TapChanger[] changers;
  private final CapacitorSwitch[] switches;
  private final Mover[] movers;
  private final boolean needsCurrents;
  private final int mostMoves;
  private int tapMoves;
  private int capacitorMoves;

  MoveSequence(Network network, Solver solver, Supply supply, FixedPoint fixedPoint) {
    this.solver = solver;
    this.fixedPoint = fixedPoint;
    Measurements measured = new Measurements(network, solver.solution());
    changers = changers(network, measured, supply);
    switches = switches(network, measured, supply);
    List<Mover> all = new ArrayList<>(List.of(changers));
    all.addAll(List.of(switches));
    movers = all.toArray(Mover[]::new);
    needsCurrents = all.stream().anyMatch(Mover::needsCurrents);
    mostMoves = mostMoves(network);
  }

  private TapChanger[] changers(Network network, Measurements measured, Supply supply) {
    List<TapChanger> found = new ArrayList<>();
    for (int e = 0; e < network.branches().size(); e++) {
      if (network.branches().get(e) instanceof Regulator r && r.control().isPresent()) {
        RegulatorControl control = r.control().get();
        for (int phase = 0; phase < 3; phase++) {
          if (r.phases().has(phase) && (control.gangPhase() < 0 || control.gangPhase() == phase)) {
            found.add(new TapChanger(network, e, phase, measured, solver.injections(), supply));
          }
        }
      }
    }
    return found.toArray(TapChanger[]::new);
  }

  private CapacitorSwitch[] switches(Network network, Measurements measured, Supply supply) {
    List<CapacitorSwitch> found = new ArrayList<>();
    for (int i = 0; i < network.capacitors().size(); i++) {
      if (network.capacitors().get(i).control().isPresent()) {
        found.add(new CapacitorSwitch(network, i, measured, solver.injections(), supply));
      }
    }
    return found.toArray(CapacitorSwitch[]::new);
  }

  /** Every tap from one end to the other and back, every capacitor a few times. */
  private int mostMoves(Network network) {
    int most = 10 * switches.length;
    for (int e = 0; e < network.branches().size(); e++) {
      most += network.branches().get(e) instanceof Regulator r ? 12 * r.maxTap() : 0;
    }
    return most;
  }

  boolean isEmpty() {
    return movers.length == 0;
  }

  /** Begins a solve. */
  void begin() {
    tapMoves = 0;
    capacitorMoves = 0;
  }

  /**
   * Moves, and solves after each move, for as long as there is time.
   *
   * @param solved how the solve before went
   * @param seconds from then on; infinite for as long as anything wants to move
   */
  Status run(Status solved, double seconds) {
    for (Mover mover : movers) {
      mover.begin();
    }
    Status status = solved;
    double left = seconds;
    int count = 0;
    while (status == Status.CONVERGED) {
      Mover next = next();
      if (next == null || next.remaining() > left) {
        status = held() ? Status.UNSETTLED : Status.CONVERGED;
        break;
      }
      if (count++ == mostMoves) {
        status = Status.UNSETTLED;
        break;
      }
      double wait = next.remaining();
      left -= wait;
      elapse(wait);
      next.move();
      status = fixedPoint.solve();
    }
    if (status != Status.DIVERGED) {
      elapse(left);
    }
    count();
    return status;
  }

  /** The control to move next, or null if none waits. */
  private Mover next() {
    if (needsCurrents) {
      solver.flows();
    }
    Mover next = null;
    for (Mover mover : movers) {
      mover.look();
      if (mover.waits() && (next == null || before(mover, next))) {
        next = mover;
      }
    }
    return next;
  }

  private static boolean before(Mover one, Mover other) {
    return one.remaining() < other.remaining()
        || (one.remaining() == other.remaining() && one.distance() < other.distance());
  }

  /** Lets time pass; without an end to it, delays that still run would never be over. */
  private void elapse(double seconds) {
    if (seconds < Double.POSITIVE_INFINITY) {
      for (Mover mover : movers) {
        mover.elapse(seconds);
      }
    }
  }

  private boolean held() {
    boolean held = false;
    for (Mover mover : movers) {
      held |= mover.unsettled();
    }
    return held;
  }

  private void count() {
    for (TapChanger changer : changers) {
      tapMoves += changer.takeMoves();
    }
    for (CapacitorSwitch capacitor : switches) {
      capacitorMoves += capacitor.takeMoves();
    }
  }

  int tapMoves() {
    return tapMoves;
  }

  int capacitorMoves() {
    return capacitorMoves;
  }

  /** Forgets all delays. */
  void reset() {
    for (Mover mover : movers) {
      mover.reset();
    }
  }

  void save(DataOutput out) throws IOException {
    for (Mover mover : movers) {
      mover.save(out);
    }
  }

  void restore(DataInput in) throws IOException {
    for (Mover mover : movers) {
      mover.restore(in);
    }
  }
}
