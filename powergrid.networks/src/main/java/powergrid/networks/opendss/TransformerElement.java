package powergrid.networks.opendss;

import java.util.Arrays;
import java.util.List;
import powergrid.api.network.Winding;

/** A transformer of two windings. */
final class TransformerElement extends Element {
  /** A winding. */
  static final class Side {
    private Terminal bus;
    private boolean delta;
    private double kv = 12.47;
    private double kva = 1000;
    private double tap = 1;
    private double rPercent = 0.2;

    private Side copy() {
      Side copy = new Side();
      copy.bus = bus;
      copy.delta = delta;
      copy.kv = kv;
      copy.kva = kva;
      copy.tap = tap;
      copy.rPercent = rPercent;
      return copy;
    }

    Terminal bus() {
      return bus;
    }

    double kv() {
      return kv;
    }

    double tap() {
      return tap;
    }
  }

  private Side[] sides = {new Side(), new Side()};
  private int at;
  private int phases = 3;
  private double xPercent = 7;
  private double noLoadLossPercent;
  private double magnetisingPercent;
  private double maxTap = 1.1;
  private double minTap = 0.9;
  private int taps = 32;
  private boolean leads;

  TransformerElement(String name, Origin origin) {
    super("transformer", name, origin);
  }

  @Override
  void set(String property, Value value, Circuit circuit) {
    switch (property) {
      case "phases" -> phases = phases(value);
      case "windings" -> windings(value);
      case "wdg" -> at = value.whole(1, 2) - 1;
      case "bus", "conn", "kv", "kva", "tap", "%r" -> setSide(at, property, value);
      case "buses" -> setSides("bus", value);
      case "conns" -> setSides("conn", value);
      case "kvs" -> setSides("kv", value);
      case "kvas" -> setSides("kva", value);
      case "taps" -> setSides("tap", value);
      case "%rs" -> setSides("%r", value);
      case "xhl", "x12" -> xPercent = value.above(0);
      case "%loadloss" -> {
        sides[0].rPercent = value.atLeast(0) / 2;
        sides[1].rPercent = sides[0].rPercent;
      }
      case "%noloadloss" -> noLoadLossPercent = value.atLeast(0);
      case "%imag" -> magnetisingPercent = value.atLeast(0);
      case "maxtap" -> maxTap = value.above(0);
      case "mintap" -> minTap = value.above(0);
      case "numtaps" -> taps = value.whole(1, 1000);
      case "leadlag" ->
          leads = List.of("lead", "euro").contains(value.oneOf("lag", "lead", "ansi", "euro"));
      case "xrconst" -> {
        if (value.yes()) {
          throw value.wrong("only xrconst=no is supported");
        }
      }
      case "basefreq" -> checkFrequency(value, circuit);
      default -> throw new AssertionError(property);
    }
  }

  private static int phases(Value value) {
    int n = value.whole(1, 3);
    if (n == 2) {
      throw value.wrong("transformers of 1 or 3 phases are supported");
    }
    return n;
  }

  private static void windings(Value value) {
    if (value.whole(1, 100) != 2) {
      throw value.wrong("transformers of 2 windings are supported");
    }
  }

  private void setSides(String property, Value value) {
    List<Value> values = value.list();
    if (values.size() > 2) {
      throw value.wrong("a transformer of 2 windings has 2 of them");
    }
    for (int i = 0; i < values.size(); i++) {
      setSide(i, property, values.get(i));
    }
  }

  private void setSide(int i, String property, Value value) {
    Side side = sides[i];
    switch (property) {
      case "bus" -> side.bus = Terminal.of(value);
      case "conn" -> side.delta = isDelta(value);
      case "kv" -> side.kv = value.above(0);
      case "kva" -> {
        side.kva = value.above(0);
        if (i == 0) {
          sides[1].kva = side.kva;
        }
      }
      case "tap" -> side.tap = value.above(0);
      default -> side.rPercent = value.atLeast(0);
    }
  }

