package powergrid.networks.pandapower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import powergrid.api.network.Network;
import powergrid.networks.balanced.BalancedNetwork;
import powergrid.networks.balanced.DataFile;

/** Makes a network of the tables of a file. Elements out of service are left out. */
final class Conversion {
  private static final Set<String> CONVERTED =
      Set.of(
          "bus",
          "line",
          "trafo",
          "switch",
          "load",
          "asymmetric_load",
          "sgen",
          "gen",
          "storage",
          "shunt",
          "ward",
          "ext_grid");

  /** Tables that say nothing about a power flow with pandapower's defaults. */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "poly_cost",
          "pwl_cost",
          "measurement",
          "controller",
          "group",
          "bus_geodata",
          "line_geodata",
          "bus_dc");

  private final DataFile file;
  private final PandapowerFile data;
  private final BalancedNetwork network;
  private final Map<Integer, String> ids = new HashMap<>();
  private final Map<Integer, Double> kvs = new HashMap<>();
  private final Map<Integer, Boolean> known = new HashMap<>();

  Conversion(DataFile file, PandapowerFile data) {
    this.file = file;
    this.data = data;
    network = new BalancedNetwork(data.name().isBlank() ? file.stem() : data.name());
  }

  /** The network. */
  Network network() {
    data.frames().values().forEach(this::refuse);
    buses();
    new Branches(this, data.hz()).convert();
    new Injections(this).convert();
    return file.build(network);
  }

  private void refuse(Frame frame) {
    String name = frame.name();
    boolean about =
        CONVERTED.contains(name)
            || WITHOUT_EFFECT.contains(name)
            || name.startsWith("_empty_res_")
            || name.contains("characteristic")
            || name.contains("capability");
    if (!about) {
      inService(name).stream()
          .findFirst()
          .ifPresent(
              element -> {
                throw element.error("elements of this kind have no counterpart here");
              });
    }
  }

  private void buses() {
    file.checkBuses(data.frame("bus").rows().size(), data.frame("bus").line());
    Map<Integer, Element> places = new HashMap<>();
    elements("bus_geodata").forEach(element -> places.put(element.index(), element));
    Names names = new Names(elements("bus"));
    for (Element bus : elements("bus")) {
      known.put(bus.index(), bus.inService());
      if (bus.inService()) {
        String name = names.of(bus);
        String id = name.equals(bus.toString()) ? Integer.toString(bus.index()) : name;
        Position at = position(bus, places.get(bus.index()));
        ids.put(bus.index(), id);
        kvs.put(bus.index(), bus.positive("vn_kv"));
        network.bus(id, bus.positive("vn_kv"), at.x(), at.y());
      }
    }
  }

  private static Position position(Element bus, Element place) {
    if (bus.has("geo")) {
      return Position.of(bus.text("geo", ""));
    }
    return place == null
        ? Position.UNKNOWN
        : new Position(place.number("x", Double.NaN), place.number("y", Double.NaN));
  }

  BalancedNetwork parts() {
    return network;
  }

  /** All elements of a kind. */
  List<Element> elements(String kind) {
    Frame frame = data.frame(kind);
    List<Element> elements = new ArrayList<>();
    for (int row = 0; row < frame.rows().size(); row++) {
      elements.add(new Element(file, frame, row));
    }
    return elements;
  }

  /** The elements of a kind that are in service. */
  List<Element> inService(String kind) {
    return elements(kind).stream().filter(Element::inService).toList();
  }

  /** The elements of a kind that are in service at a bus that is. */
  List<Element> atLiveBus(String kind) {
    return inService(kind).stream().filter(element -> live(element, "bus")).toList();
  }

  /** Whether the bus that a column names is in service. */
  boolean live(Element element, String column) {
    Boolean inService = known.get(element.reference(column));
    if (inService == null) {
      throw element.error(
          column + " is " + element.reference(column) + ", and there is no bus of that index");
    }
    return inService;
  }

  /** The id of the bus in service that a column names. */
  String bus(Element element, String column) {
    return ids.get(element.reference(column));
  }

  /** The nominal voltage of the bus in service that a column names, kV. */
  double kv(Element element, String column) {
    return kvs.get(element.reference(column));
  }
}
