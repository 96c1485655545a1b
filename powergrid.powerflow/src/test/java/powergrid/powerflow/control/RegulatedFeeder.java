package powergrid.powerflow.control;

import java.util.Optional;
import powergrid.api.network.Bus;
import powergrid.api.network.Connection;
import powergrid.api.network.Line;
import powergrid.api.network.Load;
import powergrid.api.network.LoadModel;
import powergrid.api.network.Network;
import powergrid.api.network.PhaseValues;
import powergrid.api.network.Phases;
import powergrid.api.network.Regulator;
import powergrid.api.network.RegulatorControl;
import powergrid.api.network.ReverseMode;
import powergrid.api.network.Source;
import powergrid.api.network.SymmetricMatrix;
import powergrid.api.powerflow.ControlledSolver;
import powergrid.powerflow.sweep.RadialSweep;

/** A small feeder behind a regulator, for tests of controls. */
final class RegulatedFeeder {
  private RegulatedFeeder() {}

  static final double KV = 4.16;
  static final double PT = 20;
  static final PhaseValues ONES = new PhaseValues(1, 1, 1);

  static SymmetricMatrix diagonal(double value) {
    return new SymmetricMatrix(value, 0, 0, value, 0, value);
  }

  static Line line(String id, String from, String to, double r, double x) {
    return new Line(
        id, from, to, Phases.ABC, 1, diagonal(r), diagonal(x), SymmetricMatrix.ZERO, Double.NaN);
  }

  static Bus bus(String id) {
    return new Bus(id, Phases.ABC, KV);
  }

  static Load load(String bus, double mw, double mvar) {
    return new Load(
        "load " + bus,
        bus,
        Connection.WYE,
        LoadModel.POWER,
        ONES.times(mw / 3),
        ONES.times(mvar / 3));
  }

  static RegulatorControl control(
      double set, double r, double x, double delay, int gang, ReverseMode reverse) {
    return new RegulatorControl(
        ONES.times(set), 2, PT, 100, ONES.times(r), ONES.times(x), delay, 2, gang, reverse);
  }

  static Regulator regulator(String id, String from, String to, RegulatorControl control) {
    return new Regulator(
        id,
        from,
        to,
        Phases.ABC,
        0.00625,
        16,
        PhaseValues.ZERO,
        PhaseValues.ZERO,
        PhaseValues.ZERO,
        Optional.of(control));
  }

  /** Source s – regulator – line – load. */
  static Network.Builder feeder(double sourcePu, RegulatorControl control, double mw) {
    return Network.builder("feeder")
        .add(bus("s"))
        .add(bus("r"))
        .add(bus("b"))
        .add(regulator("reg", "s", "r", control))
        .add(line("line", "r", "b", 0.4, 0.8))
        .add(load("b", mw, 0.3 * mw))
        .add(new Source("source", "s", sourcePu, 0));
  }

  static ControlledSolver controlled(Network network) {
    ControlledSolver solver =
        new OuterLoops().around(network, new RadialSweep(1e-10, 200).prepare(network));
    solver.moving(true);
    return solver;
  }

  static double relayVolts(ControlledSolver solver, Network network, String bus) {
    int node = 3 * network.busIndex(bus);
    return solver.solution().magnitude(node) * 1000 * KV / Math.sqrt(3) / PT;
  }
}
