package powergrid.networks.opendss;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import powergrid.api.network.Bus;
import powergrid.api.network.Phases;

/**
 * The buses that branches connect, with their phases and voltage bases. As OpenDSS does it, a bus's
 * base is the one of a list that is nearest to its voltage without load.
 */
final class BusTable {
  private record Neighbour(Entry bus, double ratio) {}

  private static final class Entry {
    private final String id;
    private final Element by;
    private final List<Neighbour> neighbours = new ArrayList<>();
    private int phases;
    private double noLoadKv;
    private double kv = Double.NaN;

    Entry(String id, Element by) {
      this.id = id;
      this.by = by;
    }

    /** Gives it its base, if it has none yet. */
    boolean reach(double kv, Circuit circuit) {
      boolean first = Double.isNaN(this.kv);
      if (first) {
        noLoadKv = kv;
        this.kv = circuit.voltageBase(kv);
      }
      return first;
    }
  }

  private final Map<String, Entry> buses = new LinkedHashMap<>();
  private final Set<String> taken;

  /**
   * A table without buses.
   *
   * @param taken names that scripts give to buses, to keep from those that are made
   */
  BusTable(Set<String> taken) {
    this.taken = taken;
  }

  private Entry entry(String bus, Element by) {
    return buses.computeIfAbsent(bus, id -> new Entry(id, by));
  }

  /**
   * Connects two buses.
   *
   * @param ratio of the second one's voltage to the first one's
   */
  void connect(
      String from, Phases fromPhases, String to, Phases toPhases, double ratio, Element by) {
    Entry a = entry(from, by);
    Entry b = entry(to, by);
    if (a == b) {
      throw by.error("connects bus " + from + " to itself");
    }
    a.phases |= fromPhases.bits();
    b.phases |= toPhases.bits();
    a.neighbours.add(new Neighbour(b, ratio));
    b.neighbours.add(new Neighbour(a, 1 / ratio));
  }

  /** A name for a bus that no script names. */
  String fresh(String wish) {
    String name = wish;
    while (!taken.add(name)) {
      name += "_";
    }
    return name;
  }

  /** Says what voltage a source gives its bus, and has its neighbours follow. */
  void supply(String bus, double kv, Element by, Circuit circuit) {
    Deque<Entry> next = new ArrayDeque<>();
    Entry first = entry(bus, by);
    first.phases |= Phases.ABC.bits();
    if (first.reach(kv, circuit)) {
      next.add(first);
    }
    while (!next.isEmpty()) {
      Entry entry = next.remove();
      for (Neighbour neighbour : entry.neighbours) {
        if (neighbour.bus.reach(entry.noLoadKv * neighbour.ratio, circuit)) {
          next.add(neighbour.bus);
        }
      }
    }
  }

  /** The buses, in the order in which branches mention them. */
  List<Bus> buses(Circuit circuit) {
    List<Bus> list = new ArrayList<>();
    for (Entry entry : buses.values()) {
      if (Double.isNaN(entry.kv)) {
        throw entry.by.error("is at bus " + entry.id + ", which nothing connects to a source");
      }
      Circuit.Point point = circuit.point(entry.id);
      list.add(new Bus(entry.id, Phases.ofBits(entry.phases), entry.kv, point.x(), point.y()));
    }
    return list;
  }

  /** Voltage base of a bus, line to line, kV. */
  double kv(String bus) {
    return buses.get(bus).kv;
  }

  /** Checks that a bus has what an element needs. */
  void check(Shunt element, int phases) {
    String bus = element.bus().bus();
    Entry entry = buses.get(bus);
    if (entry == null) {
      throw element
          .bus()
          .origin()
          .error(
              element.fullName() + " is at bus " + bus + ", to which no line or transformer goes");
    }
    if ((entry.phases & phases) != phases) {
      throw element
          .bus()
          .origin()
          .error(
              element.fullName()
                  + " needs phases "
                  + Phases.ofBits(phases)
                  + " of bus "
                  + bus
                  + ", which has "
                  + Phases.ofBits(entry.phases)
                  + ": give its nodes, e.g. "
                  + bus
                  + "."
                  + (Integer.numberOfTrailingZeros(entry.phases) + 1));
    }
  }
}