  /** Puts the tap of a winding, pu. */
  void setTap(int i, double tap) {
    sides[i].tap = tap;
  }

  /** Reads a connection. */
  static boolean isDelta(Value value) {
    return List.of("delta", "ll").contains(value.oneOf("wye", "y", "ln", "delta", "ll"));
  }

  @Override
  Element copy(String newName, Origin newOrigin) {
    TransformerElement copy = (TransformerElement) super.copy(newName, newOrigin);
    copy.sides = new Side[] {sides[0].copy(), sides[1].copy()};
    return copy;
  }

  @Override
  List<Terminal> terminals() {
    return Arrays.asList(sides[0].bus, sides[1].bus);
  }

  int phases() {
    return phases;
  }

  Side side(int i) {
    return sides[i];
  }

  /** The rating on which its impedances are given, MVA: that of its first winding. */
  double mva() {
    return sides[0].kva / 1000;
  }

  double rPu() {
    return (sides[0].rPercent + sides[1].rPercent) / 100;
  }

  double xPu() {
    return xPercent / 100;
  }

  double gPu() {
    return noLoadLossPercent / 100;
  }

  double bPu() {
    return magnetisingPercent == 0 ? 0 : -magnetisingPercent / 100;
  }

  /** Change of voltage a tap, pu. */
  double step() {
    return (maxTap - minTap) / taps;
  }

  /** Taps each way; 0 if they are not alike. */
  int tapsEachWay() {
    return Math.abs(maxTap - 1 - (1 - minTap)) < 1e-9 && taps % 2 == 0 ? taps / 2 : 0;
  }

  /** The nodes at which unit 0 of a transformer of one phase starts and ends. */
  int[] nodes(int i) {
    Terminal bus = sides[i].bus;
    if (bus.nodes().size() > 2
        && bus.nodes().subList(2, bus.nodes().size()).stream().anyMatch(n -> n != 0)) {
      throw bus.origin().error(fullName() + " of one phase has two conductors a winding");
    }
    int start = bus.node(0, 1);
    int finish = bus.node(1, 1);
    if (start < 0 || start > 3 || finish > 3 || start == finish) {
      throw bus.origin()
          .error(fullName() + " needs two different nodes of 0 to 3 at bus " + bus.bus());
    }
    return new int[] {start, finish};
  }

  /** How a winding is connected, of a transformer of three phases. */
  Winding winding(int i) {
    Side side = sides[i];
    if (side.delta) {
      standard(side, 3);
      return Winding.DELTA;
    }
    standard(side, 4);
    int neutral = side.bus.node(3, 3);
    if (neutral > 0 && neutral < 4) {
      throw side.bus
          .origin()
          .error(
              fullName()
                  + " has its neutral at a phase: use node 0 for ground, 4 for a floating one");
    }
    return neutral == 0 ? Winding.GROUNDED_WYE : Winding.WYE;
  }

  private void standard(Side side, int conductors) {
    for (int k = 0; k < Math.max(conductors, side.bus.nodes().size()); k++) {
      int node = side.bus.node(k, 3);
      if ((k < 3 && node != k + 1) || (k >= conductors && node != 0)) {
        throw side.bus
            .origin()
            .error(
                fullName()
                    + " has nodes "
                    + side.bus.nodes()
                    + ": only 1.2.3 in order is supported");
      }
    }
  }

  /** By how much its second side lags its first, degrees, of a transformer of three phases. */
  double shiftDeg() {
    if (sides[0].delta == sides[1].delta) {
      return 0;
    }
    boolean down = sides[0].kv >= sides[1].kv;
    return down != leads ? 30 : -30;
  }

  /** Rated voltage of a side at its tap, line to line, kV. */
  double kv(int i) {
    boolean toNeutral = phases == 1 && (nodes(i)[0] == 0 || nodes(i)[1] == 0);
    return sides[i].kv * sides[i].tap * (toNeutral ? Math.sqrt(3) : 1);
  }
}
