package powergrid.engine.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Level;
import powergrid.api.agent.Variables;
import powergrid.api.agent.Visibility;
import powergrid.api.device.Device;
import powergrid.api.policy.Policy;
import powergrid.api.protocol.HorizontalProtocol;
import powergrid.api.protocol.VerticalProtocol;
import powergrid.api.reward.Reward;
import powergrid.api.scenario.ActionScale;
import powergrid.api.scenario.ChannelSetting;
import powergrid.api.scenario.Clock;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;

/**
 * Puts a world together from objects that plug-ins made, in this order: feeders, faces of all grids
 * and then of all devices, devices, grids, {@link #observers}, policies, reward, {@link #build}.
 */
public final class WorldBuilder {
  private final Clock clock;
  private final Exogenous exogenous;
  private final double valueOfLostLoad;
  private final ActionScale actions;
  private final List<AgentFace> faces = new ArrayList<>();
  private final List<Feeder> feeders = new ArrayList<>();
  private final List<DeviceActor> devices = new ArrayList<>();
  private final List<GridActor> grids = new ArrayList<>();
  private final List<Actor> deciders = new ArrayList<>();
  private final List<Observer> observers = new ArrayList<>();
  private final Traffic traffic = new Traffic();
  private final Telemetry telemetry = new Telemetry();
  private final Cycles cycles = new Cycles();
  private Peers peers;
  private Reward reward;
  private String rewardLabel = "";
  private StepRecord record;
  private Outside outside;

  /**
   * Starts a world.
   *
   * @param clock its time
   * @param valueOfLostLoad USD/MWh
   * @param actions what the numbers of a caller's actions are
   */
  public WorldBuilder(Clock clock, double valueOfLostLoad, ActionScale actions) {
    this.clock = clock;
    this.actions = actions;
    this.valueOfLostLoad = valueOfLostLoad;
    this.exogenous = new Exogenous(clock);
  }

  /**
   * The series, to be added to.
   *
   * @return live
   */
  public Exogenous exogenous() {
    return exogenous;
  }

  /**
   * Adds a feeder.
   *
   * @param feeder with a network and a solver
   */
  public void feeder(Feeder feeder) {
    feeders.add(feeder);
  }

  /**
   * Adds an agent; grids before devices.
   *
   * @param id unique
   * @param parent null for a grid
   * @return its face
   */
  public AgentFace face(String id, AgentFace parent) {
    AgentFace face =
        new AgentFace(id, parent == null ? Level.GRID : Level.DEVICE, faces.size(), parent);
    faces.add(face);
    return face;
  }

  /**
   * Adds a device.
   *
   * @param face of its agent
   * @param device made by its plug-in
   * @param label of the plug-in
   * @param site that it was made with
   */
  public void device(AgentFace face, Device device, String label, DeviceSite site) {
    face.actions(site.actions());
    site.state().space();
    site.terminal().feeder().connect(site.terminal(), face.id());
    site.terminal().section().servedBy(face.parent().index(), site.terminal().metersSource());
    devices.add(new DeviceActor(face, device, label, site, clock.hours()));
  }

  /**
   * Adds a grid, after all of its devices.
   *
   * @param face of its agent
   * @param feeder it is on
   * @param protocol that coordinates its devices
   * @param label of the protocol's plug-in
   */
  public void grid(AgentFace face, Feeder feeder, VerticalProtocol protocol, String label) {
    Variables actions = actions(face, protocol);
    face.actions(actions);
    face.decides(actions.space().size() > 0);
    List<DeviceActor> children = devices.stream().filter(d -> d.face().parent() == face).toList();
    for (DeviceActor child : children) {
      child.face().decides(!face.decides() && child.face().actionSpace().size() > 0);
    }
    List<Agent> members = new ArrayList<>();
    members.add(face);
    members.addAll(face.children());
    protocol.check(members);
    Relation relation = new Relation(protocol, label, children.size(), traffic);
    GridActor grid = new GridActor(face, actions, feeder, children.toArray(DeviceActor[]::new));
    grid.relation(relation);
    grid.self(SelfView.asParent(grid, relation, exogenous, clock.hours()));
    for (int k = 0; k < children.size(); k++) {
      DeviceActor child = children.get(k);
      child.self(SelfView.asChild(child, k, relation, exogenous, clock.hours()));
    }
    grids.add(grid);
  }

  private static Variables actions(AgentFace face, VerticalProtocol protocol) {
    Variables actions = new Variables();
    Space space = protocol.parentActionSpace(face);
    for (int i = 0; i < space.size(); i++) {
      Axis axis = space.axis(i);
      double start = protocol.initialAction(face, i);
      if (axis.continuous()) {
        actions.real(axis.name(), axis.unit(), axis.low(), axis.high(), start, Visibility.OWNER);
      } else {
        actions.choice(axis.name(), axis.choices(), (int) start, Visibility.OWNER);
      }
    }
    actions.space();
    return actions;
  }

