package powergrid.engine.world;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.LocalDateTime;
import powergrid.api.random.RandomStream;
import powergrid.api.reward.Reward;
import powergrid.api.scenario.Clock;

/**
 * An assembled environment: everything that a step needs, found beforehand. A step reads as {@code
 * semantics} numbers it: decide, coordinate, actuate, solve, settle, observe. Holds plug-in
 * objects; dropped as a whole when one of their bundles goes.
 */
public final class World {
  /** Steps without solution in a row that end an episode. */
  private static final int BLACKOUTS_TO_END = 3;

  /** Why an episode ended of its own. */
  private static final String BLACKOUT = "blackout";

  private final Clock clock;
  private final double hours;
  private final Exogenous exogenous;
  private final int loadSeries;
  private final Feeder[] feeders;
  private final GridActor[] grids;
  private final DeviceActor[] devices;
  private final Actor[] deciders;
  private final Reward reward;
  private final String rewardLabel;
  private final double valueOfLostLoad;
  private final Traffic traffic;
  private final Telemetry telemetry;
  private final StepRecord record;

  /** Null where peers do not coordinate. */
  private final Peers peers;

  private final Outside outside;
  private final Cycles cycles;
  private int step;
  private String running = "";

  World(WorldBuilder parts) {
    clock = parts.clock();
    hours = clock.hours();
    exogenous = parts.exogenous();
    loadSeries = exogenous.indexOf("load");
    feeders = parts.feeders().toArray(Feeder[]::new);
    grids = parts.grids().toArray(GridActor[]::new);
    devices = parts.devices().toArray(DeviceActor[]::new);
    deciders = parts.deciders().toArray(Actor[]::new);
    reward = parts.reward();
    rewardLabel = parts.rewardLabel();
    valueOfLostLoad = parts.valueOfLostLoad();
    traffic = parts.traffic();
    telemetry = parts.telemetry();
    cycles = parts.cycles();
    outside = parts.outside();
    record = parts.record();
    peers = parts.peers();
  }

  /** What the caller sees and drives. */
  public Outside outside() {
    return outside;
  }

  /** What happened in the last step. */
  public StepRecord record() {
    return record;
  }

  /** The plug-in whose code runs or ran last, in words. */
  public String running() {
    return running;
  }

  /** Whether the horizon is reached. */
  public boolean atHorizon() {
    return step >= clock.steps();
  }

  /** Starts an episode from its stream: draws, solves once with set points held, observes. */
  public void reset(RandomStream episode) {
    running = "a dataset";
    begin(exogenous.draw(episode.split("data")));
    seed(episode);
    exogenous.begin(-1);
    exogenous.announce(0);
    for (Feeder feeder : feeders) {
      feeder.reset();
    }
    for (GridActor grid : grids) {
      grid.actions().reset();
      grid.begin();
      grid.relation().reset();
    }
    for (DeviceActor device : devices) {
      running = device.label();
      device.reset();
      device.device().act(hours);
    }
    if (peers != null) {
      peers.reset(episode.derive("peers"));
    }
    traffic.clear();
    record.clear();
    step = 0;
    solve(true);
    measure();
    close();
    observe();
  }

  private void begin(LocalDateTime start) {
    cycles.start(start);
    record.start(start);
  }

  private void seed(RandomStream episode) {
    for (GridActor grid : grids) {
      grid.random().state(episode.derive(grid.face().id()));
    }
    for (DeviceActor device : devices) {
      device.random().state(episode.derive(device.face().id()));
    }
  }

  /**
   * Takes a step.
   *
   * @param actions by the caller's offsets, all finite
   * @return empty while the episode goes on of itself; else why it ended
   */
  public String step(float[] actions) {
    traffic.clear();
    record.clear();
    exogenous.begin(step);
    begin();
    report();
    outside.take(actions);
    decide();
    coordinate();
    actuate();
    switchBranches();
    solve(false);
    settle();
    step++;
    String end = blackedOut();
    measure();
    close();
    reward();
    observe();
    return end;
  }

  private void begin() {
    for (GridActor grid : grids) {
      grid.begin();
      grid.relation().grow();
    }
    if (peers != null) {
      peers.grow();
    }
    for (DeviceActor device : devices) {
      device.begin();
    }
  }

  private void report() {
    for (GridActor grid : grids) {
      Relation relation = grid.relation();
      for (DeviceActor child : grid.devices()) {
        running = relation.label();
        relation.protocol().report(child.self().open());
        child.self().close();
      }
      relation.protocol().gather(grid.self().open());
      grid.self().close();
    }
  }

  private void decide() {
    for (Actor actor : deciders) {
      if (actor.policy() != null) {
        running = actor.policyLabel();
        actor.self().open();
        actor.policy().act(actor.decision());
        actor.self().close();
      }
    }
  }

