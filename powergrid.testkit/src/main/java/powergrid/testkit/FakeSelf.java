package powergrid.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Characteristic;
import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Model;
import powergrid.api.agent.Peer;
import powergrid.api.agent.Self;
import powergrid.api.agent.Target;
import powergrid.api.dataset.Known;
import powergrid.api.device.Polyline;
import powergrid.api.environment.Contract;
import powergrid.api.message.Payload;
import powergrid.api.random.RandomStream;

/**
 * An agent's view of itself, for a protocol's or a policy's test: readings and messages are what
 * the test gives, actions, requests and messages sent are there to be looked at.
 */
@SuppressWarnings("EnumOrdinal") // a map would box the numbers, and contracts count allocations
public final class FakeSelf implements Self {
  private final FakeAgent agent;
  private final Map<String, FakeSeries> readings = new HashMap<>();
  private final FakeMailbox heard = new FakeMailbox();
  private final List<Sent> sent = new ArrayList<>();
  private final Flexibility flexibility = new Flexibility();
  private final RandomStream random = new RandomStream(1);
  private final double[] memory;
  private final double[] actions;
  private double hours = 0.25;
  private boolean proposed;
  private final TargetValues requested = new TargetValues();
  private final Map<Characteristic, Polyline> followed = new EnumMap<>(Characteristic.class);

  /** Null while it learns nothing. */
  private Model model;

  private final Map<String, Double> globals = new HashMap<>();
  private double[][] contracts = new double[0][];
  private int contracted;
  private Set<Target> realised = Set.of(Target.POWER);
  private boolean admissible = true;
  private final TargetValues intended = new TargetValues();
  private List<FakeAgent> neighbours = List.of();
  private int round;
  private boolean settled;

  /**
   * A message sent.
   *
   * @param to whom
   * @param payload what
   */
  public record Sent(Agent to, Payload payload) {}

  /**
   * A view.
   *
   * @param agent whose
   * @param memory how many numbers its protocol remembers
   */
  public FakeSelf(FakeAgent agent, int memory) {
    this.agent = agent;
    this.memory = new double[memory];
    actions = new double[agent.actionSpace().size()];
  }

  /**
   * Gives a reading.
   *
   * @param name of it
   * @param known the present value and, where there are more, those of the intervals ahead
   * @return this
   */
  public FakeSelf reading(String name, double... known) {
    readings.put(name, new FakeSeries(name, known.length > 1 ? Known.AHEAD : Known.NOW, known));
    return this;
  }

  /**
   * Gives a reading that is a series.
   *
   * @param given by its own name, at the interval that it is moved to
   * @return this
   */
  public FakeSelf series(FakeSeries given) {
    readings.put(given.column().name(), given);
    return this;
  }

  /**
   * Gives forecasts of a reading that was given.
   *
   * @param name of it
   * @param told of the present interval and those ahead, where they are not known
   * @return this
   */
  public FakeSelf forecast(String name, double... told) {
    series(name).forecasts(told);
    return this;
  }

  /**
   * Delivers a message.
   *
   * @param from the sender, a child or the parent
   * @param payload what it says
   * @return this
   */
  public FakeSelf hear(FakeAgent from, Payload payload) {
    heard.deliver(from, payload);
    return this;
  }

  /**
   * Sets the length of a step; a quarter of an hour otherwise.
   *
   * @param length hours
   * @return this
   */
  public FakeSelf hours(double length) {
    hours = length;
    return this;
  }

  /**
   * Puts an action in place without proposing it, as one that is held.
   *
   * @param i index in the action space
   * @param value of it
   * @return this
   */
  public FakeSelf held(int i, double value) {
    actions[i] = value;
    return this;
  }

  /**
   * Sets the power that the present action stands for.
   *
   * @param pMw MW injected
   * @return this
   */
  public FakeSelf intends(double pMw) {
    return intends(Target.POWER, pMw);
  }

