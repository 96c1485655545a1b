package powergrid.networks.opendss;

/** A line code: an impedance by length that lines refer to. */
final class LineCode extends Element {
  private Impedance impedance = new Impedance();
  private LengthUnit units = LengthUnit.NONE;
  private int phases = 3;
  private int neutral = 3;
  private double ratingA = 400;

  LineCode(String name, Origin origin) {
    super("linecode", name, origin);
  }

  @Override
  void set(String property, Value value, Circuit circuit) {
    if (impedance.set(property, value, phases)) {
      return;
    }
    switch (property) {
      case "nphases" -> {
        phases = value.whole(1, 10);
        neutral = phases;
        if (impedance.order() != 0 && impedance.order() != phases) {
          throw value.wrong("its matrices are of order " + impedance.order());
        }
      }
      case "units" -> units = LengthUnit.of(value);
      case "basefreq" -> checkFrequency(value, circuit);
      case "normamps" -> ratingA = value.atLeast(0);
      case "neutral" -> neutral = value.whole(1, phases);
      case "kron" -> {
        if (value.yes()) {
          reduce(value);
        }
      }
      default -> throw new AssertionError(property);
    }
  }

  /** Takes the neutral out: by Kron from the impedance, as grounded from the capacitance. */
  private void reduce(Value value) {
    if (phases < 2) {
      throw value.wrong("a line code of one phase has no neutral to reduce");
    }
    ComplexMatrix z =
        new ComplexMatrix(impedance.matrix(0, phases), impedance.matrix(1, phases))
            .kron(neutral - 1);
    double[][] c = ComplexMatrix.real(impedance.matrix(2, phases)).without(neutral - 1).realPart();
    phases--;
    neutral = phases;
    impedance.take(z.realPart(), z.imaginaryPart(), c);
  }

  @Override
  Element copy(String newName, Origin newOrigin) {
    LineCode copy = (LineCode) super.copy(newName, newOrigin);
    copy.impedance = impedance.copy();
    return copy;
  }

  Impedance impedance() {
    return impedance;
  }

  LengthUnit units() {
    return units;
  }

  int phases() {
    return phases;
  }

  double ratingA() {
    return ratingA;
  }
}
