package powergrid.networks.opendss;

import java.util.Collections;
import java.util.List;
import powergrid.api.network.Connection;
import powergrid.api.network.PhaseValues;

/** An element at one bus: its phases, rated voltage and connection. */
abstract class Shunt extends Element {
  private Terminal bus;
  private int phases = 3;
  private double kv = 12.47;
  private boolean delta;

  Shunt(String type, String name, Origin origin) {
    super(type, name, origin);
  }

  /** Sets what all of them have; false if the property is another one. */
  boolean setShunt(String property, Value value) {
    switch (property) {
      case "bus1" -> bus = Terminal.of(value);
      case "phases" -> phases = value.whole(1, 3);
      case "kv" -> kv = value.above(0);
      case "conn" -> delta = TransformerElement.isDelta(value);
      default -> {
        return false;
      }
    }
    return true;
  }

  @Override
  List<Terminal> terminals() {
    return Collections.singletonList(bus);
  }

  Terminal bus() {
    return bus;
  }

  int phases() {
    return phases;
  }

  /** How it is connected: of one phase, by its nodes, whatever it says. */
  Connection connection() {
    if (phases == 1) {
      return single()[1] == 0 ? Connection.WYE : Connection.DELTA;
    }
    if (phases == 2 && delta) {
      throw error("of two phases in delta is not supported: give two of one phase");
    }
    return delta ? Connection.DELTA : Connection.WYE;
  }

  /** Its two nodes, the phase first. */
  private int[] single() {
    int start = bus.node(0, 1);
    int finish = bus.node(1, 1);
    boolean more = bus.nodes().size() > 2 && bus.nodes().stream().skip(2).anyMatch(n -> n != 0);
    if (start > 3 || finish > 3 || start == finish || more) {
      throw bus.origin()
          .error(
              fullName() + " of one phase needs two different nodes of 0 to 3, not " + bus.nodes());
    }
    return start == 0 ? new int[] {finish, 0} : new int[] {start, finish};
  }

  /** The slots of phase values that it takes: a–b is 0 where it is connected line to line. */
  private int[] slots() {
    if (phases != 1) {
      return bus.phases(phases, this);
    }
    int[] nodes = single();
    if (nodes[1] == 0) {
      return new int[] {nodes[0] - 1};
    }
    return new int[] {nodes[1] == nodes[0] % 3 + 1 ? nodes[0] - 1 : nodes[1] - 1};
  }

  /** A total in equal parts on its phases. */
  PhaseValues spread(double total) {
    double[] values = new double[3];
    int[] slots = slots();
    for (int slot : slots) {
      values[slot] = total / slots.length;
    }
    return new PhaseValues(values[0], values[1], values[2]);
  }

  /** Its rated voltage over that of a bus. */
  double rated(double busKv) {
    boolean lineToLine = phases > 1 || connection() == Connection.DELTA;
    return kv / (lineToLine ? busKv : busKv / Math.sqrt(3));
  }
}
