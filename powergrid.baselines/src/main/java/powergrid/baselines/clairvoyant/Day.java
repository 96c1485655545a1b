package powergrid.baselines.clairvoyant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Level;
import powergrid.api.environment.Environment;
import powergrid.api.planning.Planning;
import powergrid.api.scenario.MicrogridSetting;
import powergrid.api.scenario.Scenario;
import powergrid.baselines.clairvoyant.Sections.Section;
import powergrid.baselines.convex.ConvexProgram;
import powergrid.baselines.convex.DeviceProgram;
import powergrid.baselines.convex.Expression;
import powergrid.baselines.convex.Meter;
import powergrid.baselines.convex.Optimum;
import powergrid.baselines.convex.SetPoint;
import powergrid.baselines.convex.Simplex;

/** An episode as a relaxed program, as the package describes it. */
final class Day {
  private static final String LOAD = "load";

  /** As a share of what it costs. */
  private static final double GAP = 1e-8;

  private final Planning planning;
  private final int steps;
  private final ConvexProgram program = new ConvexProgram();
  private final Map<Section, Meter> flows = new LinkedHashMap<>();

  /** Those of what no agent is paid for. */
  private final List<Meter> meters = new ArrayList<>();

  private final Map<Agent, DeviceProgram> devices = new LinkedHashMap<>();
  private final Map<Agent, Section> places = new LinkedHashMap<>();
  private Optimum optimum;

  /**
   * Puts it together.
   *
   * @param scenario of the environment
   * @param environment at the start of the episode
   * @param planning of all its steps, with perfect foresight
   */
  Day(Scenario scenario, Environment environment, Planning planning) {
    this.planning = planning;
    steps = planning.intervals();
    Sections sections = new Sections(scenario, environment.view().feeders());
    for (Section section : sections.all()) {
      int[] drawn = new int[steps];
      for (int k = 0; k < steps; k++) {
        drawn[k] = program.variable(0, 0);
      }
      flows.put(section, new Meter(program, drawn));
    }
    List<String> grids = scenario.microgrids().stream().map(MicrogridSetting::id).toList();
    for (Agent agent : environment.agents()) {
      if (agent.level() == Level.DEVICE) {
        describe(agent, sections.of(grids.indexOf(agent.parent().id())));
      }
    }
    balance(sections);
    if (meters.size() > 1 && sections.all().stream().anyMatch(Section::supplied)) {
      throw new IllegalArgumentException(
          "there are meters of an operator and of others: a contract between them would be settled"
              + " at one of them only, so no bound can be proven");
    }
    trade();
  }

  private void describe(Agent device, Section section) {
    Meter meter = section.supplied() ? flows.get(section) : new Meter(program, drawn(section));
    DeviceProgram its = new DeviceProgram(program, steps, true, meter, !section.supplied());
    if (!planning.describe(device, its)) {
      throw new IllegalArgumentException(
          device.id() + " does not describe itself to planners: no bound can be proven");
    }
    if (meter.used() && !section.supplied()) {
      meters.add(meter);
    }
    devices.put(device, its);
    places.put(device, section);
  }

  private int[] drawn(Section section) {
    int[] drawn = new int[steps];
    for (int k = 0; k < steps; k++) {
      drawn[k] = flows.get(section).drawn(k);
    }
    return drawn;
  }

