package powergrid.testkit;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Flexibility;
import powergrid.api.environment.Contract;
import powergrid.api.environment.FeederView;
import powergrid.api.environment.StepView;
import powergrid.api.network.Network;

/** What happened in a step, as the test of a reward or a metric has it. */
public final class FakeStep implements StepView {
  private final List<? extends Agent> agents;
  private final double hours;
  private final double[] cost;
  private final double[] violation;
  private final double[] curtailedMwh;
  private final double[] availableMwh;
  private final double[] netMw;
  private final double[] tieMw;
  private final double[] requestedMw;
  private final double[] overrideMw;
  private final double[] clamped;
  private final Map<String, Double> states = new HashMap<>();
  private final Map<String, Double> series = new HashMap<>();
  private final List<FakeFeeder> feeders = new ArrayList<>();
  private int rounds;
  private boolean agreed = true;
  private final List<Contract> contracts = new ArrayList<>();
  private final Map<Integer, Flexibility> offers = new HashMap<>();
  private long messages;
  private long bytes;
  private long lost;
  private int step;

  /**
   * A step in which nothing happened.
   *
   * @param top of the agents' tree
   * @param hours length of the step
   */
  public FakeStep(FakeAgent top, double hours) {
    agents = top.everybody();
    this.hours = hours;
    cost = new double[agents.size()];
    violation = new double[agents.size()];
    curtailedMwh = new double[agents.size()];
    availableMwh = new double[agents.size()];
    netMw = new double[agents.size()];
    tieMw = new double[agents.size()];
    requestedMw = new double[agents.size()];
    overrideMw = new double[agents.size()];
    clamped = new double[agents.size()];
    Arrays.fill(tieMw, Double.NaN);
    Arrays.fill(requestedMw, Double.NaN);
  }

  /**
   * Sets an agent's books.
   *
   * @param agent whose, without its parent's
   * @param usd cost
   * @param severity of violations
   * @param unusedMwh curtailed
   * @return this
   */
  public FakeStep booked(Agent agent, double usd, double severity, double unusedMwh) {
    cost[agent.index()] = usd;
    violation[agent.index()] = severity;
    curtailedMwh[agent.index()] = unusedMwh;
    return this;
  }

  /**
   * Sets the energy that a device had available.
   *
   * @param agent whose, without its parent's
   * @param mwh used and curtailed
   * @return this
   */
  public FakeStep available(Agent agent, double mwh) {
    availableMwh[agent.index()] = mwh;
    return this;
  }

  /**
   * Sets an agent's realised power.
   *
   * @param agent whose, without its parent's
   * @param mw injected
   * @return this
   */
  public FakeStep realised(Agent agent, double mw) {
    netMw[agent.index()] = mw;
    return this;
  }

  /**
   * Sets what a microgrid takes through its tie.
   *
   * @param agent whose
   * @param mw negative for power fed back
   * @return this
   */
  public FakeStep tie(Agent agent, double mw) {
    tieMw[agent.index()] = mw;
    return this;
  }

  /**
   * Has a power asked of an agent.
   *
   * @param agent of which
   * @param mw injected
   * @param ownMw what its own decision stood for
   * @return this
   */
  public FakeStep requested(Agent agent, double mw, double ownMw) {
    requestedMw[agent.index()] = mw;
    overrideMw[agent.index()] = Math.abs(mw - ownMw);
    return this;
  }

  /**
   * Sets how much of an agent's choice its action space clamped away.
   *
   * @param agent whose
   * @param much a mean over its axes
   * @return this
   */
  public FakeStep clamped(Agent agent, double much) {
    clamped[agent.index()] = much;
    return this;
  }

  /**
   * Sets a state variable.
   *
   * @param agent whose
   * @param name of it
   * @param value of it
   * @return this
   */
  public FakeStep state(Agent agent, String name, double value) {
    states.put(agent.index() + " " + name, value);
    return this;
  }

  /**
   * Sets a series' value.
   *
   * @param name of it
   * @param value of it
   * @return this
   */
  public FakeStep series(String name, double value) {
    series.put(name, value);
    return this;
  }

