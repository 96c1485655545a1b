package powergrid.engine.world;

import powergrid.api.agent.Variables;

/** A microgrid's controller. */
final class GridActor extends ParentActor {
  private final Feeder feeder;
  private final Section section;
  private final DeviceActor[] devices;

  GridActor(AgentFace face, Variables actions, Feeder feeder, DeviceActor[] devices) {
    super(face, actions, devices);
    this.feeder = feeder;
    section = feeder.section(face.id() + ".");
    this.devices = devices;
  }

  Feeder feeder() {
    return feeder;
  }

  /** The part of the feeder that it answers for. */
  Section section() {
    return section;
  }

  /** Index of the agent whose feeder it is attached to; −1 where there is none. */
  int supplier() {
    return section.tie() < 0 ? -1 : feeder.sections().get(0).servedBy();
  }

  /** The first node of the bus where it is attached to a feeder; −1 where it is not. */
  int connectionNode() {
    return section.tie() < 0 ? -1 : section.fedNode(feeder.network());
  }

  /** What it took through its tie, as measured last; NaN where it has none. */
  double tieMw() {
    return section.tie() < 0 ? Double.NaN : measured()[1];
  }

  DeviceActor[] devices() {
    return devices;
  }

  /** The source's power is the network's to say, not a device's. */
  @Override
  double netMwNow() {
    double net = 0;
    for (DeviceActor device : devices) {
      if (!device.terminal().metersSource()) {
        net += device.realisedMw();
      }
    }
    return net;
  }

  /** The source's voltage is given, not a device's doing. */
  @Override
  double voltagePuNow() {
    double sum = 0;
    int count = 0;
    for (DeviceActor device : devices) {
      double pu = device.realisedVoltagePu();
      if (pu > 0 && !device.terminal().metersSource()) {
        sum += pu;
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  @Override
  double passedOnMwNow() {
    return section.tie() < 0 ? feeder.attachedMw() : 0;
  }

  @Override
  double importMwNow() {
    return feeder.importMw(section);
  }
}