  /**
   * Has grids coordinate among each other; all of them are there.
   *
   * @param protocol of all
   * @param label of its plug-in
   * @param channel that their messages travel through
   * @param linked the neighbours of each, as {@link Topology} finds them
   */
  public void peers(
      HorizontalProtocol protocol, String label, ChannelSetting channel, int[][] linked) {
    protocol.check(grids.stream().map(GridActor::face).toList());
    peers = new Peers(protocol, label, channel, linked, grids, exogenous, clock.hours(), traffic);
  }

  /** Works out what every decider observes; all agents are there and decided. */
  public void observers() {
    List<Actor> all = new ArrayList<>(grids);
    all.addAll(devices);
    for (Actor actor : all) {
      Observer observer = Observer.of(actor, all, exogenous, cycles, telemetry);
      if (actor instanceof GridActor grid) {
        for (int k = 0; k < grid.devices().length; k++) {
          AgentFace child = grid.face().children().get(k);
          if (child.actionSpace().size() == 0) {
            continue;
          }
          String id = child.id();
          observer.hear(id.substring(id.indexOf('.') + 1) + ".", grid.relation().up(k));
        }
      }
      if (peers != null && actor instanceof GridActor grid) {
        peers.hear(grids.indexOf(grid), observer);
      }
      for (GridActor grid : grids) {
        int k = grid.face().children().indexOf(actor.face());
        if (k >= 0) {
          observer.hear("parent.", grid.relation().down(k));
        }
      }
      actor.face().observationSpace(observer.close());
      if (actor.face().decides()) {
        deciders.add(actor);
        observers.add(observer);
      }
    }
  }

  /**
   * Has a policy drive an agent.
   *
   * @param face of a decider
   * @param policy made for it
   * @param label of the policy's plug-in
   */
  public void drive(AgentFace face, Policy policy, String label) {
    for (Actor actor : deciders) {
      if (actor.face() == face) {
        actor.drive(policy, label);
      }
    }
  }

  /**
   * Why the actions of those whom a caller drives cannot be scaled as asked for; all policies are
   * there.
   *
   * @return a message an agent
   */
  public List<String> unscalable() {
    List<String> messages = new ArrayList<>();
    for (Actor actor : deciders) {
      if (actions == ActionScale.NORMALISED && actor.policy() == null) {
        Scaling.unbounded(actor.face().actionSpace())
            .ifPresent(
                axis ->
                    messages.add(
                        String.format(
                            Locale.ROOT,
                            "agent %s: action %s is from %s to %s and cannot be normalised; use"
                                + " actions: physical",
                            actor.face().id(),
                            axis.name(),
                            axis.low(),
                            axis.high())));
      }
    }
    return messages;
  }

  /**
   * Sets the reward.
   *
   * @param by what agents are rewarded for
   * @param label of the reward's plug-in
   */
  public void reward(Reward by, String label) {
    reward = by;
    rewardLabel = label;
  }

  /**
   * Ends the assembly.
   *
   * @return a world to be reset first
   */
  public World build() {
    Variables[] states = new Variables[faces.size()];
    Space[] measuredSpaces = new Space[faces.size()];
    double[][] measured = new double[faces.size()][];
    for (DeviceActor device : devices) {
      int i = device.face().index();
      states[i] = device.state();
      measuredSpaces[i] = device.meter().space();
      measured[i] = device.meter().values();
    }
    record =
        new StepRecord(
            faces,
            feeders.stream().map(Feeder::record).toList(),
            exogenous.names(),
            exogenous.actual(),
            states,
            measuredSpaces,
            measured,
            clock.hours());
    outside = new Outside(faces, deciders, observers, actions);
    return new World(this);
  }

  Peers peers() {
    return peers;
  }

  Clock clock() {
    return clock;
  }

  double valueOfLostLoad() {
    return valueOfLostLoad;
  }

  List<Feeder> feeders() {
    return feeders;
  }

  List<DeviceActor> devices() {
    return devices;
  }

  List<GridActor> grids() {
    return grids;
  }

  List<Actor> deciders() {
    return deciders;
  }

  Traffic traffic() {
    return traffic;
  }

  Telemetry telemetry() {
    return telemetry;
  }

  Cycles cycles() {
    return cycles;
  }

  Reward reward() {
    return reward;
  }

  String rewardLabel() {
    return rewardLabel;
  }

  StepRecord record() {
    return record;
  }

  Outside outside() {
    return outside;
  }
}
