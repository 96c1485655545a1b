package powergrid.engine.world;

import java.util.ArrayList;
import java.util.List;
import powergrid.api.agent.Variables;
import powergrid.api.agent.Visibility;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;

/**
 * Where every number of an agent's observation comes from: a list of array cells, worked out at
 * assembly. Own readings and state; what others let it see; the scenario's series as far as known,
 * and their forecasts; the time; its last action; what it heard.
 */
final class Observer {
  private final List<Axis> axes = new ArrayList<>();
  private final List<double[]> arrays = new ArrayList<>();
  private final List<Integer> cells = new ArrayList<>();
  private double[][] from = {};
  private int[] at = {};

  static Observer of(
      Actor self, List<Actor> all, Exogenous exogenous, Cycles cycles, Telemetry telemetry) {
    Observer o = new Observer();
    if (self instanceof ParentActor parent) {
      o.measured("", parent);
      for (Actor child : parent.children()) {
        if (child instanceof ParentActor grid) {
          o.measured(grid.face().id() + ".", grid);
          telemetry.report(Double.BYTES * ParentActor.READINGS.length);
        }
      }
    } else if (self instanceof DeviceActor device) {
      o.measured("", device, device.meter().space().size());
    }
    for (Actor other : all) {
      if (other instanceof DeviceActor device) {
        o.state(self, device, telemetry);
      }
    }
    for (int i = 0; i < exogenous.size(); i++) {
      var column = exogenous.series(i).column();
      o.add(
          Axis.real("series." + column.name(), column.unit(), column.low(), column.high()),
          exogenous.known(),
          i);
    }
    o.all(exogenous.forecastAxes(), exogenous.forecasts());
    o.all(List.of(Cycles.axes()), cycles.values());
    Space actions = self.face().actionSpace();
    for (int i = 0; i < actions.size(); i++) {
      Axis a = actions.axis(i);
      o.add(
          Axis.real("action." + a.name(), a.unit(), a.low(), a.high()), self.actions().values(), i);
    }
    return o;
  }

  private void measured(String prefix, ParentActor parent) {
    for (int i = 0; i < ParentActor.READINGS.length; i++) {
      Axis axis = ParentActor.READINGS[i];
      add(
          Axis.real(prefix + axis.name(), axis.unit(), axis.low(), axis.high()),
          parent.measured(),
          i);
    }
  }

  /** The first of a device's measured values. */
  private void measured(String prefix, DeviceActor device, int count) {
    for (int i = 0; i < count; i++) {
      Axis axis = device.meter().space().axis(i);
      add(
          Axis.real(prefix + axis.name(), axis.unit(), axis.low(), axis.high()),
          device.meter().values(),
          i);
    }
  }

  private void state(Actor self, DeviceActor other, Telemetry telemetry) {
    boolean own = other == self;
    boolean child = other.face().parent() == self.face();
    boolean level = other.face().level() == self.face().level();
    String prefix = own ? "" : child ? shortId(other) + "." : other.face().id() + ".";
    int before = axes.size();
    if (child) {
      measured(prefix, other, Meter.TOTALS);
    }
    Variables state = other.state();
    boolean sent = child;
    for (int i = 0; i < state.space().size(); i++) {
      Visibility v = state.visibility(i);
      boolean toParent = child && (v == Visibility.PARENT || v == Visibility.LEVEL);
      boolean toPeers = level && !own && v == Visibility.LEVEL;
      boolean told = toParent || toPeers;
      if (told || v == Visibility.ALL || (own && v != Visibility.HIDDEN)) {
        Axis a = state.space().axis(i);
        add(Axis.real(prefix + a.name(), a.unit(), a.low(), a.high()), state.values(), i);
        sent |= told;
      }
    }
    if (sent) {
      telemetry.report(Double.BYTES * (axes.size() - before));
    }
  }

  private static String shortId(Actor device) {
    String id = device.face().id();
    return id.substring(id.indexOf('.') + 1);
  }

  void hear(String prefix, Mailbox mailbox) {
    mailbox.observe(prefix, (axis, cell) -> add(axis, mailbox.numbers(), cell));
  }

  /** What a protocol publishes for all of its members. */
  void know(Globals globals) {
    for (int i = 0; i < globals.axes().size(); i++) {
      Axis axis = globals.axes().get(i);
      add(
          Axis.real("global." + axis.name(), axis.unit(), axis.low(), axis.high()),
          globals.values(),
          i);
    }
  }

  void hear(Crowd crowd) {
    all(crowd.axes(), crowd.numbers());
  }

  private void all(List<Axis> of, double[] array) {
    for (int i = 0; i < of.size(); i++) {
      add(of.get(i), array, i);
    }
  }

  private void add(Axis axis, double[] array, int cell) {
    axes.add(axis);
    arrays.add(array);
    cells.add(cell);
  }

  /** Ends the list. */
  Space close() {
    from = arrays.toArray(double[][]::new);
    at = cells.stream().mapToInt(Integer::intValue).toArray();
    return Space.of(axes);
  }

  /** Writes the observation. */
  void write(float[] out, int offset) {
    for (int i = 0; i < at.length; i++) {
      out[offset + i] = (float) from[i][at[i]];
    }
  }
}
