package powergrid.engine.world;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Target;
import powergrid.api.agent.Variables;
import powergrid.api.protocol.VerticalProtocol;
import powergrid.api.random.RandomStream;
import powergrid.api.space.Axis;

/** An agent with children: a microgrid's controller, or the system's. */
abstract class ParentActor extends Actor {
  static final Axis[] READINGS = {
    Axis.real("netMw", "MW", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
    Axis.real("importMw", "MW", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
    Axis.real("demandMw", "MW", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
    Axis.real("voltagePu", "pu", 0, Double.POSITIVE_INFINITY),
  };

  /** Where the mean voltage is in what is measured. */
  static final int VOLTAGE = 3;

  /** What it reads beside {@link #READINGS} without observing it: children that are dispatched. */
  private static final int DISPATCHED = READINGS.length;

  private final Actor[] children;
  private final double[] readings = new double[READINGS.length + 1];
  private Relation relation;

  ParentActor(AgentFace face, Variables actions, Actor[] children) {
    super(face, actions, new RandomStream(0));
    this.children = children;
  }

  final Actor[] children() {
    return children;
  }

  final Relation relation() {
    return relation;
  }

  final void relation(Relation to) {
    relation = to;
  }

  /** What is measured, by {@link #READINGS}; live. */
  final double[] measured() {
    return readings;
  }

  /** Takes over what the solve found: power of all below it, and what the networks bring in. */
  final void measure() {
    readings[0] = netMwNow();
    readings[1] = importMwNow();
    readings[2] = readings[0] + readings[1] - passedOnMwNow();
    readings[VOLTAGE] = voltagePuNow();
    double dispatched = 0;
    for (Actor child : children) {
      dispatched += child.face().dispatch() == null ? 0 : child.dispatchedMw();
    }
    readings[DISPATCHED] = dispatched;
  }

  @Override
  final double dispatchedMw() {
    return readings[DISPATCHED];
  }

  abstract double netMwNow();

  abstract double importMwNow();

  /** What others get of it, who count it as their import. */
  abstract double passedOnMwNow();

  /** Mean voltage of what has supply below it; 0 where nothing has. */
  abstract double voltagePuNow();

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
    return intended(Target.POWER);
  }

  /** What is asked of it from above; else what its action stands for. */
  @Override
  double intended(Target target) {
    double asked = requested(target);
    if (!Double.isNaN(asked)) {
      return asked;
    }
    boolean ownTurn = self().isOpen();
    SelfView me = ownTurn ? self() : self().open();
    VerticalProtocol protocol = relation.protocol();
    double intended =
        target == Target.POWER ? protocol.intendedMw(me) : protocol.intended(me, target);
    if (!ownTurn) {
      self().close();
    }
    return intended;
  }

  @Override
  boolean realises(Target target) {
    return relation.protocol().realises().contains(target);
  }

  @Override
  int readingIndex(String name) {
    for (int i = 0; i < READINGS.length; i++) {
      if (READINGS[i].name().equals(name)) {
        return i;
      }
    }
    return name.equals("dispatchedMw") ? DISPATCHED : -1;
  }

  @Override
  double reading(int index) {
    return readings[index];
  }

  @Override
  String readings() {
    return "netMw, importMw, demandMw, voltagePu, dispatchedMw";
  }

  @Override
  void save(DataOutput out) throws IOException {
    super.save(out);
    write(out, readings);
    relation.save(out);
  }

  @Override
  void restore(DataInput in) throws IOException {
    super.restore(in);
    read(in, readings);
    relation.restore(in);
  }
}
