package powergrid.networks.opendss;

/** A generator of constant power in equal parts on three phases. */
final class GeneratorElement extends Shunt {
  private double kw = 1000;
  private double pf = 0.88;
  private double kvar = LoadElement.kvar(1000, 0.88);

  GeneratorElement(String name, Origin origin) {
    super("generator", name, origin);
  }

  @Override
  void set(String property, Value value, Circuit circuit) {
    switch (property) {
      case "phases" -> {
        if (value.whole(1, 3) != 3) {
          throw value.wrong("generators of 3 phases are supported");
        }
      }
      case "model" -> {
        if (value.whole(1, 7) != 1) {
          throw value.wrong("model 1 (constant power) is supported");
        }
      }
      case "kw" -> {
        kw = value.number();
        kvar = LoadElement.kvar(kw, pf);
      }
      case "pf" -> {
        pf = LoadElement.powerFactor(value);
        kvar = LoadElement.kvar(kw, pf);
      }
      case "kvar" -> {
        kvar = value.number();
        if (kw != 0) {
          pf = kw / Math.hypot(kw, kvar) * (kw * kvar < 0 ? -1 : 1);
        }
      }
      case "basefreq" -> checkFrequency(value, circuit);
      default -> {
        if (!setShunt(property, value)) {
          throw new AssertionError(property);
        }
      }
    }
  }

  double kw() {
    return kw;
  }

  double kvar() {
    return kvar;
  }
}
