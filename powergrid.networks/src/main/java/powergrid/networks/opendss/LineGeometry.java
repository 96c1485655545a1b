package powergrid.networks.opendss;

import java.util.Arrays;
import java.util.List;

/** Where the conductors of a line are. */
final class LineGeometry extends Element {
  private static final int MOST = 20;

  private int conductors = 3;
  private int phases = 3;
  private int at;
  private boolean reduce;
  private double ratingA = Double.NaN;
  private LengthUnit units = LengthUnit.FT;
  private WireData[] wires = new WireData[MOST];
  private double[] x = new double[MOST];
  private double[] h = new double[MOST];

  LineGeometry(String name, Origin origin) {
    super("linegeometry", name, origin);
    Arrays.fill(h, Double.NaN);
  }

  @Override
  void set(String property, Value value, Circuit circuit) {
    switch (property) {
      case "nconds" -> conductors = value.whole(1, MOST);
      case "nphases" -> phases = value.whole(1, 3);
      case "cond" -> at = value.whole(1, conductors) - 1;
      case "wire" -> wires[at] = wire(value, circuit);
      case "wires" -> {
        List<Value> names = value.list();
        if (names.size() > conductors) {
          throw value.wrong("there are " + conductors + " conductors");
        }
        for (int i = 0; i < names.size(); i++) {
          wires[i] = wire(names.get(i), circuit);
        }
      }
      case "x" -> x[at] = value.number() * units.metres();
      case "h" -> h[at] = value.above(0) * units.metres();
      case "units" -> {
        units = LengthUnit.of(value);
        if (units == LengthUnit.NONE) {
          throw value.wrong("give a unit of length, e.g. ft");
        }
      }
      case "normamps" -> ratingA = value.atLeast(0);
      case "reduce" -> reduce = value.yes();
      default -> throw new AssertionError(property);
    }
  }

  private static WireData wire(Value value, Circuit circuit) {
    return (WireData) circuit.get("wiredata", value);
  }

  @Override
  Element copy(String newName, Origin newOrigin) {
    LineGeometry copy = (LineGeometry) super.copy(newName, newOrigin);
    copy.wires = wires.clone();
    copy.x = x.clone();
    copy.h = h.clone();
    return copy;
  }

  int phases() {
    return phases;
  }

  double ratingA() {
    return !Double.isNaN(ratingA) ? ratingA : wires[0] == null ? Double.NaN : wires[0].ratingA();
  }

  /** Its constants by metre. */
  LineConstants constants(double frequency, double rho, LineConstants.Earth earth) {
    if (conductors < phases || (conductors > phases && !reduce)) {
      throw error(
          "has "
              + conductors
              + " conductors and "
              + phases
              + " phases: give as many, or more and reduce=yes");
    }
    for (int i = 0; i < conductors; i++) {
      if (wires[i] == null || Double.isNaN(h[i])) {
        throw error("needs wire, x and h of conductor " + (i + 1));
      }
      for (int j = 0; j < i; j++) {
        if (Math.hypot(x[i] - x[j], h[i] - h[j]) <= wires[i].radius() + wires[j].radius()) {
          throw error("has its conductors " + (j + 1) + " and " + (i + 1) + " in one place");
        }
      }
    }
    return new LineConstants(Arrays.copyOf(wires, conductors), x, h, phases, frequency, rho, earth);
  }
}
