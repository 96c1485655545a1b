package powergrid.networks.opendss;

import powergrid.api.network.LoadModel;

/** A load. */
final class LoadElement extends Shunt {
  private static final LoadModel[] BY_EXPONENT = {
    LoadModel.POWER, LoadModel.CURRENT, LoadModel.IMPEDANCE
  };

  private double kw = 10;
  private double kva;
  private double kvar = 5;
  private double pf = 0.88;
  private boolean byKva;
  private boolean byKvar;
  private int model = 1;
  private int wattExponent = 1;
  private int varExponent = 2;
  private double minPu = 0.95;
  private double maxPu = 1.05;

  LoadElement(String name, Origin origin) {
    super("load", name, origin);
  }

  @Override
  void set(String property, Value value, Circuit circuit) {
    if (setShunt(property, value)) {
      return;
    }
    switch (property) {
      case "kw" -> {
        kw = value.number();
        byKva = false;
        byKvar = false;
      }
      case "kva" -> {
        kva = value.atLeast(0);
        byKva = true;
        byKvar = false;
      }
      case "kvar" -> {
        kvar = value.number();
        byKvar = true;
        byKva = false;
      }
      case "pf" -> pf = powerFactor(value);
      case "model" -> model = model(value);
      case "cvrwatts" -> wattExponent = exponent(value);
      case "cvrvars" -> varExponent = exponent(value);
      case "vminpu" -> minPu = value.atLeast(0);
      case "vmaxpu" -> maxPu = value.above(0);
      case "basefreq" -> checkFrequency(value, circuit);
      default -> throw new AssertionError(property);
    }
  }

  /** Reads a power factor, negative for leading. */
  static double powerFactor(Value value) {
    double pf = value.number();
    if (!(Math.abs(pf) <= 1) || pf == 0) {
      throw value.wrong("give a power factor from -1 to 1, not 0; negative is leading");
    }
    return pf;
  }

  private static int model(Value value) {
    int model = value.whole(1, 8);
    if (model == 3 || model > 5) {
      throw value.wrong("models 1 (power), 2 (impedance), 4 (CVR) and 5 (current) are supported");
    }
    return model;
  }

  private static int exponent(Value value) {
    double exponent = value.number();
    if (exponent != 0 && exponent != 1 && exponent != 2) {
      throw value.wrong("exponents 0, 1 and 2 are supported");
    }
    return (int) exponent;
  }

  /** From now on, its power factor is that of what was given. */
  @Override
  void edited() {
    if (byKvar && kw != 0) {
      pf = kw / Math.hypot(kw, kvar) * (kw * kvar < 0 ? -1 : 1);
    }
    if (byKva) {
      kw = kva * Math.abs(pf);
    }
  }

  double kw() {
    return kw;
  }

  double kvar() {
    return byKvar ? kvar : kvar(kw, pf);
  }

  /** Reactive power at a power factor. */
  static double kvar(double kw, double pf) {
    return Math.copySign(1, pf) * kw * Math.sqrt(1 / (pf * pf) - 1);
  }

  LoadModel activeModel() {
    return model == 4 ? BY_EXPONENT[wattExponent] : model();
  }

  LoadModel reactiveModel() {
    return model == 4 ? BY_EXPONENT[varExponent] : model();
  }

  private LoadModel model() {
    return model == 1 ? LoadModel.POWER : model == 2 ? LoadModel.IMPEDANCE : LoadModel.CURRENT;
  }

  double minPu() {
    return minPu;
  }

  double maxPu() {
    return maxPu;
  }
}
