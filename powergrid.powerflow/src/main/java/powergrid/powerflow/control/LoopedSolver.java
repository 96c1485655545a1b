package powergrid.powerflow.control;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import powergrid.api.network.Connection;
import powergrid.api.network.Network;
import powergrid.api.network.Regulator;
import powergrid.api.network.RegulatorControl;
import powergrid.api.network.Source;
import powergrid.api.powerflow.ControlledSolver;
import powergrid.api.powerflow.Follower;
import powergrid.api.powerflow.Injections;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;
import powergrid.api.powerflow.VoltageResponse;

/**
 * A solver with control loops around it. One move at a time, of the control whose delay is over
 * first and of several the one nearest to a source: moving several at once would have those further
 * down correct what those further up are about to.
 */
final class LoopedSolver implements ControlledSolver {
  private final Network network;
  private final Solver solver;
  private final Supply supply;
  private final FixedPoint fixedPoint;
  private final TapChanger[] changers;
  private final CapacitorSwitch[] switches;
  private final Mover[] movers;
  private final SharingSource[] sharing;
  private final int mostMoves;
  private boolean moving;
  private int tapMoves;
  private int capacitorMoves;

  LoopedSolver(Network network, Solver solver) {
    this.network = network;
    this.solver = solver;
    supply = new Supply(network);
    fixedPoint = new FixedPoint(solver);
    Measurements measured = new Measurements(network, solver.solution());
    changers = changers(measured);
    switches = switches(measured);
    List<Mover> all = new ArrayList<>(List.of(changers));
    all.addAll(List.of(switches));
    movers = all.toArray(Mover[]::new);
    sharing = sharing();
    mostMoves = mostMoves();
  }

  private TapChanger[] changers(Measurements measured) {
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

  private CapacitorSwitch[] switches(Measurements measured) {
    List<CapacitorSwitch> found = new ArrayList<>();
    for (int i = 0; i < network.capacitors().size(); i++) {
      if (network.capacitors().get(i).control().isPresent()) {
        found.add(new CapacitorSwitch(network, i, measured, solver.injections(), supply));
      }
    }
    return found.toArray(CapacitorSwitch[]::new);
  }

  private SharingSource[] sharing() {
    List<SharingSource> found = new ArrayList<>();
    for (int i = 0; i < network.sources().size(); i++) {
      Source source = network.sources().get(i);
      if (source.gridForming() && source.mva() < Double.POSITIVE_INFINITY) {
        found.add(new SharingSource(network, i, supply, solver.solution()));
      }
    }
    SharingSource[] all = found.toArray(SharingSource[]::new);
    if (all.length < 2) {
      return new SharingSource[0];
    }
    for (SharingSource source : all) {
      source.among(all);
      fixedPoint.add(source);
    }
    return all;
  }

  /** Every tap from one end to the other and back, every capacitor a few times. */
  private int mostMoves() {
    int most = 10 * switches.length;
    for (int e = 0; e < network.branches().size(); e++) {
      most += network.branches().get(e) instanceof Regulator r ? 12 * r.maxTap() : 0;
    }
    return most;
  }

  @Override
  public Injections injections() {
    return solver.injections();
  }

  @Override
  public Solution solution() {
    return solver.solution();
  }

  @Override
  public void moving(boolean moves) {
    moving = moves;
  }

  @Override
  public Follower follow(
      int[] nodes, Connection connection, double ratingMva, VoltageResponse response) {
    if (nodes.length == 0 || !(ratingMva > 0)) {
      throw new IllegalArgumentException(
          "a follower at " + nodes.length + " nodes with a rating of " + ratingMva + " MVA");
    }
    CurveUnit unit = new CurveUnit(nodes, connection, ratingMva, response, solver.solution());
    fixedPoint.add(unit);
    return unit;
  }

  @Override
  public void flatStart() {
    for (Mover mover : movers) {
      mover.reset();
    }
    for (Unit unit : fixedPoint.units()) {
      unit.reset();
    }
    solver.flatStart();
  }

  @Override
  public void flows() {
    solver.flows();
  }

  @Override
  public Status solve() {
    return solve(Double.POSITIVE_INFINITY);
  }

  @Override
  public Status solve(double seconds) {
    tapMoves = 0;
    capacitorMoves = 0;
    boolean moves = moving && movers.length > 0;
    if (moves || sharing.length > 0) {
      supply.look(solver.injections().closed());
    }
    fixedPoint.begin();
    try {
      Status status = fixedPoint.solve();
      if (moves && status != Status.DIVERGED) {
        status = move(status, seconds);
      }
      bookSharing(status);
      return status;
    } finally {
      fixedPoint.end();
    }
  }

  private Status move(Status solved, double seconds) {
    for (Mover mover : movers) {
      mover.begin();
    }
    Status status = solved;
    double left = seconds;
    for (int count = 0; status != Status.DIVERGED; count++) {
      solver.flows();
      Mover next = next();
      if (next == null || next.remaining() > left || count == mostMoves) {
        elapse(left);
        return next != null && count == mostMoves || held() ? Status.UNSETTLED : status;
      }
      double wait = next.remaining();
      left -= wait;
      elapse(wait);
      next.move();
      status = fixedPoint.solve();
    }
    count();
    return status;
  }

  /** The control to move next, or null if none waits. */
  private Mover next() {
    Mover next = null;
    for (Mover mover : movers) {
      mover.look();
      if (mover.waits() && (next == null || before(mover, next))) {
        next = mover;
      }
    }
    count();
    return next;
  }

  private static boolean before(Mover one, Mover other) {
    return one.remaining() < other.remaining()
        || one.remaining() == other.remaining() && one.distance() < other.distance();
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

  /** What sharing sources inject is what they supply. */
  private void bookSharing(Status status) {
    if (status == Status.DIVERGED) {
      return;
    }
    Solution s = solver.solution();
    for (SharingSource source : sharing) {
      if (source.shares()) {
        s.sourcesMw()[source.index()] = source.pMw();
        s.sourcesMvar()[source.index()] = source.qMvar();
        s.totals(
            s.sourceMw() + source.pMw(),
            s.sourceMvar() + source.qMvar(),
            s.loadMw(),
            s.loadMvar(),
            s.lossesMw(),
            s.lossesMvar());
      }
    }
  }

  @Override
  public int tapMoves() {
    return tapMoves;
  }

  @Override
  public int capacitorMoves() {
    return capacitorMoves;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (Mover mover : movers) {
      mover.save(out);
    }
    for (Unit unit : fixedPoint.units()) {
      unit.save(out);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    for (Mover mover : movers) {
      mover.restore(in);
    }
    for (Unit unit : fixedPoint.units()) {
      unit.restore(in);
    }
  }
}
