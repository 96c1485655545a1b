package powergrid.engine.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Level;
import powergrid.api.agent.Target;
import powergrid.api.agent.Variables;
import powergrid.api.agent.Visibility;
import powergrid.api.device.Device;
import powergrid.api.protocol.HorizontalProtocol;
import powergrid.api.protocol.VerticalProtocol;
import powergrid.api.reward.Reward;
import powergrid.api.scenario.ActionScale;
import powergrid.api.scenario.ChannelSetting;
import powergrid.api.scenario.Clock;
import powergrid.api.scenario.LinkSetting;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;

/**
 * Puts a world together from objects that plug-ins made, in this order: the peers' protocols, if
 * there is one; feeders; faces of the system, of all grids and then of all devices; devices, grids,
 * the system; peers; {@link #decide}, policies, reward, {@link #build}.
 */
public final class WorldBuilder {
  private final Clock clock;
  private final Common common;
  private final double valueOfLostLoad;
  private final ActionScale actions;
  private final Set<Level> levels;
  private final List<AgentFace> faces = new ArrayList<>();
  private final List<Feeder> feeders = new ArrayList<>();
  private final List<DeviceActor> devices = new ArrayList<>();
  private final List<GridActor> grids = new ArrayList<>();
  private final Telemetry telemetry = new Telemetry();
  private final Cycles cycles = new Cycles();

  /** How peers coordinate, one after the other. */
  private final List<HorizontalProtocol> horizontals = new ArrayList<>();

  /** By participant: where the part of its action begins that each of these added. */
  private final Map<AgentFace, List<Integer>> firstActions = new HashMap<>();

  private final List<Peers> peers = new ArrayList<>();
  private SystemActor system;
  private Deciders deciders;
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
   * @param deciders the levels that decide; empty for the highest
   */
  public WorldBuilder(
      Clock clock, double valueOfLostLoad, ActionScale actions, Set<Level> deciders) {
    this.clock = clock;
    this.actions = actions;
    this.valueOfLostLoad = valueOfLostLoad;
    this.levels = Set.copyOf(deciders);
    common =
        new Common(
            new Moment(clock.hours()),
            new Exogenous(clock),
            new Traffic(),
            new Tracer(),
            new Ledger(),
            clock.hours());
  }