  /**
   * What a section takes from above is not less than its loads and what it passes on, less what is
   * injected: losses are left out. Nothing is gained by more than that.
   */
  private void balance(Sections sections) {
    for (int k = 0; k < steps; k++) {
      double scale = planning.value(LOAD, k);
      if (scale < 0) {
        throw new IllegalArgumentException("the series load is " + scale + " in step " + k);
      }
      Map<Section, Expression> needs = new LinkedHashMap<>();
      for (Section section : sections.all()) {
        double factor = Double.isNaN(scale) ? 1 : scale;
        needs.put(
            section, new Expression().add(factor * section.leastLoadMw() - section.fixedMw()));
      }
      for (Map.Entry<Agent, DeviceProgram> device : devices.entrySet()) {
        needs.get(places.get(device.getKey())).add(device.getValue().injected(k), -1);
      }
      List<Section> downstreamFirst = new ArrayList<>(sections.all());
      Collections.reverse(downstreamFirst);
      for (Section section : downstreamFirst) {
        Expression need = needs.get(section);
        int flow = flows.get(section).drawn(k);
        double most = Math.max(0, need.greatest(program)); // losses may use up what is exported
        program.bound(flow, need.least(program), most);
        program.constrain(Double.NEGATIVE_INFINITY, 0, new Expression().add(need, 1).add(flow, -1));
        if (section.upstream() != null) {
          needs.get(section.upstream()).add(flow, 1);
        }
      }
    }
  }

  /**
   * Meters settle what flows, and what contracts between them move from one to another. Where no
   * price to sell at is above one to buy at, the best that contracts do is to have one of them buy,
   * or sell, for all.
   */
  private void trade() {
    boolean traded = meters.size() > 1;
    for (int k = 0; k < steps; k++) {
      Expression sum = new Expression();
      for (Meter meter : meters) {
        if (traded) {
          int variable = program.variable(-2 * all(k), 2 * all(k));
          meter.traded(k).add(variable, 1);
          sum.add(variable, 1);
        }
      }
      if (traded) {
        program.constrain(0, 0, sum);
      }
      check(k);
    }
    for (Meter meter : meters) {
      double[] most = new double[steps];
      double[] least = new double[steps];
      for (int k = 0; k < steps; k++) {
        int flow = meter.drawn(k);
        most[k] = traded ? 3 * all(k) : Math.max(0, program.high(flow));
        least[k] = traded ? 3 * all(k) : Math.max(0, -program.low(flow));
      }
      meter.close(most, least);
    }
  }

  /** Not less than all meters' power together, MW. */
  private double all(int k) {
    double sum = 0;
    for (Meter flow : flows.values()) {
      Expression one = new Expression().add(flow.drawn(k), 1);
      sum += Math.max(Math.abs(one.least(program)), Math.abs(one.greatest(program)));
    }
    return sum;
  }

  /** Refuses prices at which losses, or importing and exporting at once, would earn. */
  private void check(int k) {
    double buy = Double.POSITIVE_INFINITY;
    double sell = Double.NEGATIVE_INFINITY;
    for (Meter meter : meters) {
      buy = Math.min(buy, program.costOf(meter.imported(k)) / planning.hours(k));
      sell = Math.max(sell, -program.costOf(meter.exported(k)) / planning.hours(k));
    }
    if (buy < 0 || sell > buy || (meters.size() > 1 && sell < 0)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "in step %d power is bought at %s and sold at %s USD/MWh: no bound can be proven"
                  + " for prices below 0, nor where selling earns more than buying costs",
              k,
              buy,
              sell));
    }
  }

  /** Values what is stored at the end; before it is solved. */
  void settle(double usdPerMwh) {
    devices.values().forEach(device -> device.stored().addCost(program, -usdPerMwh));
  }

  /** Throws CancellationException if it is stopped. */
  void solve(BooleanSupplier stop) {
    optimum = Simplex.solve(program, GAP, stop);
  }

  double boundUsd() {
    return optimum.boundUsd();
  }

  double relaxationUsd() {
    return optimum.usd();
  }

  /** By device that can be dispatched, what to ask of it, MW injected. */
  Map<String, double[]> schedule() {
    Map<String, double[]> schedule = new LinkedHashMap<>();
    devices.forEach(
        (device, its) -> {
          if (device.dispatch() != null) {
            double[] mw = new double[steps];
            for (int k = 0; k < steps; k++) {
              mw[k] = SetPoint.of(its.injected(k), program, optimum, device.dispatch());
            }
            schedule.put(device.id(), mw);
          }
        });
    return schedule;
  }
}
