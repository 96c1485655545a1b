package powergrid.networks.pandapower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import powergrid.networks.balanced.Section;

/**
 * Lines, transformers and switches. A line or transformer that a switch opens at an end ends at a
 * bus of its own, behind that switch, and is charged or magnetised from its other end; one that is
 * open at both ends is left out. A line whose one bus is out of service is open there, as in
 * pandapower.
 */
final class Branches {
  /** What files give that know no rating. */
  private static final double NO_RATING_KA = 9999;

  private final Conversion network;
  private final double hz;
  private final Map<String, Element> open = new HashMap<>();
  private final Map<String, Element> switchable = new HashMap<>();
  private final Names names;

  Branches(Conversion network, double hz) {
    this.network = network;
    this.hz = hz;
    List<Element> all = new ArrayList<>(network.elements("line"));
    all.addAll(network.elements("trafo"));
    all.forEach(branch -> switchable.put(branch.toString(), branch));
    all.addAll(network.elements("switch"));
    names = new Names(all);
  }

  void convert() {
    switches();
    for (Element line : network.inService("line")) {
      ends(line, "from_bus", "to_bus").ifPresent(ends -> line(line, ends));
    }
    for (Element trafo : network.inService("trafo")) {
      if (network.live(trafo, "hv_bus") && network.live(trafo, "lv_bus")) {
        ends(trafo, "hv_bus", "lv_bus")
            .ifPresent(
                ends ->
                    TransformerData.add(trafo, names.of(trafo), ends[0], ends[1], network.parts()));
      }
    }
  }

  private void switches() {
    for (Element element : network.elements("switch")) {
      String kind = element.text("et", "");
      boolean live = network.live(element, "bus");
      boolean closed = element.flag("closed", true);
      switch (kind) {
        case "b" -> {
          if (live && network.live(element, "element")) {
            element.refuseUnless("z_ohm", 0);
            network
                .parts()
                .tie(
                    names.of(element),
                    network.bus(element, "bus"),
                    network.bus(element, "element"),
                    closed);
          }
        }
        case "l" -> opened(element, "line", "from_bus", "to_bus", closed);
        case "t" -> opened(element, "trafo", "hv_bus", "lv_bus", closed);
        default ->
            throw element.error(
                "et is " + kind + "; only b (bus), l (line) and t (trafo) have a counterpart here");
      }
    }
  }

  private void opened(Element element, String kind, String from, String to, boolean closed) {
    int index = element.reference("element");
    int bus = element.reference("bus");
    Element branch = switchable.get(kind + " " + index);
    if (branch == null) {
      throw element.error("there is no " + kind + " " + index);
    }
    if (branch.reference(from) != bus && branch.reference(to) != bus) {
      throw element.error("bus " + bus + " is no end of " + kind + " " + index);
    }
    if (!closed) {
      open.putIfAbsent(branch + "@" + bus, element);
    }
  }

  /** The buses that a branch ends at: its own ones, or where it is open one made for that end. */
  private Optional<String[]> ends(Element branch, String from, String to) {
    boolean fromOpen = isOpen(branch, from);
    boolean toOpen = isOpen(branch, to);
    if (fromOpen && toOpen) {
      return Optional.empty();
    }
    return Optional.of(
        new String[] {
          fromOpen ? openEnd(branch, from, to) : network.bus(branch, from),
          toOpen ? openEnd(branch, to, from) : network.bus(branch, to)
        });
  }

  private boolean isOpen(Element branch, String end) {
    return !network.live(branch, end) || open.containsKey(branch + "@" + branch.reference(end));
  }

  private String openEnd(Element branch, String end, String other) {
    boolean live = network.live(branch, end);
    String id = names.of(branch) + "@" + (live ? network.bus(branch, end) : branch.reference(end));
    network.parts().bus(id, network.kv(branch, live ? end : other), Double.NaN, Double.NaN);
    Element opened = open.get(branch + "@" + branch.reference(end));
    if (live && opened != null) {
      network.parts().tie(names.of(opened), id, network.bus(branch, end), false);
    }
    return id;
  }

  private void line(Element line, String[] ends) {
    line.refuseUnless("g_us_per_km", 0);
    boolean zero = line.has("r0_ohm_per_km") && line.has("x0_ohm_per_km");
    network
        .parts()
        .line(
            names.of(line),
            ends[0],
            ends[1],
            line.positive("length_km"),
            section(line, ""),
            zero ? Optional.of(section(line, "0")) : Optional.empty(),
            ratingA(line));
  }

  /** What a line is to a sequence; charging that is not given is none. */
  private Section section(Element line, String sequence) {
    double km = line.positive("length_km");
    double parallel = line.parallel();
    double nf = line.number("c" + sequence + "_nf_per_km", 0) * km * parallel;
    return new Section(
        line.number("r" + sequence + "_ohm_per_km") * km / parallel,
        line.number("x" + sequence + "_ohm_per_km") * km / parallel,
        2 * Math.PI * hz * nf * 1e-9);
  }

  private static double ratingA(Element line) {
    double ka = line.atLeastZero("max_i_ka", NO_RATING_KA) * line.atLeastZero("df", 1);
    return ka >= NO_RATING_KA || ka == 0 ? Double.NaN : 1000 * ka * line.parallel();
  }
}
