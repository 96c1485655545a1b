package powergrid.engine.description;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import powergrid.api.agent.Variables;
import powergrid.api.device.CapacitorBreaker;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.RegulatorTaps;
import powergrid.api.device.Terminal;
import powergrid.api.network.Connection;
import powergrid.api.network.Phases;
import powergrid.api.plugin.VariableDescription;
import powergrid.api.powerflow.VoltageResponse;
import powergrid.api.random.RandomStream;
import powergrid.api.space.Axis;

/**
 * A place where a device is made to be looked at and never takes a step: three-phase, with every
 * series and every piece of the network that it asks for, and content with all that it says.
 */
final class Showroom implements DeviceContext, Terminal {
  private final Variables actions = new Variables();
  private final Variables state = new Variables();
  private final Set<String> series = new LinkedHashSet<>();

  /** What can be chosen. */
  List<VariableDescription> declaredActions() {
    return described(actions);
  }

  /** What it remembers. */
  List<VariableDescription> declaredState() {
    return described(state);
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
  public RegulatorTaps regulator(String regulator) {
    return new ShowroomTaps();
  }

  @Override
  public CapacitorBreaker capacitor(String capacitor) {
    return new ShowroomBreaker();
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

  @Override
  public void formGrid(double voltagePu, double ratingMva) {
    // there is no island to form
  }

  @Override
  public void carry(double minMw, double maxMw) {
    // nobody takes anything
  }
}
