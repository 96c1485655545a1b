package powergrid.powerflow.control;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import powergrid.api.network.Bus;
import powergrid.api.network.Connection;
import powergrid.api.network.Network;
import powergrid.api.network.Source;
import powergrid.api.powerflow.ControlledSolver;
import powergrid.api.powerflow.Follower;
import powergrid.api.powerflow.Injections;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;
import powergrid.api.powerflow.VoltageResponse;

/**
 * A solver with control loops around it: units that follow their voltage inside, moves of taps and
 * capacitors outside.
 */
final class LoopedSolver implements ControlledSolver {
  private final Network network;
  private final Solver solver;
  private final Supply supply;
  private final FixedPoint fixedPoint;
  private final MoveSequence moves;
  private final SharingSource[] sharing;
  private boolean moving;

  LoopedSolver(Network network, Solver solver) {
    this.network = network;
    this.solver = solver;
    supply = new Supply(network);
    fixedPoint = new FixedPoint(solver);
    moves = new MoveSequence(network, solver, supply, fixedPoint);
    sharing = sharing();
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

  @Override
  public Injections injections() {
    return solver.injections();
  }

  @Override
  public Solution solution() {
    return solver.solution();
  }

  @Override
  public void moving(boolean allowed) {
    moving = allowed;
  }

  @Override
  public Follower follow(
      int[] nodes, Connection connection, double ratingMva, VoltageResponse response) {
    if (nodes.length == 0 || !(ratingMva > 0 && ratingMva < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "a follower at "
              + nodes.length
              + " nodes with a rating of "
              + ratingMva
              + " MVA; it needs a node, and a finite rating above 0");
    }
    for (int node : nodes) {
      present(node);
      if (connection == Connection.DELTA) {
        present(node % 3 == 2 ? node - 2 : node + 1);
      }
    }
    CurveUnit unit = new CurveUnit(nodes, connection, ratingMva, response, solver.solution());
    fixedPoint.add(unit);
    return unit;
  }

  private void present(int node) {
    if (node < 0 || node >= 3 * network.buses().size()) {
      throw new IllegalArgumentException(
          "a follower at node " + node + "; there are " + 3 * network.buses().size());
    }
    Bus bus = network.buses().get(node / 3);
    if (!bus.phases().has(node % 3)) {
      throw new IllegalArgumentException(
          "a follower needs phase "
              + "abc".charAt(node % 3)
              + " of bus "
              + bus.id()
              + ", which has "
              + bus.phases());
    }
  }

  @Override
  public void flatStart() {
    moves.reset();
    fixedPoint.reset();
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
    if (!(seconds >= 0)) {
      throw new IllegalArgumentException("a solve for " + seconds + " s, which is not at least 0");
    }
    moves.begin();
    boolean mayMove = moving && !moves.isEmpty();
    if (mayMove || sharing.length > 0) {
      supply.look(solver.injections().closed());
    }
    for (SharingSource source : sharing) {
      source.look();
    }
    fixedPoint.begin();
    try {
      Status status = fixedPoint.solve();
      if (mayMove) {
        status = moves.run(status, seconds);
      }
      if (status != Status.DIVERGED) {
        bookSharing();
      }
      return status;
    } finally {
      fixedPoint.end();
    }
  }

  /** What sharing sources inject is what they supply. */
  private void bookSharing() {
    Solution s = solver.solution();
    for (SharingSource source : sharing) {
      if (source.shares()) {
        for (int k = 3 * source.index(); k < 3 * source.index() + 3; k++) {
          s.sourcesMw()[k] = source.pMw() / 3;
          s.sourcesMvar()[k] = source.qMvar() / 3;
        }
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
  public int supplier(int bus) {
    supply.look(solver.injections().closed());
    return supply.source[bus];
  }

  @Override
  public int tapMoves() {
    return moves.tapMoves();
  }

  @Override
  public int capacitorMoves() {
    return moves.capacitorMoves();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    moves.save(out);
    for (Unit unit : fixedPoint.units()) {
      unit.save(out);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    moves.restore(in);
    for (Unit unit : fixedPoint.units()) {
      unit.restore(in);
    }
  }
}
