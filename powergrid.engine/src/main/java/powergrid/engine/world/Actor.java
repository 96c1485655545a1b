package powergrid.engine.world;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import powergrid.api.agent.Characteristic;
import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Model;
import powergrid.api.agent.Target;
import powergrid.api.agent.Variables;
import powergrid.api.device.Polyline;
import powergrid.api.policy.Policy;
import powergrid.api.random.RandomStream;

/** An agent at run: its action, its stream, and what it does of its own. */
abstract class Actor {
  private final AgentFace face;
  private final Variables actions;
  private final RandomStream random;
  private Model model;
  private final Flexibility flexibility = new Flexibility();
  private Policy policy;
  private String policyLabel = "";
  private SelfView self;
  private DecisionView decision;
  private boolean proposed;
  private double clamped;
  private boolean decided;
  private boolean overridden;
  private double ownMw;
  private final double[] requested = new double[Target.values().length];

  /** Itself as its parent's protocol sees it; null at the top. */
  private SelfView asChild;

  Actor(AgentFace face, Variables actions, RandomStream random) {
    this.face = face;
    this.actions = actions;
    this.random = random;
  }

  /** What its action is, its values live. */
  final Variables actions() {
    return actions;
  }

  final AgentFace face() {
    return face;
  }

  /** What it is learning; null where it does not. */
  final Model model() {
    return model;
  }

  final void model(Model learnt) {
    model = learnt;
  }

  final RandomStream random() {
    return random;
  }

  final void drive(Policy by, String label) {
    policy = by;
    policyLabel = label;
  }

  final Policy policy() {
    return policy;
  }

  final String policyLabel() {
    return policyLabel;
  }

  /**
   * Itself as its policy sees it: a parent by the relation to its children, a device to its parent.
   */
  final SelfView self() {
    return self;
  }

  final void self(SelfView view) {
    self = view;
  }

  final SelfView asChild() {
    return asChild;
  }

  final void asChild(SelfView view) {
    asChild = view;
  }

  final DecisionView decision() {
    return decision;
  }

  final void decision(DecisionView view) {
    decision = view;
  }

  /** Starts a step: nobody has chosen or asked for anything. */
  void begin() {
    proposed = false;
    clamped = 0;
    decided = false;
    overridden = false;
    Arrays.fill(requested, Double.NaN);
  }

  final boolean proposed() {
    return proposed;
  }

  /** Chooses a component of its action, clamped to its space; counts what was clamped away. */
  final void choose(int i, double value) {
    double within = actions.space().axis(i).clamp(value);
    clamped += Math.abs(value - within) / actions.values().length;
    actions.values()[i] = within;
    proposed = true;
  }

  /** How much was clamped away in this step, a mean over its axes. */
  final double clamped() {
    return clamped;
  }

  /** What was asked of it in this step; NaN for nothing. */
  @SuppressWarnings("EnumOrdinal") // a map of numbers would box them in every step
  final double requested(Target target) {
    return requested[target.ordinal()];
  }

  /** Its own decision is made: what is asked of it from now on overrides it. */
  final void decided() {
    decided = true;
  }

  /** How far the power asked of it is from what its own decision stood for, MW. */
  final double overrideMw() {
    return overridden && !Double.isNaN(ownMw) ? Math.abs(requested(Target.POWER) - ownMw) : 0;
  }

  /** Asks for something; a device sets its action accordingly. */
  @SuppressWarnings("EnumOrdinal") // as above
  void request(Target target, double value) {
    if (decided && !overridden && target == Target.POWER) {
      ownMw = intendedMw();
      overridden = true;
    }
    requested[target.ordinal()] = value;
    proposed = true;
  }

  /** Whether what is asked of it leads to something. */
  abstract boolean realises(Target target);

  /** Sets a curve that it follows. */
  void follow(Characteristic characteristic, Polyline curve) {
    throw new IllegalArgumentException(face.id() + " follows no " + characteristic);
  }

  /** To be filled by {@link #flexibility()}. */
  final Flexibility flex() {
    return flexibility;
  }

  /** What it could do in this step. */
  abstract Flexibility flexibility();

  /** The power that its present action stands for; NaN for none. */
  abstract double intendedMw();

  /** What its present action stands for, of something else than power; NaN for none. */
  double intended(Target target) {
    return Double.NaN;
  }

  /** What it injected in the last step as far as it can be dispatched, MW. */
  abstract double dispatchedMw();

  /** The index of one of its own readings, or −1. */
  abstract int readingIndex(String name);

  /** Its readings by index. */
  abstract double reading(int index);

  /** Names of its readings, for an error message. */
  abstract String readings();

  void save(DataOutput out) throws IOException {
    out.writeLong(random.state());
    write(out, actions.values());
    for (boolean closed : actions.forbidden()) {
      out.writeBoolean(closed);
    }
  }

  void restore(DataInput in) throws IOException {
    random.state(in.readLong());
    read(in, actions.values());
    for (int i = 0; i < actions.forbidden().length; i++) {
      actions.forbidden()[i] = in.readBoolean();
    }
  }

  static void write(DataOutput out, double[] numbers) throws IOException {
    for (double number : numbers) {
      out.writeDouble(number);
    }
  }

  static void read(DataInput in, double[] numbers) throws IOException {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readDouble();
    }
  }
}