  /**
   * Sets what was sent.
   *
   * @param count messages
   * @param size bytes
   * @return this
   */
  public FakeStep sent(long count, long size) {
    return sent(count, size, 0);
  }

  /**
   * Sets what was sent.
   *
   * @param count messages
   * @param size bytes
   * @param never how many of them do not arrive
   * @return this
   */
  public FakeStep sent(long count, long size, long never) {
    messages = count;
    bytes = size;
    lost = never;
    return this;
  }

  /**
   * Adds a network, all of its nodes at 1 pu.
   *
   * @param network of the feeder
   * @return to be changed
   */
  public FakeFeeder feeder(Network network) {
    FakeFeeder feeder = new FakeFeeder(network);
    feeders.add(feeder);
    return feeder;
  }

  /**
   * Counts a step.
   *
   * @return this
   */
  public FakeStep taken() {
    step++;
    return this;
  }

  @Override
  public List<? extends Agent> agents() {
    return agents;
  }

  @Override
  public LocalDateTime start() {
    return LocalDateTime.of(2023, 7, 1, 0, 0);
  }

  @Override
  public int step() {
    return step;
  }

  @Override
  public double hours() {
    return hours;
  }

  @Override
  public double cost(int agent) {
    return withChildren(agent, cost);
  }

  @Override
  public double violation(int agent) {
    return withChildren(agent, violation);
  }

  @Override
  public double curtailedMwh(int agent) {
    return withChildren(agent, curtailedMwh);
  }

  private double withChildren(int agent, double[] own) {
    double sum = own[agent];
    for (Agent child : agents.get(agent).children()) {
      sum += withChildren(child.index(), own);
    }
    return sum;
  }

  @Override
  public double availableMwh(int agent) {
    return withChildren(agent, availableMwh);
  }

  @Override
  public double netMw(int agent) {
    return withChildren(agent, netMw);
  }

  @Override
  public double tieMw(int agent) {
    return tieMw[agent];
  }

  @Override
  public double requestedMw(int agent) {
    return requestedMw[agent];
  }

  @Override
  public double overrideMw(int agent) {
    return overrideMw[agent];
  }

  @Override
  public double clamped(int agent) {
    return clamped[agent];
  }

  @Override
  public double state(int agent, String name) {
    return states.getOrDefault(agent + " " + name, Double.NaN);
  }

  @Override
  public double series(String name) {
    return series.getOrDefault(name, Double.NaN);
  }

  @Override
  public List<? extends FeederView> feeders() {
    return feeders;
  }

  /**
   * Sets how peers' exchange went.
   *
   * @param taken rounds
   * @param ended whether they came to an end of themselves
   * @return this
   */
  public FakeStep exchange(int taken, boolean ended) {
    rounds = taken;
    agreed = ended;
    return this;
  }

  /**
   * Adds a contract.
   *
   * @param contract for the step's energy
   * @return this
   */
  public FakeStep contract(Contract contract) {
    contracts.add(contract);
    return this;
  }

  /**
   * Sets what a device offered.
   *
   * @param agent its index
   * @param flexibility in the step
   * @return this
   */
  public FakeStep offers(int agent, Flexibility flexibility) {
    offers.put(agent, flexibility);
    return this;
  }

  @Override
  public double contractedMw(int agent) {
    return contracts.stream()
        .mapToDouble(c -> c.seller() == agent ? c.mw() : c.buyer() == agent ? -c.mw() : 0)
        .sum();
  }

  @Override
  public List<Contract> contracts() {
    return List.copyOf(contracts);
  }

  @Override
  public Flexibility offered(int agent) {
    return offers.get(agent);
  }

  @Override
  public int rounds() {
    return rounds;
  }

  @Override
  public boolean agreed() {
    return agreed;
  }

  @Override
  public long messages() {
    return messages;
  }

  @Override
  public long bytes() {
    return bytes;
  }

  @Override
  public long messagesLost() {
    return lost;
  }
}
