package powergrid.engine.world;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.function.Consumer;
import powergrid.api.environment.SentMessage;
import powergrid.api.planning.Foresight;
import powergrid.api.planning.Planning;
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
  private final DeviceActor[] devices;

  /** The devices on each feeder: what its solve leaves in the cache is used at once. */
  private final DeviceActor[][] connected;

  private final Reward reward;
  private final String rewardLabel;
  private final Accounts accounts;
  private final Common common;
  private final Moment moment;
  private final Traffic traffic;
  private final Tracer tracer;
  private final Telemetry telemetry;
  private final StepRecord record;
  private final Coordination coordination;
  private final Outside outside;
  private final Cycles cycles;
  private final CentralState centralState;
  private final Running running = new Running();

  World(WorldBuilder parts) {
    clock = parts.clock();
    hours = clock.hours();
    exogenous = parts.exogenous();
    common = parts.common();
    moment = common.moment();
    traffic = common.traffic();
    tracer = common.tracer();
    loadSeries = exogenous.indexOf("load");
    feeders = parts.feeders().toArray(Feeder[]::new);
    devices = parts.devices().toArray(DeviceActor[]::new);
    connected = new DeviceActor[feeders.length][];
    for (int f = 0; f < feeders.length; f++) {
      Feeder feeder = feeders[f];
      connected[f] =
          parts.devices().stream()
              .filter(device -> device.terminal().feeder() == feeder)
              .toArray(DeviceActor[]::new);
    }
    reward = parts.reward();
    rewardLabel = parts.rewardLabel();
    telemetry = parts.telemetry();
    cycles = parts.cycles();
    outside = parts.outside();
    record = parts.record();
    coordination = new Coordination(parts, running);
    centralState = parts.centralState();
    accounts = new Accounts(parts);
  }

  /** What the caller sees and drives. */
  public Outside outside() {
    return outside;
  }

  /** The label of a protocol by which agents exchange what they learn; empty where none does. */
  public String exchangesModels() {
    return coordination.exchangesModels();
  }

  /** What is known of everything together. */
  public CentralState centralState() {
    return centralState;
  }

  /** Has somebody see every message; null for nobody. */
  public void trace(Consumer<SentMessage> observer) {
    tracer.observer(observer);
  }

  /** What happened in the last step. */
  public StepRecord record() {
    return record;
  }

  /** The plug-in whose code runs or ran last, in words. */
  public String running() {
    return running.label();
  }

  /** The rest of the episode for somebody who may ask every device. */
  public Planning planning(Foresight foresight, int... steps) {
    return new PlanView(common, foresight, steps, devices);
  }

  /** Whether the horizon is reached. */
  public boolean atHorizon() {
    return moment.step() >= clock.steps();
  }

  /** Starts an episode from its stream: draws, solves once with set points held, observes. */
  public void reset(RandomStream episode) {
    running.now("a dataset");
    begin(exogenous.draw(episode.split("data")));
    exogenous.begin(-1);
    exogenous.announce(0);
    for (Feeder feeder : feeders) {
      feeder.reset();
    }
    moment.step(0);
    coordination.reset(episode);
    for (DeviceActor device : devices) {
      running.now(device.label());
      device.random().state(episode.derive(device.face().id()));
      device.reset();
      device.device().act(hours);
    }
    traffic.clear();
    record.clear();
    for (int f = 0; f < feeders.length; f++) {
      running.now(feeders[f].label());
      feeders[f].settle(loadScale(), hours);
      accounts.read(connected[f]);
    }
    accounts.measure();
    coordination.sync();
    close();
    observe();
  }

  private void begin(LocalDateTime start) {
    cycles.start(start);
    record.start(start);
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
    exogenous.begin(moment.step());
    begin();
    coordination.report();
    outside.take(actions);
    coordination.decide();
    coordination.coordinate();
    for (int f = 0; f < feeders.length; f++) { // no feeder knows of another until all are settled
      actuate(connected[f]);
      solve(feeders[f]);
      settle(connected[f]);
      accounts.read(connected[f]);
    }
    coordination.deliver((moment.step() + 1) * hours * 3600);
    moment.step(moment.step() + 1);
    String end = blackedOut();
    accounts.measure();
    coordination.sync();
    close();
    reward();
    observe();
    return end;
  }

  private void begin() {
    coordination.begin();
    for (DeviceActor device : devices) {
      device.begin();
    }
  }

  private void actuate(DeviceActor[] those) {
    for (DeviceActor device : those) {
      running.now(device.label());
      device.device().act(hours);
    }
  }

  private void solve(Feeder feeder) {
    running.now(feeder.label());
    feeder.begin(moment.step());
    feeder.solve(loadScale(), hours);
  }

  /** The present interval's factor on the networks' loads. */
  private double loadScale() {
    return loadSeries < 0 ? 1 : exogenous.actual()[loadSeries];
  }

  private void settle(DeviceActor[] those) {
    for (DeviceActor device : those) {
      running.now(device.label());
      Booking book = device.booking();
      book.open();
      device.device().settle(book);
      int i = device.face().index();
      record.cost[i] = book.booked();
      record.violation[i] = book.violated();
      record.curtailedMwh[i] = book.unusedMwh();
      record.availableMwh[i] = book.availableMwh();
    }
  }

  /** After too many steps without solution, charges the rest of the episode and ends it. */
  private String blackedOut() {
    String end = "";
    for (Feeder feeder : feeders) {
      if (feeder.blackouts() >= BLACKOUTS_TO_END) {
        end = BLACKOUT;
        for (int later = moment.step(); later < clock.steps(); later++) {
          exogenous.begin(later);
          feeder.forsake(loadScale(), hours);
        }
        exogenous.begin(moment.step() - 1);
      }
    }
    return end;
  }

  private void reward() {
    running.now(rewardLabel);
    outside.reward(reward, record);
  }

  /** Completes the record of the step, telemetry included. */
  private void close() {
    telemetry.send(traffic);
    record.sent(traffic);
    record.step(moment.step());
  }

  private void observe() {
    exogenous.announce(moment.step());
    coordination.look();
    cycles.moveTo(moment.step() * hours);
    outside.observe();
  }

  /** Saves all that the next step depends on beside the episode's seed. */
  public void save(DataOutput out) throws IOException {
    out.writeInt(moment.step());
    coordination.save(out);
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
    rewind(in);
  }

  /** Restores what {@link #save} wrote in this very episode, whose series are there; observes. */
  public void rewind(DataInput in) throws IOException {
    moment.step(in.readInt());
    coordination.restore(in);
    for (DeviceActor device : devices) {
      device.restore(in);
    }
    for (Feeder feeder : feeders) {
      feeder.restore(in);
    }
    exogenous.begin(moment.step() - 1);
    traffic.clear();
    record.clear();
    close();
    observe();
  }
}
