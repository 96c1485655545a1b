package powergrid.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import powergrid.api.network.Branch;
import powergrid.api.network.Capacitor;
import powergrid.api.network.Generator;
import powergrid.api.network.Line;
import powergrid.api.network.Network;
import powergrid.api.network.Regulator;
import powergrid.api.network.Switch;
import powergrid.api.network.Transformer;
import powergrid.api.powerflow.Solution;

/** A solved network as a table for people: voltages, flows, totals, positions, what is wrong. */
final class SolvedTable {
  private final SolvedNetwork solved;
  private final Network network;
  private final Solution solution;
  private final List<BranchFlow> flows;

  SolvedTable(SolvedNetwork solved) {
    this.solved = solved;
    network = solved.network();
    solution = solved.solution();
    flows = solved.flows();
  }

  /** The lines, without line ends. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        network.name()
            + ": solved by "
            + solved.method()
            + " in "
            + solution.iterations()
            + (solution.iterations() == 1 ? " iteration" : " iterations"));
    lines.add("");
    lines.addAll(voltages());
    if (!network.branches().isEmpty()) {
      lines.add("");
      lines.addAll(branches());
    }
    lines.add("");
    lines.addAll(totals());
    lines.addAll(positions());
    lines.add("");
    lines.addAll(judgement());
    return lines;
  }

  private static TextTable table(int columns, int left) {
    TextTable.Align[] aligns = new TextTable.Align[columns];
    Arrays.fill(aligns, TextTable.Align.RIGHT);
    Arrays.fill(aligns, 0, left, TextTable.Align.LEFT);
    return new TextTable(aligns);
  }

  private List<String> voltages() {
    TextTable table = table(7, 1);
    table.row("bus", "a [pu] ", "[deg]", "b [pu] ", "[deg]", "c [pu] ", "[deg]");
    for (int bus = 0; bus < network.buses().size(); bus++) {
      List<String> cells = new ArrayList<>(List.of(network.buses().get(bus).id()));
      for (int phase = 0; phase < 3; phase++) {
        int node = 3 * bus + phase;
        String mark = solved.violated(node) ? "*" : " ";
        boolean live = solved.present(node) && !solved.dark(node);
        cells.add(
            live
                ? Numbers.fixed(solution.magnitude(node), 4) + mark
                : solved.present(node) ? "dark " : "");
        cells.add(live ? Numbers.fixed(solution.angleDeg(node), 2) : "");
      }
      table.row(cells);
    }
    return table.lines();
  }

  private List<String> branches() {
    TextTable table = table(9, 2);
    table.row(
        "branch", "", "a [A]", "b [A]", "c [A]", "[MW]", "[MVAr]", "losses [kW]", "loading [%]");
    for (int e = 0; e < flows.size(); e++) {
      Branch branch = network.branches().get(e);
      BranchFlow flow = flows.get(e);
      boolean closed = solved.injections().closed()[e];
      List<String> cells = new ArrayList<>(List.of(branch.id(), closed ? kind(branch) : "open"));
      for (int phase = 0; phase < 3; phase++) {
        double ampere = flow.ampere(phase);
        cells.add(Double.isNaN(ampere) ? "" : Numbers.fixed(ampere, 1));
      }
      cells.add(Numbers.fixed(flow.mw(), 4));
      cells.add(Numbers.fixed(flow.mvar(), 4));
      cells.add(Numbers.fixed(1000 * flow.lossesMw(), 3));
      cells.add(
          Double.isNaN(flow.loading())
              ? ""
              : Numbers.fixed(100 * flow.loading(), 1) + (flow.overloaded() ? "*" : " "));
      table.row(cells);
    }
    return table.lines();
  }

  private static String kind(Branch branch) {
    // not a switch over the sealed type, which Java 17 only previews
    if (branch instanceof Line) {
      return "line";
    }
    if (branch instanceof Transformer) {
      return "transformer";
    }
    return branch instanceof Regulator ? "regulator" : branch instanceof Switch ? "switch" : "";
  }

  private List<String> totals() {
    TextTable table =
        table(3, 1)
            .row("", "[MW]", "[MVAr]")
            .row("sources", power(solution.sourceMw()), power(solution.sourceMvar()));
    for (int i = 0; i < network.generators().size(); i++) {
      Generator g = network.generators().get(i);
      double mvar = g.controlsVoltage() ? solution.generatorsMvar()[i] : g.mvar();
      table.row("generator " + g.id(), power(g.mw()), power(mvar));
    }
    return table
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
            int tap = solved.injections().taps()[3 * branch + phase];
            taps.append(' ').append(SolvedNetwork.PHASES.charAt(phase)).append(' ').append(tap);
          }
        }
        lines.add(taps.toString());
      }
    }
    for (int i = 0; i < network.capacitors().size(); i++) {
      Capacitor capacitor = network.capacitors().get(i);
      if (capacitor.control().isPresent() || !solved.injections().capacitorOn()[i]) {
        boolean on = solved.injections().capacitorOn()[i];
        lines.add("capacitor " + capacitor.id() + ": " + (on ? "on" : "off"));
      }
    }
    return lines;
  }

  private List<String> judgement() {
    List<String> lines = new ArrayList<>();
    long outside = solved.violations();
    lines.add(
        outside == 0
            ? "All voltages are within 0.95 to 1.05 pu."
            : outside
                + " of "
                + network.serviceNodes().length
                + " voltages are outside 0.95 to 1.05 pu, marked *.");
    long rated = flows.stream().filter(flow -> !Double.isNaN(flow.loading())).count();
    long over = flows.stream().filter(BranchFlow::overloaded).count();
    if (over > 0) {
      lines.add(over + " of " + rated + " rated branches carry more than their rating, marked *.");
    }
    long dark = IntStream.range(0, 3 * network.buses().size()).filter(solved::dark).count();
    if (dark > 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%d nodes are without supply, with loads of %.4f MW.",
              dark,
              solution.unsuppliedMw()));
    }
    return lines;
  }
}