  /**
   * The series, to be added to.
   *
   * @return live
   */
  public Exogenous exogenous() {
    return common.exogenous();
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
   * Adds an agent; parents before children, grids before devices.
   *
   * @param id unique
   * @param level where it stands
   * @param parent null at the top
   * @return its face
   */
  public AgentFace face(String id, Level level, AgentFace parent) {
    AgentFace face = new AgentFace(id, level, faces.size(), parent);
    faces.add(face);
    return face;
  }

  /**
   * Adds a way in which peers coordinate, after those that are there.
   *
   * @param protocol of all participants
   */
  public void horizontal(HorizontalProtocol protocol) {
    horizontals.add(protocol);
  }

  /** The level whose agents are peers: devices where they alone decide, else grids. */
  public Level peerLevel() {
    return levels.equals(Set.of(Level.DEVICE)) ? Level.DEVICE : Level.GRID;
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
    add(face, site.actions());
    face.follows(device.follows());
    Dispatch.ofDevice(face);
    site.state().space();
    site.terminal().feeder().connect(site.terminal(), face.id());
    site.terminal().section().servedBy(face.parent().index(), site.terminal().metersSource());
    devices.add(new DeviceActor(face, device, label, site, common));
  }

  /** Gives an agent its action: its own, which the peers' protocols see, and what these add. */
  private void add(AgentFace face, Variables own) {
    face.actions(own);
    if (face.level() == peerLevel()) {
      List<Integer> first = firstActions.computeIfAbsent(face, f -> new ArrayList<>());
      for (HorizontalProtocol horizontal : horizontals) {
        first.add(own.declared().size());
        for (Axis axis : horizontal.actionSpace(face).axes()) {
          declare(own, axis, axis.clamp(0));
        }
      }
      face.actions(own);
    }
    own.space();
  }

  private static void declare(Variables variables, Axis axis, double start) {
    if (axis.continuous()) {
      variables.real(axis.name(), axis.unit(), axis.low(), axis.high(), start, Visibility.OWNER);
    } else {
      variables.choice(axis.name(), axis.choices(), (int) start, Visibility.OWNER);
    }
  }

  /**
   * Adds a grid, after all of its devices.
   *
   * @param face of its agent
   * @param feeder it is on
   * @param protocol that coordinates its devices
   * @param label of the protocol's plug-in
   * @param link what becomes of their messages
   */
  public void grid(
      AgentFace face, Feeder feeder, VerticalProtocol protocol, String label, LinkSetting link) {
    List<DeviceActor> children = devices.stream().filter(d -> d.face().parent() == face).toList();
    Variables own = actions(face, protocol);
    GridActor grid = new GridActor(face, own, feeder, children.toArray(DeviceActor[]::new));
    relate(grid, children, protocol, label, link, children);
    grids.add(grid);
  }

  /**
   * Adds the system's agent, after all grids.
   *
   * @param face of its agent
   * @param protocol that coordinates the grids
   * @param label of the protocol's plug-in
   * @param link what becomes of their messages
   */
  public void system(AgentFace face, VerticalProtocol protocol, String label, LinkSetting link) {
    Variables own = actions(face, protocol);
    system =
        new SystemActor(face, own, grids.toArray(GridActor[]::new), feeders.toArray(Feeder[]::new));
    relate(system, grids, protocol, label, link, devices);
  }

  private void relate(
      ParentActor parent,
      List<? extends Actor> children,
      VerticalProtocol protocol,
      String label,
      LinkSetting link,
      List<DeviceActor> below) {
    AgentFace face = parent.face();
    List<Agent> members = new ArrayList<>();
    members.add(face);
    members.addAll(face.children());
    protocol.check(members);
    Relation relation = new Relation(protocol, label, link, face, below, common);
    parent.relation(relation);
    parent.self(SelfView.asParent(parent, relation, common));
    for (int k = 0; k < children.size(); k++) {
      Actor child = children.get(k);
      SelfView view = SelfView.asChild(child, k, relation, common);
      child.asChild(view);
      if (child.self() == null) {
        child.self(view);
      }
    }
    if (protocol.realises().contains(Target.POWER)) {
      Dispatch.ofChildren(face);
    }
  }

  private Variables actions(AgentFace face, VerticalProtocol protocol) {
    Variables own = new Variables();
    Space space = protocol.parentActionSpace(face);
    for (int i = 0; i < space.size(); i++) {
      declare(own, space.axis(i), protocol.initialAction(face, i));
    }
    add(face, own);
    return own;
  }

  /**
   * Has peers coordinate; all of them are there.
   *
   * @param horizontal one of the protocols that were added
   * @param label of the protocol's plug-in
   * @param channel that their messages travel through
   * @param linked the neighbours of each, as {@link Topology} finds them
   */
  public void peers(
      HorizontalProtocol horizontal, String label, ChannelSetting channel, int[][] linked) {
    List<? extends Actor> participants = participants();
    horizontal.check(participants.stream().map(Actor::face).toList());
    int number = horizontals.indexOf(horizontal);
    int[] firstAction =
        participants.stream()
            .mapToInt(actor -> firstActions.get(actor.face()).get(number))
            .toArray();
    peers.add(
        new Peers(
            horizontal,
            number,
            label,
            channel,
            linked,
            participants,
            firstAction,
            devices,
            common));
  }

  /**
   * Works out who decides, and what everybody observes; all agents are there.
   *
   * @return who does, for policies to drive some of them
   */
  public Deciders decide() {
    deciders = new Deciders(this, levels);
    return deciders;
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
    common.ledger().open(suppliers());
    Variables[] states = new Variables[faces.size()];
    Space[] measuredSpaces = new Space[faces.size()];
    double[][] measured = new double[faces.size()][];
    for (DeviceActor device : devices) {
      int i = device.face().index();
      states[i] = device.state();
      measuredSpaces[i] = device.meter().space();
      measured[i] = device.meter().values();
    }
    for (Peers under : peers) {
      if (under.contracts()) {
        under.contracting(new TrialSolve(feeders, grids, common.ledger(), faces.size()));
      }
    }
    record =
        new StepRecord(
            faces,
            feeders.stream().map(Feeder::record).toList(),
            exogenous().names(),
            exogenous().actual(),
            states,
            measuredSpaces,
            measured,
            common.ledger(),
            clock.hours());
    outside = new Outside(faces, deciders.actors(), deciders.observers(), actions, common);
    return new World(this);
  }

  /** By agent, the one whose feeder it is attached to; −1 where there is none. */
  private int[] suppliers() {
    int[] suppliers = new int[faces.size()];
    Arrays.fill(suppliers, -1);
    for (GridActor grid : grids) {
      suppliers[grid.face().index()] = grid.supplier();
    }
    return suppliers;
  }

  Common common() {
    return common;
  }

  List<Peers> peers() {
    return peers;
  }

  SystemActor system() {
    return system;
  }

  /** Those below first: grids, then the system where there is one. */
  List<ParentActor> parents() {
    List<ParentActor> parents = new ArrayList<>(grids);
    if (system != null) {
      parents.add(system);
    }
    return parents;
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
    return deciders.actors();
  }

  ActionScale actions() {
    return actions;
  }

  List<AgentFace> faces() {
    return faces;
  }

  /** The peers, if they coordinate. */
  List<? extends Actor> participants() {
    return peerLevel() == Level.DEVICE ? devices : grids;
  }

  /** All that is there is put together. */
  CentralState centralState() {
    return new CentralState(devices, feeders, exogenous(), cycles);
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
