package powergrid.engine.world;

import java.util.ArrayList;
import java.util.List;
import powergrid.api.network.Network;
import powergrid.api.powerflow.Solution;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;

/**
 * What is known of everything together, in fixed order: each device's states and measured values,
 * the voltages of all service nodes, the newest values of the series that agents may know, what is
 * forecast of them, the clock.
 */
public final class CentralState {
  private static final String[] PHASES = {"a", "b", "c"};

  private final List<double[]> parts = new ArrayList<>();
  private final Feeder[] feeders;
  private final Space space;

  CentralState(
      List<DeviceActor> devices, List<Feeder> feeders, Exogenous exogenous, Cycles cycles) {
    this.feeders = feeders.toArray(Feeder[]::new);
    List<Axis> axes = new ArrayList<>();
    for (DeviceActor device : devices) {
      add(axes, device.face().id() + ".", device.state().space().axes(), device.state().values());
      add(axes, device.face().id() + ".", device.meter().space().axes(), device.meter().values());
    }
    List<Axis> series = new ArrayList<>();
    for (int i = 0; i < exogenous.size(); i++) {
      var column = exogenous.series(i).column();
      series.add(Axis.real("series." + column.name(), column.unit(), column.low(), column.high()));
    }
    add(axes, "", series, exogenous.known());
    add(axes, "", exogenous.forecastAxes(), exogenous.forecasts());
    add(axes, "", List.of(Cycles.axes()), cycles.values());
    for (int f = 0; f < this.feeders.length; f++) {
      Network network = this.feeders[f].network();
      String prefix = this.feeders.length > 1 ? "network" + (f + 1) + "." : "";
      for (int node : network.serviceNodes()) {
        String name = network.buses().get(node / 3).id() + "." + PHASES[node % 3];
        axes.add(Axis.real(prefix + "voltagePu." + name, "pu", 0, Double.POSITIVE_INFINITY));
      }
    }
    space = Space.of(axes);
  }

  private void add(List<Axis> axes, String prefix, List<Axis> more, double[] values) {
    for (Axis a : more) {
      axes.add(new Axis(prefix + a.name(), a.unit(), a.low(), a.high(), a.choices()));
    }
    parts.add(values);
  }

  /** Its axes. */
  public Space space() {
    return space;
  }

  /** Writes it as it is now. */
  public void write(float[] into, int offset) {
    int at = offset;
    for (int p = 0; p < parts.size(); p++) { // an iterator would be an allocation
      for (double value : parts.get(p)) {
        into[at++] = (float) value;
      }
    }
    for (Feeder feeder : feeders) {
      Solution solution = feeder.solution();
      for (int node : feeder.network().serviceNodes()) {
        double re = solution.re()[node];
        double im = solution.im()[node];
        into[at++] = (float) Math.sqrt(re * re + im * im);
      }
    }
  }
}
