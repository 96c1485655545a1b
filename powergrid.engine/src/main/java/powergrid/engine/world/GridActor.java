package powergrid.engine.world;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Variables;
import powergrid.api.random.RandomStream;
import powergrid.api.space.Axis;

/** A microgrid's controller. */
final class GridActor extends Actor {
  static final Axis[] READINGS = {
    Axis.real("netMw", "MW", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
    Axis.real("importMw", "MW", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
    Axis.real("demandMw", "MW", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
  };

  private final Feeder feeder;
  private final Section section;
  private final DeviceActor[] devices;
  private final double[] readings = new double[READINGS.length];
  private Relation relation;

  GridActor(AgentFace face, Variables actions, Feeder feeder, DeviceActor[] devices) {
    super(face, actions, new RandomStream(0));
    this.feeder = feeder;
    section = feeder.section(face.id() + ".");
    this.devices = devices;
  }

  DeviceActor[] devices() {
    return devices;
  }

  Relation relation() {
    return relation;
  }

  void relation(Relation to) {
    relation = to;
  }

  double[] measured() {
    return readings;
  }

  /** Sums what its devices did; the source's power is the network's to say, not a device's. */
  void measure() {
    double net = 0;
    for (DeviceActor device : devices) {
      if (!device.terminal().metersSource()) {
        net += device.realisedMw();
      }
    }
    readings[0] = net;
    readings[1] = feeder.importMw(section);
    readings[2] = readings[0] + readings[1];
  }

  /** Fixed at what its devices do, until its protocol has gathered what they could do. */
  @Override
  void begin() {
    super.begin();
    flex().fix(readings[0]);
  }

  @Override
  Flexibility flexibility() {
    return flex();
  }

  @Override
  double intendedMw() {
    boolean ownTurn = self().isOpen();
    double intended = relation.protocol().intendedMw(ownTurn ? self() : self().open());
    if (!ownTurn) {
      self().close();
    }
    return intended;
  }

  @Override
  int readingIndex(String name) {
    for (int i = 0; i < READINGS.length; i++) {
      if (READINGS[i].name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  double reading(int index) {
    return readings[index];
  }

  @Override
  String readings() {
    return "netMw, importMw, demandMw";
  }

  @Override
  void save(DataOutput out) throws IOException {
    super.save(out);
    write(out, readings);
  }

  @Override
  void restore(DataInput in) throws IOException {
    super.restore(in);
    read(in, readings);
  }
}
