package powergrid.engine.world;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Characteristic;
import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Target;
import powergrid.api.agent.Variables;
import powergrid.api.device.Device;
import powergrid.api.device.Polyline;
import powergrid.api.space.Axis;

/** A device's agent: follows its parent or decides, and is the only one to touch the device. */
final class DeviceActor extends Actor {
  private final Device device;
  private final String label;
  private final Variables state;
  private final DeviceTerminal terminal;
  private final Booking booking;
  private final double hours;
  private final Meter meter;
  private boolean offered;

  DeviceActor(AgentFace face, Device device, String label, DeviceSite site, Common common) {
    super(face, site.actions(), site.random());
    this.device = device;
    this.label = label;
    this.state = site.state();
    this.terminal = site.terminal();
    this.hours = common.hours();
    this.booking = new Booking(terminal, hours, common.ledger(), face.parent().index());
    this.meter = new Meter(terminal, booking);
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

  /**
   * The one of some actors that a planner asks for.
   *
   * @throws IllegalArgumentException if it is none of the devices among them
   */
  static DeviceActor asked(Actor[] those, Agent device) {
    for (Actor actor : those) {
      if (actor instanceof DeviceActor asked && actor.face().index() == device.index()) {
        return asked;
      }
    }
    throw new IllegalArgumentException(
        device.id()
            + " may not be asked here; there are "
            + Stream.of(those).map(d -> d.face().id()).collect(Collectors.joining(", ")));
  }

  DeviceTerminal terminal() {
    return terminal;
  }

  Booking booking() {
    return booking;
  }

  /** What is measured of it, as of the last step. */
  Meter meter() {
    return meter;
  }

  /** Realised power of the last step, MW. */
  double realisedMw() {
    return meter.values()[0];
  }

  /** Mean voltage over its phases in the last step, pu; 0 without supply. */
  double realisedVoltagePu() {
    return meter.values()[2];
  }

  void reset() {
    actions().reset();
    state.reset();
    terminal.reset();
    meter.reset();
    begin();
    device.reset();
  }

  @Override
  void begin() {
    super.begin();
    offered = false;
  }

  @Override
  Flexibility flexibility() {
    if (!offered) {
      flex().fix(realisedMw());
      device.offer(hours, flex());
      offered = true;
    }
    return flex();
  }

  /** What it offered in this step; null where nobody asked. */
  Flexibility offered() {
    return offered ? flex() : null;
  }

  @Override
  void request(Target target, double value) {
    super.request(target, value);
    if (target == Target.POWER) {
      device.request(hours, value);
    }
  }

  @Override
  boolean realises(Target target) {
    return target == Target.POWER && face().dispatch() != null;
  }

  @Override
  void follow(Characteristic characteristic, Polyline curve) {
    if (!face().follows().contains(characteristic)) {
      super.follow(characteristic, curve);
    }
    device.follow(characteristic, curve);
  }

  @Override
  double intendedMw() {
    return device.intendedMw(hours);
  }

  @Override
  double dispatchedMw() {
    return face().dispatch() == null ? 0 : realisedMw();
  }

  /** Measured values go by their names without the feature too, as a protocol writes them. */
  @Override
  int readingIndex(String name) {
    if (name.equals("netMw") || (name.equals("dispatchedMw") && face().dispatch() != null)) {
      return 0;
    }
    int measured = meter.index(name);
    if (measured >= 0) {
      return measured;
    }
    int i = state.space().indexOf(name);
    return i < 0 ? -1 : meter.values().length + i;
  }

  @Override
  double reading(int index) {
    int measured = meter.values().length;
    return index < measured ? meter.values()[index] : state.values()[index - measured];
  }

  @Override
  String readings() {
    return Stream.concat(meter.shortNames().stream(), state.space().axes().stream().map(Axis::name))
        .collect(Collectors.joining(", "));
  }

  @Override
  void save(DataOutput out) throws IOException {
    super.save(out);
    write(out, state.values());
    write(out, meter.values());
    out.writeDouble(terminal.pMw());
    out.writeDouble(terminal.qMvar());
  }

  @Override
  void restore(DataInput in) throws IOException {
    super.restore(in);
    read(in, state.values());
    read(in, meter.values());
    terminal.restore(in.readDouble(), in.readDouble());
  }
}