  private void coordinate() {
    if (peers != null) {
      running = peers.label();
      peers.coordinate(step * hours * 3600);
      record.exchanged(peers.rounds(), peers.agreed());
    }
    for (GridActor grid : grids) {
      Relation relation = grid.relation();
      running = relation.label();
      relation.protocol().coordinateMessages(grid.self().open());
      grid.self().close();
      for (DeviceActor child : grid.devices()) {
        relation.protocol().coordinateActions(child.self().open());
        child.self().close();
      }
    }
  }

  private void actuate() {
    for (DeviceActor device : devices) {
      running = device.label();
      device.device().act(hours);
    }
  }

  private void switchBranches() {
    for (Feeder feeder : feeders) {
      feeder.begin(step);
    }
  }

  private void solve(boolean untilAtRest) {
    double scale = loadScale();
    for (Feeder feeder : feeders) {
      running = feeder.label();
      if (untilAtRest) {
        feeder.settle(scale, hours);
      } else {
        feeder.solve(scale, hours);
      }
    }
  }

  /** The present interval's factor on the networks' loads. */
  private double loadScale() {
    return loadSeries < 0 ? 1 : exogenous.actual()[loadSeries];
  }

  private void settle() {
    for (DeviceActor device : devices) {
      running = device.label();
      Booking book = device.booking();
      book.open();
      device.device().settle(book);
      int i = device.face().index();
      record.cost[i] = book.booked();
      record.violation[i] = book.violated();
      record.curtailedMwh[i] = book.unusedMwh();
    }
  }

  /** After too many steps without solution, charges the rest of the episode and ends it. */
  private String blackedOut() {
    String end = "";
    for (Feeder feeder : feeders) {
      if (feeder.blackouts() >= BLACKOUTS_TO_END) {
        end = BLACKOUT;
        for (int later = step; later < clock.steps(); later++) {
          exogenous.begin(later);
          feeder.forsake(loadScale(), hours);
        }
        exogenous.begin(step - 1);
      }
    }
    return end;
  }

  /** Takes over what the solve found and sums devices up into their grids. */
  private void measure() {
    for (Actor decider : deciders) {
      record.clamped[decider.face().index()] = decider.clamped();
    }
    for (DeviceActor device : devices) {
      device.meter().read();
      record.netMw[device.face().index()] = device.realisedMw();
    }
    for (GridActor grid : grids) {
      grid.measure();
      int g = grid.face().index();
      record.netMw[g] = grid.measured()[0];
      for (DeviceActor device : grid.devices()) {
        int i = device.face().index();
        record.cost[g] += record.cost[i];
        record.violation[g] += record.violation[i];
        record.curtailedMwh[g] += record.curtailedMwh[i];
      }
    }
    for (Feeder feeder : feeders) {
      charge(feeder);
    }
  }

  /** Charges energy not served; what no grid answers for is the first grid's. */
  private void charge(Feeder feeder) {
    for (int i = 0; i < feeder.sections().size(); i++) { // an iterator would be an allocation
      Section section = feeder.sections().get(i);
      int agent = section.servedBy() < 0 ? grids[0].face().index() : section.servedBy();
      record.cost[agent] += section.notServedMwh() * valueOfLostLoad;
    }
  }

  private void reward() {
    running = rewardLabel;
    outside.reward(reward, record);
  }

  /** Completes the record of the step, telemetry included. */
  private void close() {
    telemetry.send(traffic);
    record.sent(traffic);
    record.step(step);
  }

  private void observe() {
    exogenous.announce(step);
    if (peers != null) {
      peers.look();
    }
    cycles.moveTo(step * hours);
    outside.observe();
  }

  /** Saves all that the next step depends on beside the episode's seed. */
  public void save(DataOutput out) throws IOException {
    out.writeInt(step);
    for (GridActor grid : grids) {
      grid.save(out);
      grid.relation().save(out);
    }
    if (peers != null) {
      peers.save(out);
    }
    for (DeviceActor device : devices) {
      device.save(out);
    }
    for (Feeder feeder : feeders) {
      feeder.save(out);
    }
  }

  /** Restores what {@link #save} wrote, in an episode of the same seed; then observes. */
  public void restore(RandomStream episode, DataInput in) throws IOException {
    begin(exogenous.draw(episode.split("data")));
    step = in.readInt();
    for (GridActor grid : grids) {
      grid.restore(in);
      grid.relation().restore(in);
    }
    if (peers != null) {
      peers.restore(in);
    }
    for (DeviceActor device : devices) {
      device.restore(in);
    }
    for (Feeder feeder : feeders) {
      feeder.restore(in);
    }
    exogenous.begin(step - 1);
    traffic.clear();
    record.clear();
    close();
    observe();
  }
}
