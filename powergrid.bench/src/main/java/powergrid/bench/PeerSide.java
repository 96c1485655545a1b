package powergrid.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.StringJoiner;
import powergrid.api.network.Branch;
import powergrid.api.network.Bus;
import powergrid.api.network.Capacitor;
import powergrid.api.network.Line;
import powergrid.api.network.Load;
import powergrid.api.network.Network;
import powergrid.api.network.PhaseValues;
import powergrid.api.network.Phases;
import powergrid.api.network.Regulator;
import powergrid.api.network.Source;
import powergrid.api.network.Switch;
import powergrid.api.network.SymmetricMatrix;
import powergrid.api.network.Transformer;
import powergrid.api.powerflow.PowerFlow;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;

/**
 * Our side of {@code bench/peers}: prints as JSON a network ({@code model}), its solution ({@code
 * solution}), or how long a warm solve takes ({@code time}).
 */
public final class PeerSide {
  private static final int ROUNDS = 15;
  private static final int SOLVES = 2000;
  private static final int DRAWS = 1024;

  private PeerSide() {}

  /**
   * Prints one of them.
   *
   * @param arguments what, and of which network
   */
  public static void main(String[] arguments) {
    Network network = BenchNetworks.of(arguments[1]);
    System.out.println(
        switch (arguments[0]) {
          case "model" -> model(network);
          case "solution" -> solution(network);
          case "time" -> time(network);
          default -> throw new IllegalArgumentException("model, solution or time");
        });
  }

  private static String time(Network network) {
    PowerFlow method = BenchNetworks.method(network);
    Solver solver = method.prepare(network);
    Random random = new Random(13);
    double[][] scales = new double[DRAWS][];
    for (int i = 0; i < DRAWS; i++) {
      scales[i] = random.doubles(network.loads().size(), 0.98, 1.02).toArray();
    }
    double[] micros = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long began = System.nanoTime();
      for (int i = 0; i < SOLVES; i++) {
        double[] scale = scales[i % DRAWS];
        System.arraycopy(scale, 0, solver.injections().loadScale(), 0, scale.length);
        if (solver.solve() != Status.CONVERGED) {
          throw new IllegalStateException(network.name() + " does not converge");
        }
      }
      micros[round] = (System.nanoTime() - began) / 1000.0 / SOLVES;
    }
    double[] warm = Arrays.copyOfRange(micros, ROUNDS / 3, ROUNDS);
    Arrays.sort(warm);
    return String.format(
        Locale.ROOT,
        "{\"method\":\"%s\",\"microseconds\":%.4f}",
        method.getClass().getSimpleName(),
        warm[warm.length / 2]);
  }

  private static String solution(Network network) {
    Solver solver = BenchNetworks.exact(network).prepare(network);
    if (solver.solve() != Status.CONVERGED) {
      throw new IllegalStateException(network.name() + " does not converge");
    }
    StringJoiner nodes = new StringJoiner(",", "{\"voltages\":[", "]}");
    for (int n = 0; n < 3 * network.buses().size(); n++) {
      Bus bus = network.buses().get(n / 3);
      if (bus.phases().has(n % 3)) {
        nodes.add(
            "{\"bus\":\""
                + bus.id()
                + "\",\"phase\":\""
                + "abc".charAt(n % 3)
                + "\",\"re\":"
                + solver.solution().re()[n]
                + ",\"im\":"
                + solver.solution().im()[n]
                + "}");
      }
    }
    return nodes.toString();
  }

  private static String model(Network network) {
    StringJoiner parts = new StringJoiner(",", "{", "}");
    parts.add("\"three_phase\":" + network.generators().isEmpty());
    StringJoiner buses = list("buses");
    network.buses().forEach(b -> buses.add("{\"id\":\"" + b.id() + "\",\"kv\":" + b.kv() + "}"));
    StringJoiner sources = list("sources");
    for (Source s : network.sources()) {
      sources.add(
          object(
              "bus", text(s.bus()),
              "kv", network.bus(s.bus()).kv(),
              "pu", s.voltagePu(),
              "deg", s.angleDeg()));
    }
    StringJoiner lines = list("lines");
    StringJoiner transformers = list("transformers");
    StringJoiner regulators = list("regulators");
    StringJoiner switches = list("switches");
    for (Branch branch : network.branches()) {
      String ends =
          "\"id\":"
              + text(branch.id())
              + ",\"from\":"
              + text(branch.from())
              + ",\"to\":"
              + text(branch.to())
              + ",\"phases\":"
              + phases(branch.phases())
              + ",";
      if (branch instanceof Line l) {
        lines.add(
            "{"
                + ends
                + inner("r", matrix(l.rOhm()), "x", matrix(l.xOhm()), "b", matrix(l.bSiemens()))
                + "}");
      } else if (branch instanceof Transformer t) {
        transformers.add(
            "{"
                + ends
                + inner(
                    "mva", t.mva(),
                    "from_kv", t.fromKv(),
                    "to_kv", t.toKv(),
                    "r_pu", t.rPu(),
                    "x_pu", t.xPu(),
                    "from_winding", text(t.fromWinding().name()),
                    "to_winding", text(t.toWinding().name()),
                    "shift_deg", t.shiftDeg())
                + "}");
      } else if (branch instanceof Regulator r) {
        regulators.add("{" + ends + inner("step", r.step(), "taps", values(r.taps())) + "}");
      } else if (branch instanceof Switch s) {
        switches.add("{" + ends + inner("closed", s.closed()) + "}");
      }
    }
    StringJoiner loads = list("loads");
    for (int i = 0; i < network.loads().size(); i++) {
      Load l = network.loads().get(i);
      loads.add(
          object(
              "index", i,
              "bus", text(l.bus()),
              "connection", text(l.connection().name()),
              "model", text(l.model().name()),
              "mw", values(l.mw()),
              "mvar", values(l.mvar())));
    }
    StringJoiner capacitors = list("capacitors");
    for (Capacitor c : network.capacitors()) {
      capacitors.add(
          object(
              "bus", text(c.bus()),
              "connection", text(c.connection().name()),
              "mvar", values(c.mvar())));
    }
    for (StringJoiner each :
        new StringJoiner[] {
          buses, sources, lines, transformers, regulators, switches, loads, capacitors
        }) {
      parts.add(each.toString());
    }
    return parts.toString();
  }

  private static StringJoiner list(String name) {
    return new StringJoiner(",", "\"" + name + "\":[", "]");
  }

  private static String text(String value) {
    return "\"" + value + "\"";
  }

  private static String object(Object... members) {
    return "{" + inner(members) + "}";
  }

  private static String inner(Object... members) {
    StringJoiner all = new StringJoiner(",");
    for (int i = 0; i < members.length; i += 2) {
      all.add("\"" + members[i] + "\":" + members[i + 1]);
    }
    return all.toString();
  }

  private static String values(PhaseValues v) {
    return "[" + v.a() + "," + v.b() + "," + v.c() + "]";
  }

  private static String matrix(SymmetricMatrix m) {
    StringJoiner rows = new StringJoiner(",", "[", "]");
    for (int i = 0; i < 3; i++) {
      rows.add("[" + m.get(i, 0) + "," + m.get(i, 1) + "," + m.get(i, 2) + "]");
    }
    return rows.toString();
  }

  private static String phases(Phases phases) {
    StringJoiner all = new StringJoiner(",", "[", "]");
    for (int phase = 0; phase < 3; phase++) {
      if (phases.has(phase)) {
        all.add(String.valueOf(phase));
      }
    }
    return all.toString();
  }
}
