package powergrid.powerflow.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import powergrid.api.network.Branch;
import powergrid.api.network.Bus;
import powergrid.api.network.Capacitor;
import powergrid.api.network.Connection;
import powergrid.api.network.Line;
import powergrid.api.network.Load;
import powergrid.api.network.LoadModel;
import powergrid.api.network.Network;
import powergrid.api.network.PhaseValues;
import powergrid.api.network.Phases;
import powergrid.api.network.Regulator;
import powergrid.api.network.Source;
import powergrid.api.network.Switch;
import powergrid.api.network.SymmetricMatrix;
import powergrid.api.network.Transformer;
import powergrid.api.network.Winding;
import powergrid.api.powerflow.Injections;

/** Radial networks drawn at random: every kind of branch in both directions, load and injection. */
public final class RandomFeeder {
  private final Random random;
  private final List<Bus> buses = new ArrayList<>();
  private final List<Branch> branches = new ArrayList<>();

  private RandomFeeder(long seed) {
    random = new Random(seed);
  }

  public static Network of(long seed) {
    return new RandomFeeder(seed).network();
  }

  /** A feeder with lines across it, at least one. */
  public static Network meshed(long seed) {
    RandomFeeder feeder = new RandomFeeder(seed);
    Network radial = feeder.network();
    Network.Builder network = Network.builder("meshed").include(radial, "", 1, 1);
    radial.sources().forEach(network::add);
    int added = 0;
    for (int i = 0; added == 0 || i < 3; i++) {
      Bus from = feeder.buses.get(feeder.random.nextInt(feeder.buses.size()));
      Bus to = feeder.buses.get(feeder.random.nextInt(feeder.buses.size()));
      int common = from.phases().bits() & to.phases().bits();
      if (!from.equals(to) && common != 0 && from.kv() == to.kv()) {
        Phases phases = Phases.ofBits(common);
        double ohm = to.kv() * to.kv();
        network.add(
            new Line(
                "across" + added++,
                from.id(),
                to.id(),
                phases,
                1,
                feeder.matrix(phases, 0.04 * ohm, 0.01 * ohm),
                feeder.matrix(phases, 0.08 * ohm, 0.03 * ohm),
                feeder.matrix(phases, 0.01 / ohm, -0.003 / ohm),
                Double.NaN));
      }
      if (i > 50) {
        return meshed(seed + 1_000_000);
      }
    }
    return network.build();
  }

  private double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  private Network network() {
    Network.Builder network = Network.builder("random");
    buses.add(new Bus("b0", Phases.ABC, 4.16));
    int size = 4 + random.nextInt(10);
    for (int i = 1; i < size; i++) {
      grow(i);
    }
    buses.forEach(network::add);
    branches.forEach(network::add);
    for (int i = 0; i < size; i++) {
      if (random.nextInt(3) > 0) {
        load(network, i);
      }
      if (random.nextInt(4) == 0) {
        Connection connection = connection(i);
        network.add(
            new Capacitor("c" + i, "b" + i, connection, values(i, connection, 0.02, 0.1), true));
      }
    }
    return network.add(new Source("source", "b0", between(0.98, 1.04), between(-180, 180))).build();
  }

  private void grow(int i) {
    Bus parent = buses.get(random.nextInt(buses.size()));
    int bits = parent.phases().bits() & 1 + random.nextInt(7);
    Phases phases = bits == 0 || random.nextBoolean() ? parent.phases() : Phases.ofBits(bits);
    int kind = random.nextInt(8);
    double kv = kind == 0 ? parent.kv() * between(0.3, 2) : parent.kv();
    Bus bus = new Bus("b" + i, phases, kv);
    buses.add(bus);
    boolean down = random.nextBoolean();
    branches.add(branch(kind, i, down ? parent : bus, down ? bus : parent, phases));
  }

