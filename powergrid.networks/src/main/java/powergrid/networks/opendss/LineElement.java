package powergrid.networks.opendss;

import java.util.Arrays;
import java.util.List;

/** A line, cable or switch. */
final class LineElement extends Element {
  private Terminal bus1;
  private Terminal bus2;
  private Impedance impedance = new Impedance();
  private LengthUnit impedanceUnits = LengthUnit.NONE;
  private double length = 1;
  private LengthUnit units = LengthUnit.NONE;
  private int phases = 3;
  private boolean coded;
  private LineGeometry geometry;
  private LineConstants.Earth earth;
  private double rho = 100;
  private boolean isSwitch;
  private int open;
  private double ratingA = 400;

  LineElement(String name, Origin origin, LineConstants.Earth earth) {
    super("line", name, origin);
    this.earth = earth;
  }

  @Override
  void set(String property, Value value, Circuit circuit) {
    switch (property) {
      case "bus1" -> bus1 = Terminal.of(value);
      case "bus2" -> bus2 = Terminal.of(value);
      case "linecode" -> take((LineCode) circuit.get("linecode", value), value);
      case "geometry" -> take((LineGeometry) circuit.get("linegeometry", value));
      case "length" -> length = value.above(0);
      case "units" -> units = LengthUnit.of(value);
      case "phases" -> phases = value.whole(1, 3);
      case "switch" -> {
        isSwitch = value.yes();
        if (isSwitch) {
          forget();
          impedance.beSwitch();
          length = 0.001;
        }
      }
      case "rho" -> rho = value.above(0);
      case "earthmodel" -> earth = Circuit.earth(value);
      case "normamps" -> ratingA = value.atLeast(0);
      case "basefreq" -> checkFrequency(value, circuit);
      default -> setImpedance(property, value);
    }
  }

  private void setImpedance(String property, Value value) {
    if (coded || geometry != null) {
      throw value.wrong(
          "the impedance already comes from a linecode or geometry: define another one instead");
    }
    if (!impedance.set(property, value, phases)) {
      throw new AssertionError(property);
    }
  }

  private void take(LineCode code, Value value) {
    if (code.phases() > 3) {
      throw value.wrong(
          "it has "
              + code.phases()
              + " conductors, a line up to 3 phases: eliminate the neutral by kron=yes");
    }
    forget();
    coded = true;
    impedance = code.impedance().copy();
    impedanceUnits = code.units();
    phases = code.phases();
    ratingA = code.ratingA();
  }

  private void take(LineGeometry shape) {
    forget();
    geometry = shape;
    phases = shape.phases();
    ratingA = shape.ratingA();
  }

  private void forget() {
    impedance = new Impedance();
    impedanceUnits = LengthUnit.NONE;
    coded = false;
    geometry = null;
  }

  @Override
  Element copy(String newName, Origin newOrigin) {
    LineElement copy = (LineElement) super.copy(newName, newOrigin);
    copy.impedance = impedance.copy();
    return copy;
  }

  @Override
  List<Terminal> terminals() {
    return Arrays.asList(bus1, bus2);
  }

  /** Opens or closes it at terminal 1 or 2. */
  void open(int terminal, boolean yes) {
    open = yes ? terminal : 0;
  }

  /** The terminal at which it is open; 0 if it is closed. */
  int open() {
    return open;
  }

  boolean isSwitch() {
    return isSwitch;
  }

  Terminal bus1() {
    return bus1;
  }

  Terminal bus2() {
    return bus2;
  }

  int phases() {
    return phases;
  }

  double ratingA() {
    return ratingA > 0 ? ratingA : Double.NaN;
  }

  /** Its length in km; as if in the unit of its impedance, km, where no unit is known. */
  double km() {
    LengthUnit unit = units != LengthUnit.NONE ? units : impedanceUnits;
    return length * (unit == LengthUnit.NONE ? LengthUnit.KFT : unit).metres() / 1000;
  }

  /** Resistance, reactance (Ω) and capacitance (F) of its whole length by conductor. */
  double[][][] whole(double frequency) {
    double[][][] whole = new double[3][phases][phases];
    double times = length * units.in(impedanceUnits);
    double[][][] by = geometry == null ? null : ofGeometry(frequency);
    for (int quantity = 0; quantity < 3; quantity++) {
      double[][] matrix = by == null ? impedance.matrix(quantity, phases) : by[quantity];
      if (matrix == null || matrix.length != phases) {
        throw error(
            "has "
                + phases
                + " phases, but its impedance is for "
                + (matrix == null ? impedance.order() : matrix.length));
      }
      double unit = by != null || quantity < 2 ? 1 : 1e-9;
      for (int i = 0; i < phases; i++) {
        for (int j = 0; j < phases; j++) {
          whole[quantity][i][j] =
              matrix[i][j] * unit * (by == null ? times : length * units.metres());
        }
      }
    }
    return whole;
  }

  private double[][][] ofGeometry(double frequency) {
    if (units == LengthUnit.NONE) {
      throw error("has a geometry and needs the unit of its length, e.g. units=ft");
    }
    LineConstants constants = geometry.constants(frequency, rho, earth);
    return new double[][][] {constants.r(), constants.x(), constants.c()};
  }
}
