package powergrid.console;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import powergrid.api.network.Bus;
import powergrid.api.network.Network;
import powergrid.api.network.Regulator;
import powergrid.api.powerflow.Injections;
import powergrid.api.powerflow.Solution;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A solved network as text. */
final class SolvedNetwork {
  private static final double LOW_PU = 0.95;
  private static final double HIGH_PU = 1.05;
  private static final double TOLERANCE_PU = 1e-6;
  private static final String PHASES = "abc";

  private final Network network;
  private final Injections injections;
  private final Solution solution;

  SolvedNetwork(Network network, Injections injections, Solution solution) {
    this.network = network;
    this.injections = injections;
    this.solution = solution;
  }

  /** Voltages by bus, then totals, taps and violations; lines without line ends. */
  List<String> table() {
    List<String> lines = new ArrayList<>();
    lines.add(network.name() + ": solved in " + solution.iterations() + " iterations");
    lines.add("");
    lines.addAll(voltages());
    lines.add("");
    lines.addAll(totals());
    lines.addAll(positions());
    lines.add("");
    int outside = (int) IntStream.range(0, solution.re().length).filter(this::violated).count();
    lines.add(
        outside == 0
            ? "All voltages are within 0.95 to 1.05 pu."
            : outside
                + " of "
                + network.serviceNodes().length
                + " voltages are outside 0.95 to 1.05 pu, marked *.");
    return lines;
  }

  private List<String> voltages() {
    TextTable.Align[] aligns = new TextTable.Align[7];
    Arrays.fill(aligns, TextTable.Align.RIGHT);
    aligns[0] = TextTable.Align.LEFT;
    TextTable table = new TextTable(aligns);
    table.row("bus", "a [pu] ", "[deg]", "b [pu] ", "[deg]", "c [pu] ", "[deg]");
    for (int bus = 0; bus < network.buses().size(); bus++) {
      List<String> cells = new ArrayList<>(List.of(network.buses().get(bus).id()));
      for (int phase = 0; phase < 3; phase++) {
        int node = 3 * bus + phase;
        boolean present = network.buses().get(bus).phases().has(phase);
        String mark = violated(node) ? "*" : " ";
        cells.add(present ? Numbers.fixed(solution.magnitude(node), 4) + mark : "");
        cells.add(present ? Numbers.fixed(solution.angleDeg(node), 2) : "");
      }
      table.row(cells);
    }
    return table.lines();
  }

  private List<String> totals() {
    TextTable.Align right = TextTable.Align.RIGHT;
    return new TextTable(TextTable.Align.LEFT, right, right)
        .row("", "[MW]", "[MVAr]")
        .row("source", power(solution.sourceMw()), power(solution.sourceMvar()))
        .row("loads", power(solution.loadMw()), power(solution.loadMvar()))
        .row("losses", power(solution.lossesMw()), power(solution.lossesMvar()))
        .lines();
  }

  private static String power(double value) {
    return Numbers.fixed(value, 4);
  }

  private List<String> positions() {
    List<String> lines = new ArrayList<>();
    for (int branch = 0; branch < network.branches().size(); branch++) {
      if (network.branches().get(branch) instanceof Regulator regulator) {
        StringBuilder taps = new StringBuilder("taps of " + regulator.id() + ":");
        for (int phase = 0; phase < 3; phase++) {
          if (regulator.phases().has(phase)) {
            int tap = injections.taps()[3 * branch + phase];
            taps.append(' ').append(PHASES.charAt(phase)).append(' ').append(tap);
          }
        }
        lines.add(taps.toString());
      }
    }
    return lines;
  }

  /** {@code node,phase,vm_pu,va_deg}, a line a node. */
  String csv() {
    StringBuilder text = new StringBuilder("node,phase,vm_pu,va_deg\n");
    for (int node = 0; node < solution.re().length; node++) {
      Bus bus = network.buses().get(node / 3);
      if (bus.phases().has(node % 3)) {
        text.append(quoted(bus.id())).append(',').append(PHASES.charAt(node % 3)).append(',');
        text.append(Numbers.shortest(solution.magnitude(node))).append(',');
        text.append(Numbers.shortest(solution.angleDeg(node))).append('\n');
      }
    }
    return text.toString();
  }

  private static String quoted(String cell) {
    boolean special = cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return special ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }

  /** One JSON object on a line. */
  String json() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("network", network.name());
      json.writeNumberProperty("iterations", solution.iterations());
      json.writeArrayPropertyStart("nodes");
      for (int node = 0; node < solution.re().length; node++) {
        node(json, node);
      }
      json.writeEndArray();
      pair(json, "source", solution.sourceMw(), solution.sourceMvar());
      pair(json, "loads", solution.loadMw(), solution.loadMvar());
      pair(json, "losses", solution.lossesMw(), solution.lossesMvar());
      json.writeObjectPropertyStart("taps");
      for (int branch = 0; branch < network.branches().size(); branch++) {
        taps(json, branch);
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    return text.append('\n').toString();
  }

  private void node(JsonGenerator json, int node) {
    Bus bus = network.buses().get(node / 3);
    if (bus.phases().has(node % 3)) {
      json.writeStartObject();
      json.writeStringProperty("node", bus.id());
      json.writeStringProperty("phase", PHASES.substring(node % 3, node % 3 + 1));
      json.writeNumberProperty("vm_pu", solution.magnitude(node));
      json.writeNumberProperty("va_deg", solution.angleDeg(node));
      json.writeName("violation");
      json.writeBoolean(violated(node));
      json.writeEndObject();
    }
  }

  private static void pair(JsonGenerator json, String name, double mw, double mvar) {
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("mw", mw);
    json.writeNumberProperty("mvar", mvar);
    json.writeEndObject();
  }

  private void taps(JsonGenerator json, int branch) {
    if (network.branches().get(branch) instanceof Regulator regulator) {
      json.writeObjectPropertyStart(regulator.id());
      for (int phase = 0; phase < 3; phase++) {
        if (regulator.phases().has(phase)) {
          json.writeNumberProperty(
              PHASES.substring(phase, phase + 1), injections.taps()[3 * branch + phase]);
        }
      }
      json.writeEndObject();
    }
  }

  private boolean violated(int node) {
    double pu = solution.magnitude(node);
    return Arrays.binarySearch(network.serviceNodes(), node) >= 0
        && (pu < LOW_PU - TOLERANCE_PU || pu > HIGH_PU + TOLERANCE_PU);
  }
}
