package powergrid.baselines.clairvoyant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Level;
import powergrid.api.environment.Environment;
import powergrid.api.environment.StepView;
import powergrid.api.environment.Transition;
import powergrid.api.metric.Metric;
import powergrid.api.scenario.ActionScale;
import powergrid.api.scenario.ChannelSetting;
import powergrid.api.scenario.LinkSetting;
import powergrid.api.scenario.MicrogridSetting;
import powergrid.api.scenario.PluginSetting;
import powergrid.api.scenario.Scenario;
import powergrid.api.scenario.Setting;
import powergrid.api.scenario.SystemSetting;

/** A schedule carried out in the true environment, by set points. */
final class Replay {
  private static final String STORED = "storage.deliverableMwh";

  private static final String HORIZON = "horizon";
  private static final String BLACKOUT = "blackout";

  private final List<Double> metrics = new ArrayList<>();
  private double usd;
  private double storedMwh;
  private boolean covered = true;

  /**
   * A scenario's day without its protocols, policies and learners: every microgrid's action is a
   * power for every device.
   */
  static Scenario byCaller(Scenario s) {
    List<MicrogridSetting> grids = s.microgrids().stream().map(Replay::byCaller).toList();
    Optional<SystemSetting> system =
        s.system()
            .map(
                top ->
                    new SystemSetting(
                        top.id(),
                        top.place(),
                        plugin("none", top.protocol()),
                        LinkSetting.IDEAL,
                        Optional.empty()));
    return new Scenario(
        s.name(),
        s.root(),
        s.clock(),
        s.network(),
        system,
        grids,
        Set.of(Level.GRID),
        List.of(),
        ChannelSetting.ideal(s.root().place()),
        s.powerFlow(),
        s.events(),
        s.data(),
        ActionScale.PHYSICAL,
        s.rewards(),
        s.valueOfLostLoad(),
        Optional.empty(),
        Optional.empty(),
        s.split(),
        s.experiment());
  }

  private static MicrogridSetting byCaller(MicrogridSetting grid) {
    return new MicrogridSetting(
        grid.id(),
        grid.place(),
        grid.network(),
        grid.attach(),
        plugin("setpoint", grid.protocol()),
        LinkSetting.IDEAL,
        Optional.empty(),
        grid.devices());
  }

  private static PluginSetting plugin(String type, PluginSetting inPlaceOf) {
    return new PluginSetting(
        type, inPlaceOf.place(), new Setting.Mapping(inPlaceOf.place(), Map.of()));
  }

  /**
   * Carries it out.
   *
   * @param environment at the start of the episode
   * @param schedule by device, MW by step
   * @param measured the metrics
   * @param stop asked before every step
   * @throws CancellationException if it was stopped
   */
  Replay(
      Environment environment,
      Map<String, double[]> schedule,
      List<Metric> measured,
      BooleanSupplier stop) {
    StepView view = environment.view();
    measured.forEach(metric -> metric.reset(view));
    storedMwh = -stored(view);
    float[] actions = environment.heldActions().clone();
    Transition last;
    do {
      if (stop.getAsBoolean()) {
        throw new CancellationException("stopped while a schedule was replayed");
      }
      set(actions, environment, schedule, view.step());
      last = environment.step(actions);
      measured.forEach(metric -> metric.step(view));
      usd += cost(view);
      covered &= Premise.covers(view);
    } while (last.live());
    if (!last.reason().equals(HORIZON) && !last.reason().equals(BLACKOUT)) {
      throw new IllegalStateException("the replay of a schedule: " + last.reason());
    }
    covered &= last.reason().equals(HORIZON);
    storedMwh += stored(view);
    measured.forEach(metric -> metrics.add(metric.value()));
  }

  private static void set(
      float[] actions, Environment environment, Map<String, double[]> schedule, int step) {
    for (int i = 0; i < environment.possibleAgents().size(); i++) {
      Agent parent = environment.possibleAgents().get(i);
      for (int a = 0; a < parent.actionSpace().size(); a++) {
        String child = parent.id() + "." + parent.actionSpace().axis(a).name();
        double[] mw = schedule.get(child);
        if (mw != null) {
          actions[environment.actionOffset(i) + a] = (float) mw[step];
        }
      }
    }
  }

  private static double cost(StepView step) {
    double sum = 0;
    for (Agent agent : step.agents()) {
      sum += agent.parent() == null ? step.cost(agent.index()) : 0;
    }
    return sum;
  }

  private static double stored(StepView step) {
    double sum = 0;
    for (Agent agent : step.agents()) {
      double mwh = step.state(agent.index(), STORED);
      sum += Double.isNaN(mwh) ? 0 : mwh;
    }
    return sum;
  }

  /** What the episode cost, stored energy at a price, USD. */
  double usd(double usdPerMwh) {
    return usd - storedMwh * usdPerMwh;
  }

  boolean covered() {
    return covered;
  }

  List<Double> metrics() {
    return metrics;
  }
}