  private Branch branch(int kind, int i, Bus from, Bus to, Phases phases) {
    String id = "e" + i;
    double ohm = to.kv() * to.kv();
    return switch (kind) {
      case 0 ->
          new Transformer(
              id,
              from.id(),
              to.id(),
              phases,
              between(1, 3),
              from.kv() * between(0.98, 1.02),
              to.kv() * between(0.98, 1.02),
              between(0.002, 0.01),
              between(0.01, 0.03),
              Winding.GROUNDED_WYE,
              Winding.GROUNDED_WYE);
      case 1 -> new Switch(id, from.id(), to.id(), phases, true);
      case 2 ->
          new Regulator(
              id,
              from.id(),
              to.id(),
              phases,
              0.00625,
              16,
              new PhaseValues(random.nextInt(9) - 4, random.nextInt(9) - 4, random.nextInt(9) - 4));
      default ->
          new Line(
              id,
              from.id(),
              to.id(),
              phases,
              1,
              matrix(phases, 0.004 * ohm, 0.001 * ohm),
              matrix(phases, 0.008 * ohm, 0.003 * ohm),
              matrix(phases, 0.01 / ohm, -0.003 / ohm),
              Double.NaN);
    };
  }

  private SymmetricMatrix matrix(Phases p, double self, double mutual) {
    return new SymmetricMatrix(
        p.has(0) ? self * between(0.5, 1) : 0,
        p.contains(Phases.AB) ? mutual * between(0.5, 1) : 0,
        p.contains(Phases.AC) ? mutual * between(0.5, 1) : 0,
        p.has(1) ? self * between(0.5, 1) : 0,
        p.contains(Phases.BC) ? mutual * between(0.5, 1) : 0,
        p.has(2) ? self * between(0.5, 1) : 0);
  }

  private Connection connection(int bus) {
    boolean delta = buses.get(bus).phases().count() > 1 && random.nextBoolean();
    return delta ? Connection.DELTA : Connection.WYE;
  }

  private void load(Network.Builder network, int bus) {
    LoadModel model = List.of(LoadModel.values()).get(random.nextInt(3));
    Connection connection = connection(bus);
    network.add(
        new Load(
            "l" + bus,
            "b" + bus,
            connection,
            model,
            values(bus, connection, 0.02, 0.25),
            values(bus, connection, -0.02, 0.12)));
  }

  private PhaseValues values(int bus, Connection connection, double low, double high) {
    double[] value = new double[3];
    for (int p = 0; p < 3; p++) {
      value[p] = has(buses.get(bus).phases(), connection, p) ? between(low, high) : 0;
    }
    return new PhaseValues(value[0], value[1], value[2]);
  }

  public static boolean has(Phases phases, Connection connection, int slot) {
    return phases.has(slot) && (connection == Connection.WYE || phases.has((slot + 1) % 3));
  }

  /** Draws injections at some buses, and scales and taps for all. */
  public static void vary(Network network, Injections injections, long seed) {
    Random random = new Random(seed);
    for (int n = 0; n < injections.pMw().length; n++) {
      Phases phases = network.buses().get(n / 3).phases();
      if (random.nextInt(4) == 0 && has(phases, Connection.WYE, n % 3)) {
        injections.pMw()[n] = 0.2 * random.nextDouble() - 0.1;
        injections.qMvar()[n] = 0.2 * random.nextDouble() - 0.1;
      }
      if (random.nextInt(6) == 0 && has(phases, Connection.DELTA, n % 3)) {
        injections.deltaMw()[n] = 0.2 * random.nextDouble() - 0.1;
        injections.deltaMvar()[n] = 0.2 * random.nextDouble() - 0.1;
      }
    }
    for (int i = 0; i < injections.loadScale().length; i++) {
      injections.loadScale()[i] = 0.5 + random.nextDouble();
    }
    for (int i = 0; i < injections.taps().length; i++) {
      if (network.branches().get(i / 3) instanceof Regulator) {
        injections.taps()[i] = random.nextInt(9) - 4;
      }
    }
  }
}
