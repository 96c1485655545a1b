package powergrid.networks.opendss;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What a script has defined so far. */
final class Circuit {
  /** Where a bus is drawn. */
  record Point(double x, double y) {}

  /** Definitions may stand before the circuit. */
  private static final Set<String> DEFINITIONS = Set.of("linecode", "wiredata", "linegeometry");

  private static final double[] USUAL_KV = {0.208, 0.480, 12.47, 24.9, 34.5, 115, 230};

  private final double frequency;
  private final Map<String, Map<String, Element>> elements = new LinkedHashMap<>();
  private final Map<String, Point> points = new LinkedHashMap<>();
  private String name = "";
  private double[] voltageBases = USUAL_KV;
  private boolean controlsOff;
  private double loadScale = 1;
  private double generatorScale = 1;
  private LineConstants.Earth earth = LineConstants.Earth.DERI;

  Circuit(double frequency) {
    this.frequency = frequency;
  }

  /** Starts the circuit, with its source. */
  Element begin(String circuitName, Origin origin) {
    if (!name.isEmpty()) {
      throw origin.error("circuit " + name + " is there already: put Clear before another one");
    }
    name = circuitName;
    return add(new SourceElement("source", origin));
  }

  String name() {
    return name;
  }

  double frequency() {
    return frequency;
  }

  /** Whether nothing is defined yet. */
  boolean isEmpty() {
    return elements.isEmpty();
  }

  /** Makes an element of a class. */
  Element make(String type, String elementName, Origin origin) {
    if (name.isEmpty() && !DEFINITIONS.contains(type)) {
      throw origin.error("there is no circuit yet: put new circuit.<name> before");
    }
    return add(
        switch (type) {
          case "linecode" -> new LineCode(elementName, origin);
          case "wiredata" -> new WireData(elementName, origin);
          case "linegeometry" -> new LineGeometry(elementName, origin);
          case "line" -> new LineElement(elementName, origin, earth);
          case "vsource" -> new SourceElement(elementName, origin);
          case "load" -> new LoadElement(elementName, origin);
          case "transformer" -> new TransformerElement(elementName, origin);
          case "regcontrol" -> new RegControlElement(elementName, origin);
          case "capacitor" -> new CapacitorElement(elementName, origin);
          case "generator" -> new GeneratorElement(elementName, origin);
          default -> throw new AssertionError(type);
        });
  }

  private Element add(Element element) {
    Map<String, Element> ofType =
        elements.computeIfAbsent(element.type(), type -> new LinkedHashMap<>());
    Element other = ofType.putIfAbsent(element.name(), element);
    if (other != null) {
      throw element
          .origin()
          .error(
              element.fullName()
                  + " is already defined at "
                  + other.origin()
                  + ": give another name, or use edit");
    }
    return element;
  }

  /** Puts a copy of an element in the place of another one of its class. */
  Element replace(Element element, Element like) {
    Element copy = like.copy(element.name(), element.origin());
    elements.get(element.type()).put(element.name(), copy);
    return copy;
  }

  /** The elements of a class, in the order of their definition. */
  Map<String, Element> elements(String type) {
    return elements.getOrDefault(type, Map.of());
  }

  /** The elements of a class that are enabled. */
  <T extends Element> List<T> enabled(String type, Class<T> as) {
    return elements(type).values().stream().filter(Element::enabled).map(as::cast).toList();
  }

  /** The names that elements give to their buses. */
  Set<String> buses() {
    Set<String> names = new HashSet<>();
    for (Map<String, Element> ofType : elements.values()) {
      for (Element element : ofType.values()) {
        element.terminals().stream().filter(Objects::nonNull).forEach(t -> names.add(t.bus()));
      }
    }
    return names;
  }

  /** The element that a value names. */
  Element get(String type, Value value) {
    Element element = elements(type).get(value.name());
    if (element == null) {
      throw value.wrong("there is no " + type + " of that name; define it before it is used");
    }
    return element;
  }

  void place(String bus, double x, double y) {
    points.put(bus, new Point(x, y));
  }

  Point point(String bus) {
    return points.getOrDefault(bus, new Point(Double.NaN, Double.NaN));
  }

  /** Sets an option that matters. */
  void option(String option, Value value) {
    switch (option) {
      case "mode" -> mode(value);
      case "voltagebases" -> voltageBases(value);
      case "controlmode" ->
          controlsOff = value.oneOf("off", "static", "event", "time", "multirate").equals("off");
      case "loadmult" -> loadScale = value.atLeast(0);
      case "genmult" -> generatorScale = value.atLeast(0);
      case "year" -> value.whole(0, 0);
      case "earthmodel" -> earth = earth(value);
      case "loadmodel" -> only(value, value.oneOf("powerflow", "admittance"), "powerflow");
      case "cktmodel" -> only(value, value.oneOf("multiphase", "positive"), "multiphase");
      default -> throw new AssertionError(option);
    }
  }

  private static void only(Value value, String given, String supported) {
    if (!given.equals(supported)) {
      throw value.wrong("only " + supported + " is supported");
    }
  }

  private static void mode(Value value) {
    if (!"snapshot".startsWith(value.name()) && !value.name().equals("snapshot")) {
      throw value.wrong(
          "a script is read as a snapshot: remove the line; a scenario gives loads their course");
    }
  }

  private void voltageBases(Value value) {
    voltageBases = value.numbers();
    for (double kv : voltageBases) {
      if (!(kv > 0)) {
        throw value.wrong("give voltages above 0, line to line, kV");
      }
    }
    if (voltageBases.length == 0) {
      throw value.wrong("give a list of voltages, line to line, kV, such as [12.47 0.48]");
    }
  }

  /** Reads an earth model. */
  static LineConstants.Earth earth(Value value) {
    String model = value.oneOf("carson", "deri", "fullcarson");
    if (model.equals("fullcarson")) {
      throw value.wrong("carson and deri are supported");
    }
    return model.equals("carson") ? LineConstants.Earth.CARSON : LineConstants.Earth.DERI;
  }

  /** The voltage base nearest to a voltage, as OpenDSS's CalcVoltageBases chooses it, kV. */
  double voltageBase(double kv) {
    double best = voltageBases[0];
    for (double base : voltageBases) {
      if (Math.abs(1 - kv / base) < Math.abs(1 - kv / best)) {
        best = base;
      }
    }
    return best;
  }

  boolean controlsOff() {
    return controlsOff;
  }

  double loadScale() {
    return loadScale;
  }

  double generatorScale() {
    return generatorScale;
  }
}
