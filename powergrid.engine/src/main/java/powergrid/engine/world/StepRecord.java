package powergrid.engine.world;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Variables;
import powergrid.api.environment.Contract;
import powergrid.api.environment.FeederView;
import powergrid.api.environment.StepView;
import powergrid.api.space.Space;

/**
 * What happened in a step. Once {@linkplain #release released} it holds numbers and api types only,
 * so that it may outlive the plug-ins that made them.
 */
public final class StepRecord implements StepView {
  private final List<AgentFace> agents;
  private final List<FeederRecord> feeders;
  private final List<String> seriesNames;
  private final double[] series;
  private final Variables[] states;
  private final Space[] measuredSpaces;
  private final double[][] measured;
  private final double hours;
  final double[] cost;
  final double[] violation;
  final double[] netMw;
  final double[] curtailedMwh;
  final double[] availableMwh;
  final double[] tieMw;
  final double[] requestedMw;
  final double[] overrideMw;
  final double[] clamped;
  final Flexibility[] offered;
  private final Ledger ledger;
  private LocalDateTime start;
  private int step;
  private int rounds;
  private boolean agreed;
  private long messages;
  private long bytes;
  private long lost;

  StepRecord(
      List<AgentFace> agents,
      List<FeederRecord> feeders,
      List<String> seriesNames,
      double[] series,
      Variables[] states,
      Space[] measuredSpaces,
      double[][] measured,
      Ledger ledger,
      double hours) {
    this.agents = List.copyOf(agents);
    this.feeders = List.copyOf(feeders);
    this.seriesNames = List.copyOf(seriesNames);
    this.series = series;
    this.states = states;
    this.measuredSpaces = measuredSpaces;
    this.measured = measured;
    this.hours = hours;
    this.ledger = ledger;
    cost = new double[agents.size()];
    violation = new double[agents.size()];
    netMw = new double[agents.size()];
    curtailedMwh = new double[agents.size()];
    availableMwh = new double[agents.size()];
    tieMw = new double[agents.size()];
    requestedMw = new double[agents.size()];
    overrideMw = new double[agents.size()];
    clamped = new double[agents.size()];
    offered = new Flexibility[agents.size()];
  }

  /** Forgets what was booked: a new step begins, or one was not finished. */
  public void clear() {
    Arrays.fill(cost, 0);
    Arrays.fill(violation, 0);
    Arrays.fill(netMw, 0);
    Arrays.fill(curtailedMwh, 0);
    Arrays.fill(availableMwh, 0);
    Arrays.fill(tieMw, Double.NaN);
    Arrays.fill(requestedMw, Double.NaN);
    Arrays.fill(overrideMw, 0);
    Arrays.fill(clamped, 0);
    Arrays.fill(offered, null);
    ledger.clear();
    rounds = 0;
    agreed = true;
    messages = 0;
    bytes = 0;
    lost = 0;
  }

  /** Lets go of the plug-ins that it has numbers from; they stay as they are. */
  public void release() {
    for (FeederRecord feeder : feeders) {
      feeder.release();
    }
  }

  /** Adds the exchange of one protocol. */
  void exchanged(int taken, boolean ended) {
    rounds += taken;
    agreed &= ended;
  }

  void start(LocalDateTime when) {
    start = when;
  }

  void step(int taken) {
    step = taken;
  }

  void sent(Traffic traffic) {
    messages = traffic.messages();
    bytes = traffic.bytes();
    lost = traffic.lost();
  }

  @Override
  public List<? extends Agent> agents() {
    return agents;
  }

  @Override
  public LocalDateTime start() {
    return start;
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
    return cost[agent];
  }

  @Override
  public double violation(int agent) {
    return violation[agent];
  }

  @Override
  public double netMw(int agent) {
    return netMw[agent];
  }

  @Override
  public double curtailedMwh(int agent) {
    return curtailedMwh[agent];
  }

  @Override
  public double availableMwh(int agent) {
    return availableMwh[agent];
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
    Variables state = states[agent];
    if (state == null) {
      return Double.NaN;
    }
    int i = state.space().indexOf(name);
    if (i >= 0) {
      return state.values()[i];
    }
    int m = measuredSpaces[agent].indexOf(name);
    return m < 0 ? Double.NaN : measured[agent][m];
  }

  @Override
  public double series(String name) {
    int i = seriesNames.indexOf(name);
    return i < 0 ? Double.NaN : series[i];
  }

  @Override
  public List<? extends FeederView> feeders() {
    return feeders;
  }

  @Override
  public double contractedMw(int agent) {
    return ledger.soldMw(agent);
  }

  @Override
  public List<Contract> contracts() {
    return ledger.contracts();
  }

  @Override
  public Flexibility offered(int agent) {
    return offered[agent];
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
