package powergrid.console;

import java.io.StringWriter;
import java.util.List;
import powergrid.api.network.Branch;
import powergrid.api.network.Bus;
import powergrid.api.network.Generator;
import powergrid.api.network.Network;
import powergrid.api.network.Regulator;
import powergrid.api.powerflow.Solution;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A solved network for programs: CSV of its voltages, JSON of all of it. */
final class SolvedFiles {
  private final SolvedNetwork solved;
  private final Network network;
  private final Solution solution;

  SolvedFiles(SolvedNetwork solved) {
    this.solved = solved;
    network = solved.network();
    solution = solved.solution();
  }

  /** {@code node,phase,vm_pu,va_deg}, a line a node. */
  String csv() {
    StringBuilder text = new StringBuilder("node,phase,vm_pu,va_deg\n");
    for (int node = 0; node < solution.re().length; node++) {
      Bus bus = network.buses().get(node / 3);
      if (solved.present(node)) {
        text.append(quoted(bus.id())).append(',').append(phase(node % 3)).append(',');
        text.append(Numbers.shortest(solution.magnitude(node))).append(',');
        text.append(Numbers.shortest(solution.angleDeg(node))).append('\n');
      }
    }
    return text.toString();
  }

  private static String phase(int phase) {
    return SolvedNetwork.PHASES.substring(phase, phase + 1);
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
      json.writeStringProperty("method", solved.method());
      json.writeNumberProperty("iterations", solution.iterations());
      flag(json, "settled", solved.settled());
      json.writeArrayPropertyStart("nodes");
      for (int node = 0; node < solution.re().length; node++) {
        node(json, node);
      }
      json.writeEndArray();
      json.writeArrayPropertyStart("branches");
      List<BranchFlow> flows = solved.flows();
      for (int branch = 0; branch < flows.size(); branch++) {
        branch(json, branch, flows.get(branch));
      }
      json.writeEndArray();
      pair(json, "source", solution.sourceMw(), solution.sourceMvar());
      pair(json, "loads", solution.loadMw(), solution.loadMvar());
      pair(json, "losses", solution.lossesMw(), solution.lossesMvar());
      number(json, "unsupplied_mw", solution.unsuppliedMw());
      generators(json);
      json.writeObjectPropertyStart("taps");
      for (int branch = 0; branch < network.branches().size(); branch++) {
        taps(json, branch);
      }
      json.writeEndObject();
      json.writeObjectPropertyStart("capacitors");
      for (int i = 0; i < network.capacitors().size(); i++) {
        flag(json, network.capacitors().get(i).id(), solved.injections().capacitorOn()[i]);
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    return text.append('\n').toString();
  }

  private void node(JsonGenerator json, int node) {
    if (solved.present(node)) {
      json.writeStartObject();
      json.writeStringProperty("node", network.buses().get(node / 3).id());
      json.writeStringProperty("phase", phase(node % 3));
      json.writeNumberProperty("vm_pu", solution.magnitude(node));
      json.writeNumberProperty("va_deg", solution.angleDeg(node));
      flag(json, "violation", solved.violated(node));
      json.writeEndObject();
    }
  }

  private void branch(JsonGenerator json, int index, BranchFlow flow) {
    Branch branch = network.branches().get(index);
    json.writeStartObject();
    json.writeStringProperty("branch", branch.id());
    json.writeStringProperty("from", branch.from());
    json.writeStringProperty("to", branch.to());
    flag(json, "closed", solved.injections().closed()[index]);
    json.writeObjectPropertyStart("ampere");
    for (int phase = 0; phase < 3; phase++) {
      if (!Double.isNaN(flow.ampere(phase))) {
        number(json, phase(phase), flow.ampere(phase));
      }
    }
    json.writeEndObject();
    number(json, "mw", flow.mw());
    number(json, "mvar", flow.mvar());
    number(json, "losses_mw", flow.lossesMw());
    if (!Double.isNaN(flow.loading())) {
      number(json, "loading_percent", 100 * flow.loading());
      flag(json, "overloaded", flow.overloaded());
    }
    json.writeEndObject();
  }

  private void generators(JsonGenerator json) {
    json.writeObjectPropertyStart("generators");
    for (int i = 0; i < network.generators().size(); i++) {
      Generator g = network.generators().get(i);
      pair(json, g.id(), g.mw(), g.controlsVoltage() ? solution.generatorsMvar()[i] : g.mvar());
    }
    json.writeEndObject();
  }

  private static void pair(JsonGenerator json, String name, double mw, double mvar) {
    json.writeObjectPropertyStart(name);
    number(json, "mw", mw);
    number(json, "mvar", mvar);
    json.writeEndObject();
  }

  private static void number(JsonGenerator json, String name, double value) {
    json.writeNumberProperty(name, value);
  }

  private static void flag(JsonGenerator json, String name, boolean value) {
    json.writeName(name);
    json.writeBoolean(value);
  }

  private void taps(JsonGenerator json, int branch) {
    if (network.branches().get(branch) instanceof Regulator regulator) {
      json.writeObjectPropertyStart(regulator.id());
      for (int phase = 0; phase < 3; phase++) {
        if (regulator.phases().has(phase)) {
          json.writeNumberProperty(phase(phase), solved.injections().taps()[3 * branch + phase]);
        }
      }
      json.writeEndObject();
    }
  }
}
