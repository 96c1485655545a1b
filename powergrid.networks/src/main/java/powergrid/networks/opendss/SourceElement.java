package powergrid.networks.opendss;

import java.util.List;

/**
 * A voltage source behind an impedance, which follows from short-circuit powers, short-circuit
 * currents or is given, whatever was said last.
 */
final class SourceElement extends Element {
  private enum By {
    POWER,
    CURRENT,
    IMPEDANCE
  }

  private Terminal bus;
  private double kv = 115;
  private double pu = 1;
  private double angleDeg;
  private By by = By.POWER;
  private double mva3 = 2000;
  private double mva1 = 2100;
  private double isc3 = 10000;
  private double isc1 = 10500;
  private double x1r1 = 4;
  private double x0r0 = 3;
  private double r1 = 1.65;
  private double x1 = 6.6;
  private double r0 = 1.9;
  private double x0 = 5.7;

  SourceElement(String name, Origin origin) {
    super("vsource", name, origin);
    bus = new Terminal("sourcebus", List.of(), origin);
  }

  @Override
  void set(String property, Value value, Circuit circuit) {
    switch (property) {
      case "bus1" -> bus = Terminal.of(value);
      case "basekv" -> kv = value.above(0);
      case "pu" -> pu = value.above(0);
      case "angle" -> angleDeg = value.number();
      case "phases" -> value.whole(3, 3);
      case "mvasc3" -> {
        mva3 = value.above(0);
        by = By.POWER;
      }
      case "mvasc1" -> {
        mva1 = value.above(0);
        by = By.POWER;
      }
      case "isc3" -> {
        isc3 = value.above(0);
        by = By.CURRENT;
      }
      case "isc1" -> {
        isc1 = value.above(0);
        by = By.CURRENT;
      }
      case "x1r1" -> x1r1 = value.above(0);
      case "x0r0" -> x0r0 = value.above(0);
      case "r1", "x1", "r0", "x0" -> setImpedance(property, value.atLeast(0));
      case "basefreq" -> checkFrequency(value, circuit);
      default -> throw new AssertionError(property);
    }
  }

  private void setImpedance(String property, double ohm) {
    by = By.IMPEDANCE;
    switch (property) {
      case "r1" -> r1 = ohm;
      case "x1" -> x1 = ohm;
      case "r0" -> r0 = ohm;
      default -> x0 = ohm;
    }
  }

  /** Self and mutual resistance, self and mutual reactance, Ω. */
  double[] ohm() {
    double[] one = {r1, x1};
    double[] zero = {r0, x0};
    if (by != By.IMPEDANCE) {
      double z1 = by == By.POWER ? kv * kv / mva3 : kv * 1000 / (Math.sqrt(3) * isc3);
      double ampere1 = by == By.POWER ? mva1 * 1000 / (Math.sqrt(3) * kv) : isc1;
      one[1] = z1 / Math.sqrt(1 + 1 / (x1r1 * x1r1));
      one[0] = one[1] / x1r1;
      zero[0] = zeroSequenceResistance(one[0], one[1], ampere1);
      zero[1] = zero[0] * x0r0;
    }
    return new double[] {
      (2 * one[0] + zero[0]) / 3,
      (zero[0] - one[0]) / 3,
      (2 * one[1] + zero[1]) / 3,
      (zero[1] - one[1]) / 3
    };
  }

  /** From |2 z1 + r0 (1 + j x0r0)| = 3 V / I of a fault of one phase to ground. */
  private double zeroSequenceResistance(double r, double x, double ampere) {
    double volt = 1000 * kv / Math.sqrt(3);
    double a = 1 + x0r0 * x0r0;
    double b = 4 * (r + x * x0r0);
    double c = 4 * (r * r + x * x) - 9 * volt * volt / (ampere * ampere);
    double root = (-b + Math.sqrt(b * b - 4 * a * c)) / (2 * a);
    if (!(root >= 0)) {
      throw error(
          "has a short-circuit power of one phase that no zero-sequence impedance gives:"
              + " MVAsc1 must be below 1.5 MVAsc3");
    }
    return root;
  }

  @Override
  List<Terminal> terminals() {
    return List.of(bus);
  }

  Terminal bus() {
    return bus;
  }

  /** Voltage, line to line, kV. */
  double kv() {
    return kv * pu;
  }

  double angleDeg() {
    return angleDeg;
  }
}
