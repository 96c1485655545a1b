package powergrid.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Characteristic;
import powergrid.api.agent.Level;
import powergrid.api.agent.Peer;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;

/** An agent's public face, and its address, in a tree that a test builds from the top. */
public final class FakeAgent implements Agent, Peer {
  private static final String CONSUMPTION = "consumption";

  private final String id;
  private final Level level;
  private final FakeAgent parent;
  private final int index;
  private final List<FakeAgent> all;
  private final List<FakeAgent> children = new ArrayList<>();
  private final List<FakeAgent> shown = Collections.unmodifiableList(children);
  private Space actions;
  private Space observations = Space.EMPTY;
  private double[] resting = {};
  private boolean decides;
  private Set<Characteristic> follows = Set.of();
  private Axis dispatch;
  private double restingMw = Double.NaN;

  /** Of its action, that by which a device is dispatched; −1 where there is none. */
  private int axisOfPower;

  private FakeAgent(String id, Level level, FakeAgent parent, List<FakeAgent> all, Space actions) {
    this.id = id;
    this.level = level;
    this.parent = parent;
    this.all = all;
    index = all.size();
    all.add(this);
    actionSpace(actions);
  }

  /**
   * A system's agent at the top of a tree.
   *
   * @param id of it
   * @return without children and actions
   */
  public static FakeAgent system(String id) {
    return new FakeAgent(id, Level.SYSTEM, null, new ArrayList<>(), Space.EMPTY);
  }

  /**
   * Adds a grid agent below this one.
   *
   * @param child its id
   * @return without children and actions
   */
  public FakeAgent below(String child) {
    FakeAgent grid = new FakeAgent(child, Level.GRID, this, all, Space.EMPTY);
    children.add(grid);
    return grid;
  }

  /**
   * Adds a grid agent beside this one, in the same environment.
   *
   * @param other its id
   * @return without children and actions
   */
  public FakeAgent beside(String other) {
    return new FakeAgent(other, Level.GRID, null, all, Space.EMPTY);
  }

  /**
   * A grid agent at the top of a tree.
   *
   * @param id of it
   * @return without children and actions
   */
  public static FakeAgent grid(String id) {
    return new FakeAgent(id, Level.GRID, null, new ArrayList<>(), Space.EMPTY);
  }

  /**
   * Adds a device below this agent.
   *
   * @param name among its siblings; its id is this one's, a dot and the name
   * @param axes of its action space
   * @return the device's agent
   */
  public FakeAgent device(String name, Axis... axes) {
    FakeAgent child = new FakeAgent(id + "." + name, Level.DEVICE, this, all, Space.of(axes));
    children.add(child);
    return child;
  }

  /**
   * Sets what it decides on.
   *
   * @param space its action space
   * @return this
   */
  public FakeAgent actionSpace(Space space) {
    actions = space;
    axisOfPower = level == Level.DEVICE ? indexOfPower(space) : -1;
    dispatch = level == Level.DEVICE ? powerOfAxis() : dispatch;
    return this;
  }

  /**
   * Sets where its action rests; at 0 or the bound nearest to it otherwise.
   *
   * @param values by axis
   * @return this
   */
  public FakeAgent resting(double... values) {
    resting = values.clone();
    return this;
  }

  /**
   * Has it dispatched within bounds; a device is by its axis {@code p}, {@code pLimit} or {@code
   * consumption} in MW otherwise.
   *
   * @param low least power, MW injected
   * @param high greatest power, MW injected
   * @param rest power at rest, MW injected
   * @return this
   */
  public FakeAgent dispatched(double low, double high, double rest) {
    axisOfPower = -1;
    dispatch = Axis.real("p", "MW", low, high);
    restingMw = rest;
    return this;
  }

  /**
   * Has it follow curves.
   *
   * @param which curves
   * @return this
   */
  public FakeAgent following(Characteristic... which) {
    follows = Set.of(which);
    return this;
  }

  /**
   * Sets what it observes; nothing otherwise.
   *
   * @param space its observation space
   * @return this
   */
  public FakeAgent observationSpace(Space space) {
    observations = space;
    return this;
  }

  /**
   * Makes it a decider.
   *
   * @return this
   */
  public FakeAgent deciding() {
    decides = true;
    return this;
  }

  /**
   * Everybody in its tree.
   *
   * @return by index
   */
  public List<FakeAgent> everybody() {
    return Collections.unmodifiableList(all);
  }

  @Override
  public Agent agent() {
    return this;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Level level() {
    return level;
  }

  @Override
  public int index() {
    return index;
  }

  @Override
  public Agent parent() {
    return parent;
  }

  @Override
  public List<? extends Agent> children() {
    return shown;
  }

  @Override
  public Space actionSpace() {
    return actions;
  }

  @Override
  public double restingAction(int axis) {
    return axis < resting.length ? resting[axis] : actions.axis(axis).clamp(0);
  }

  @Override
  public Axis dispatch() {
    return dispatch;
  }

  /** Null where there is none. */
  private Axis powerOfAxis() {
    if (axisOfPower < 0) {
      return null;
    }
    Axis own = actions.axis(axisOfPower);
    return own.name().equals(CONSUMPTION)
        ? Axis.real("p", "MW", 0.0 - own.high(), 0.0 - own.low())
        : Axis.real("p", "MW", own.low(), own.high());
  }

  private static int indexOfPower(Space space) {
    for (int i = 0; i < space.size(); i++) {
      Axis axis = space.axis(i);
      if (axis.unit().equals("MW") && Set.of("p", "pLimit", CONSUMPTION).contains(axis.name())) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public double restingMw() {
    if (axisOfPower < 0) {
      return restingMw;
    }
    double rest = restingAction(axisOfPower);
    return actions.axis(axisOfPower).name().equals(CONSUMPTION) ? 0.0 - rest : rest;
  }

  @Override
  public Set<Characteristic> follows() {
    return follows;
  }

  @Override
  public Space observationSpace() {
    return observations;
  }

  @Override
  public boolean decides() {
    return decides;
  }
}
