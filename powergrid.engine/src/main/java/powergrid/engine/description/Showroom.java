package powergrid.engine.description;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import powergrid.api.agent.Variables;
import powergrid.api.agent.Visibility;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.Terminal;
import powergrid.api.network.Connection;
import powergrid.api.network.Phases;
import powergrid.api.plugin.VariableDescription;
import powergrid.api.powerflow.VoltageResponse;
import powergrid.api.random.RandomStream;
import powergrid.api.space.Axis;
import powergrid.engine.world.DeviceFeatures;

/**
 * A place where a device is made to be looked at and never takes a step: three-phase, with every
 * series that it asks for, and content with all that it says.
 */
final class Showroom implements DeviceContext, Terminal {
  private final Variables actions = new Variables();
  private final Variables state = new Variables();
  private final Set<String> series = new LinkedHashSet<>();

  /** What can be chosen. */
  List<VariableDescription> declaredActions() {
    return described(actions);
  }

  /** What is observed, also of a device that was never made: what every device has. */
  static List<VariableDescription> commonState() {
    return DeviceFeatures.common().stream()
        .map(axis -> new VariableDescription(axis, Double.NaN, Visibility.PARENT))
        .toList();
  }

  /** What is observed, first what every device has. */
  List<VariableDescription> declaredState() {
    List<VariableDescription> all = new ArrayList<>(commonState());
    all.addAll(described(state));
    return all;
  }

  /** What it asked for, in order. */
  List<String> seriesRead() {
    return List.copyOf(series);
  }

  private static List<VariableDescription> described(Variables variables) {
    List<Axis> axes = variables.space().axes();
    List<VariableDescription> all = new ArrayList<>();
    for (int i = 0; i < axes.size(); i++) {
      all.add(new VariableDescription(axes.get(i), variables.values()[i], variables.visibility(i)));
    }
    return all;
  }

  @Override
  public String id() {
    return "example";
  }

  @Override
  public Variables actions() {
    return actions;
  }

  @Override
  public Variables feature(String name) {
    return state.feature(name);
  }

  @Override
  public Terminal terminal() {
    return this;
  }

  @Override
  public ShowroomSeries series(String name) {
    series.add(name);
    return ShowroomSeries.of(name);
  }

  @Override
  public RandomStream random() {
    return new RandomStream(0);
  }

  @Override
  public Phases phases() {
    return Phases.ABC;
  }

  @Override
  public Connection connection() {
    return Connection.WYE;
  }

  @Override
  public void inject(double pMw, double qMvar) {
    // nothing flows here
  }

  @Override
  public void meterSource() {
    // every bus is a source here
  }

  @Override
  public void follow(double ratingMva, VoltageResponse response) {
    // there is no voltage to follow
  }
}