  /**
   * Sets what the present action stands for.
   *
   * @param target what
   * @param value in the target's unit
   * @return this
   */
  public FakeSelf intends(Target target, double value) {
    intended.set(target, value);
    return this;
  }

  /**
   * Gives it peers.
   *
   * @param those whom it can talk with
   * @return this
   */
  public FakeSelf near(FakeAgent... those) {
    neighbours = List.of(those);
    return this;
  }

  /**
   * Moves to a round of an exchange: nothing sent and no vote in it yet.
   *
   * @param present 0 for the first
   * @return this
   */
  public FakeSelf round(int present) {
    round = present;
    settled = false;
    sent.clear();
    return this;
  }

  /**
   * Whether it voted to end the exchange in this round.
   *
   * @return true if it did
   */
  public boolean votedToEnd() {
    return settled;
  }

  /**
   * Begins the next step: nothing proposed, requested or sent.
   *
   * @return this
   */
  public FakeSelf next() {
    proposed = false;
    requested.clear();
    followed.clear();
    contracted = 0;
    sent.clear();
    return this;
  }

  /**
   * Sets what its own vertical protocol realises; power otherwise.
   *
   * @param targets what
   * @return this
   */
  public FakeSelf realising(Target... targets) {
    realised = Set.of(targets);
    return this;
  }

  /**
   * Has it learn.
   *
   * @param learnt what it can tell others of; null for nothing
   * @return this
   */
  public FakeSelf model(Model learnt) {
    model = learnt;
    return this;
  }

  /**
   * Publishes a global value.
   *
   * @param name of it
   * @param value of it
   * @return this
   */
  public FakeSelf global(String name, double value) {
    globals.put(name, value);
    return this;
  }

  /**
   * Sets whether the network can carry what is asked about; it can otherwise.
   *
   * @param value true if it can
   * @return this
   */
  public FakeSelf admits(boolean value) {
    admissible = value;
    return this;
  }

  /**
   * The curve that it was told to follow in this step.
   *
   * @param characteristic which
   * @return null where it was told none
   */
  public Polyline followed(Characteristic characteristic) {
    return followed.get(characteristic);
  }

  /**
   * The contracts that it registered in this step.
   *
   * @return in order
   */
  public List<Contract> contracts() {
    List<Contract> all = new ArrayList<>();
    for (int i = 0; i < contracted; i++) {
      double[] c = contracts[i];
      all.add(new Contract((int) c[0], (int) c[1], c[2], c[3], agent.index(), c[4]));
    }
    return List.copyOf(all);
  }

  /**
   * The messages sent in this step.
   *
   * @return in order
   */
  public List<Sent> sent() {
    return List.copyOf(sent);
  }

  @Override
  public Agent agent() {
    return agent;
  }

  @Override
  public double hours() {
    return hours;
  }

  @Override
  public RandomStream random() {
    return random;
  }

  private FakeSeries series(String name) {
    FakeSeries series = readings.get(name);
    if (series == null) {
      throw new IllegalArgumentException("no reading " + name + "; there are " + readings.keySet());
    }
    return series;
  }

  @Override
  public double read(String name) {
    return series(name).known();
  }

  @Override
  public double ahead(String name, int intervals) {
    return series(name).ahead(intervals);
  }

  @Override
  public double forecast(String name, int intervals) {
    return series(name).forecast(intervals);
  }

  @Override
  public Flexibility flexibility() {
    return flexibility;
  }

  @Override
  public boolean proposed() {
    return proposed;
  }

  @Override
  public double action(int i) {
    return actions[i];
  }

  @Override
  public void action(int i, double value) {
    if (!Double.isFinite(value)) {
      throw new AssertionError(value + " for action " + agent.actionSpace().axis(i).name());
    }
    actions[i] = agent.actionSpace().axis(i).clamp(value);
    proposed = true;
  }

  @Override
  public double intended(Target target) {
    return intended.get(target);
  }

