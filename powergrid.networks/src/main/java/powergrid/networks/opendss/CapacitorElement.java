package powergrid.networks.opendss;

import java.util.List;

/** A shunt capacitor of one step. */
final class CapacitorElement extends Shunt {
  private double kvar = 1200;
  private boolean on = true;

  CapacitorElement(String name, Origin origin) {
    super("capacitor", name, origin);
  }

  @Override
  void set(String property, Value value, Circuit circuit) {
    if (setShunt(property, value)) {
      return;
    }
    switch (property) {
      case "kvar" -> kvar = single(value).number();
      case "numsteps" -> value.whole(1, 1);
      case "states" -> on = single(value).whole(0, 1) == 1;
      case "basefreq" -> checkFrequency(value, circuit);
      default -> throw new AssertionError(property);
    }
  }

  private static Value single(Value value) {
    List<Value> values = value.list();
    return values.size() == 1 ? values.get(0) : value;
  }

  double kvar() {
    return kvar;
  }

  boolean on() {
    return on;
  }
}
