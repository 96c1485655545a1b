package powergrid.networks.opendss;

import java.util.Arrays;
import java.util.List;
import powergrid.api.network.Branch;
import powergrid.api.network.Line;
import powergrid.api.network.Phases;
import powergrid.api.network.Switch;
import powergrid.api.network.SymmetricMatrix;

/**
 * Makes branches of lines. A switch of next to no impedance is ideal; one with impedance, and a
 * line that is open at an end, are a line and an ideal switch in series.
 */
final class Lines {
  /** Below this, a switch's impedance is left out, Ω: 100 A over it make 1 mV. */
  private static final double NO_OHM = 1e-5;

  private final Circuit circuit;
  private final BusTable buses;

  Lines(Circuit circuit, BusTable buses) {
    this.circuit = circuit;
    this.buses = buses;
  }

  List<Branch> convert(LineElement line) {
    if (line.bus1() == null || line.bus2() == null) {
      throw line.error("needs bus1 and bus2");
    }
    int[] phases = line.bus1().phases(line.phases(), line);
    if (!Arrays.equals(phases, line.bus2().phases(line.phases(), line))) {
      throw line.bus2()
          .origin()
          .error(
              line.fullName()
                  + " has nodes "
                  + line.bus1().nodes()
                  + " at one end and "
                  + line.bus2().nodes()
                  + " at the other: transpositions are not supported, give the same at both");
    }
    double[][][] whole = line.whole(circuit.frequency());
    boolean ideal = line.isSwitch() && greatest(whole) < NO_OHM;
    if (!ideal) {
      check(line, whole);
    }
    String from = line.bus1().bus();
    String to = line.bus2().bus();
    if (ideal) {
      return List.of(between(line, from, to, phases));
    }
    if (!line.isSwitch() && line.open() == 0) {
      return List.of(between(line, from, to, phases, whole));
    }
    if (from.equals(to)) {
      throw line.error("connects bus " + from + " to itself");
    }
    boolean openFirst = line.open() == 1;
    String middle = buses.fresh((openFirst ? from : to) + "_" + line.name());
    return openFirst
        ? List.of(between(line, from, middle, phases), between(line, middle, to, phases, whole))
        : List.of(between(line, from, middle, phases, whole), between(line, middle, to, phases));
  }

  private static double greatest(double[][][] whole) {
    double greatest = 0;
    for (int quantity = 0; quantity < 2; quantity++) {
      for (double[] row : whole[quantity]) {
        for (double entry : row) {
          greatest = Math.max(greatest, Math.abs(entry));
        }
      }
    }
    return greatest;
  }

  private static void check(LineElement line, double[][][] whole) {
    for (int i = 0; i < line.phases(); i++) {
      double z = Math.hypot(whole[0][i][i], whole[1][i][i]);
      if (!(z > 0 && z < 1e9) || !(Math.abs(whole[2][i][i]) < 1)) {
        throw line.error(
            "has an impedance of "
                + z
                + " ohm and a capacitance of "
                + whole[2][i][i]
                + " F: check length, units and linecode; use switch=yes for next to none");
      }
    }
  }

  private Switch between(LineElement line, String from, String to, int[] phases) {
    Phases set = Terminal.set(phases);
    buses.connect(from, set, to, set, 1, line);
    String id = line.isSwitch() ? line.fullName() : line.fullName() + ".switch";
    return new Switch(id, from, to, set, line.open() == 0);
  }

  private Line between(LineElement line, String from, String to, int[] phases, double[][][] whole) {
    Phases set = Terminal.set(phases);
    buses.connect(from, set, to, set, 1, line);
    String id = line.isSwitch() ? line.fullName() + ".line" : line.fullName();
    return new Line(
        id,
        from,
        to,
        set,
        line.km(),
        matrix(whole[0], phases, 1),
        matrix(whole[1], phases, 1),
        matrix(whole[2], phases, 2 * Math.PI * circuit.frequency()),
        line.ratingA());
  }

  private static SymmetricMatrix matrix(double[][] conductors, int[] phases, double factor) {
    double[][] m = new double[3][3];
    for (int i = 0; i < phases.length; i++) {
      for (int j = 0; j < phases.length; j++) {
        m[phases[i]][phases[j]] = factor * conductors[i][j];
      }
    }
    return new SymmetricMatrix(m[0][0], m[0][1], m[0][2], m[1][1], m[1][2], m[2][2]);
  }

  /** Adds a source's impedance; the bus behind it, where the voltage is ideal. */
  String behind(SourceElement source, List<Branch> branches) {
    if (!Arrays.equals(source.bus().phases(3, source), new int[] {0, 1, 2})) {
      throw source.bus().origin().error(source.fullName() + " needs nodes 1.2.3 in this order");
    }
    String bus = source.bus().bus();
    double[] ohm = source.ohm();
    if (Math.hypot(ohm[0], ohm[2]) == 0) {
      return bus;
    }
    String ideal = buses.fresh(source.name() + "_emf");
    buses.connect(ideal, Phases.ABC, bus, Phases.ABC, 1, source);
    branches.add(
        new Line(
            source.fullName(),
            ideal,
            bus,
            Phases.ABC,
            0,
            new SymmetricMatrix(ohm[0], ohm[1], ohm[1], ohm[0], ohm[1], ohm[0]),
            new SymmetricMatrix(ohm[2], ohm[3], ohm[3], ohm[2], ohm[3], ohm[2]),
            SymmetricMatrix.ZERO,
            Double.NaN));
    return ideal;
  }
}