  @Override
  public void request(Target target, double value) {
    if (!Double.isFinite(value)) {
      throw new AssertionError(value + " " + target.unit() + " requested");
    }
    requested.set(target, value);
    proposed = true;
  }

  @Override
  public double requested(Target target) {
    return requested.get(target);
  }

  @Override
  public boolean realises(Target target) {
    return realised.contains(target);
  }

  @Override
  public void follow(Characteristic characteristic, Polyline curve) {
    if (!agent.follows().contains(characteristic)) {
      throw new AssertionError(agent.id() + " follows no " + characteristic);
    }
    followed.put(characteristic, curve);
  }

  @Override
  public double global(String name) {
    return globals.getOrDefault(name, 0.0);
  }

  @Override
  public Peer me() {
    return agent;
  }

  @Override
  public void contract(Peer seller, Peer buyer, double mw, double usdPerMwh, double feeUsdPerMwh) {
    if (!(mw > 0) || !Double.isFinite(mw * usdPerMwh) || !(feeUsdPerMwh >= 0)) {
      throw new AssertionError(
          "a contract of " + mw + " MW at " + usdPerMwh + ", fee " + feeUsdPerMwh);
    }
    if (contracted == contracts.length) {
      contracts = Arrays.copyOf(contracts, contracted + 1);
      contracts[contracted] = new double[5];
    }
    double[] c = contracts[contracted++]; // kept as numbers, so that a step allocates nothing
    c[0] = seller.agent().index();
    c[1] = buyer.agent().index();
    c[2] = mw;
    c[3] = usdPerMwh;
    c[4] = feeUsdPerMwh;
  }

  @Override
  public boolean admissible(Peer seller, Peer buyer, double mw) {
    return admissible;
  }

  @Override
  public Peer parent() {
    return (Peer) agent.parent();
  }

  @Override
  public int children() {
    return agent.children().size();
  }

  @Override
  public Peer child(int k) {
    return (Peer) agent.children().get(k);
  }

  @Override
  public void send(Peer to, Payload payload) {
    boolean related =
        to.agent() == agent.parent()
            || agent.children().contains(to.agent())
            || neighbours.contains(to);
    if (!related) {
      throw new AssertionError(agent.id() + " sends to " + to.agent().id() + ", no relation");
    }
    sent.add(new Sent(to.agent(), payload));
  }

  @Override
  public void sendToChildren(Payload payload) {
    for (Agent child : agent.children()) {
      sent.add(new Sent(child, payload));
    }
  }

  @Override
  public int neighbours() {
    return neighbours.size();
  }

  @Override
  public Peer neighbour(int k) {
    return neighbours.get(k);
  }

  @Override
  public void sendToNeighbours(Payload payload) {
    for (FakeAgent neighbour : neighbours) {
      sent.add(new Sent(neighbour, payload));
    }
  }

  @Override
  public int round() {
    return round;
  }

  @Override
  public void settled() {
    settled = true;
  }

  @Override
  public <P extends Payload> P latest(Class<P> type, Peer from) {
    return heard.latest(type, from.agent());
  }

  @Override
  public Model model() {
    return model;
  }

  @Override
  public double[] memory() {
    return memory;
  }

  /** Takes over what another one remembers, heard, decided and reads. */
  void continueFrom(FakeSelf other, UnaryOperator<Agent> sender, UnaryOperator<Payload> message) {
    System.arraycopy(other.memory, 0, memory, 0, memory.length);
    System.arraycopy(other.actions, 0, actions, 0, actions.length);
    heard.continueFrom(other.heard, sender, message);
    random.state(other.random.state());
    readings.clear();
    readings.putAll(other.readings);
    globals.putAll(other.globals);
    Flexibility f = other.flexibility;
    flexibility.set(f.minMw(), f.maxMw(), f.buy(), f.sell(), f.curve());
    hours = other.hours;
    intended.copy(other.intended);
  }
}
