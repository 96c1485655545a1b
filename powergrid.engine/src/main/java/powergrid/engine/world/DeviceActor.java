package powergrid.engine.world;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Variables;
import powergrid.api.device.Device;
import powergrid.api.space.Axis;

/** A device's agent: follows its parent or decides, and is the only one to touch the device. */
final class DeviceActor extends Actor {
  static final Axis[] ELECTRICAL = {
    Axis.real("electrical.pMw", "MW", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
    Axis.real("electrical.qMvar", "MVAr", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
    Axis.real("electrical.voltagePu", "pu", 0, Double.POSITIVE_INFINITY),
  };

  /** The same by the names that a protocol reads them by. */
  private static final String[] READINGS = {"pMw", "qMvar", "voltagePu"};

  private final Device device;
  private final String label;
  private final Variables state;
  private final DeviceTerminal terminal;
  private final Booking booking;
  private final double hours;
  private final double[] electrical = new double[ELECTRICAL.length];
  private boolean offered;

  DeviceActor(AgentFace face, Device device, String label, DeviceSite site, double hours) {
    super(face, site.actions(), site.random());
    this.device = device;
    this.label = label;
    this.state = site.state();
    this.terminal = site.terminal();
    this.hours = hours;
    this.booking = new Booking(terminal, hours);
  }

  Device device() {
    return device;
  }

  /** The device's plug-in in words. */
  String label() {
    return label;
  }

  Variables state() {
    return state;
  }

  DeviceTerminal terminal() {
    return terminal;
  }

  Booking booking() {
    return booking;
  }

  /** Realised P, Q and V of the last step; live. */
  double[] electrical() {
    return electrical;
  }

  void reset() {
    actions().reset();
    state.reset();
    terminal.reset();
    begin();
    device.reset();
  }

  /** Takes over what the solve made of the terminal. */
  void measure() {
    electrical[0] = terminal.realisedMw();
    electrical[1] = terminal.realisedMvar();
    electrical[2] = terminal.realisedVoltagePu();
  }

  @Override
  void begin() {
    super.begin();
    offered = false;
  }

  @Override
  Flexibility flexibility() {
    if (!offered) {
      flex().fix(electrical[0]);
      device.offer(hours, flex());
      offered = true;
    }
    return flex();
  }

  @Override
  void requestMw(double pMw) {
    super.requestMw(pMw);
    device.request(hours, pMw);
  }

  @Override
  double intendedMw() {
    return device.intendedMw(hours);
  }

  @Override
  int readingIndex(String name) {
    for (int i = 0; i < READINGS.length; i++) {
      if (READINGS[i].equals(name)) {
        return i;
      }
    }
    int i = state.space().indexOf(name);
    return i < 0 ? -1 : ELECTRICAL.length + i;
  }

  @Override
  double reading(int index) {
    return index < ELECTRICAL.length
        ? electrical[index]
        : state.values()[index - ELECTRICAL.length];
  }

  @Override
  String readings() {
    StringBuilder names = new StringBuilder(String.join(", ", READINGS));
    for (Axis axis : state.space().axes()) {
      names.append(", ").append(axis.name());
    }
    return names.toString();
  }

  @Override
  void save(DataOutput out) throws IOException {
    super.save(out);
    write(out, state.values());
    write(out, electrical);
    out.writeDouble(terminal.pMw());
    out.writeDouble(terminal.qMvar());
  }

  @Override
  void restore(DataInput in) throws IOException {
    super.restore(in);
    read(in, state.values());
    read(in, electrical);
    terminal.restore(in.readDouble(), in.readDouble());
  }
}
