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
import powergrid.api.powerflow.Solution;

/** What happened in a step, as the test of a reward or a metric has it. */
public final class FakeStep implements StepView {
  private final List<? extends Agent> agents;
  private final double hours;
  private final double[] cost;
  private final double[] violation;
  private final double[] curtailedMwh;
  private final Map<String, Double> states = new HashMap<>();
  private final Map<String, Double> series = new HashMap<>();
  private final List<FakeFeeder> feeders = new ArrayList<>();
  private int rounds;
  private boolean agreed = true;
  private final List<Contract> contracts = new ArrayList<>();
  private final Map<Integer, Flexibility> offers = new HashMap<>();
  private long messages;
  private long bytes;
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
    messages = count;
    bytes = size;
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

  /** A network's outcome, as a test has it. */
  public static final class FakeFeeder implements FeederView {
    private final Network network;
    private final Solution solution;
    private boolean blackout;
    private double notServedMwh;
    private int tapMoves;
    private int capacitorMoves;

    private FakeFeeder(Network network) {
      this.network = network;
      solution = new Solution(network);
      Arrays.fill(solution.re(), 1);
    }

    /**
     * Sets a voltage.
     *
     * @param bus of the network
     * @param phase 0 to 2
     * @param pu magnitude
     * @return this
     */
    public FakeFeeder voltage(String bus, int phase, double pu) {
      solution.re()[3 * network.busIndex(bus) + phase] = pu;
      return this;
    }

    /**
     * Sets the totals.
     *
     * @param sourceMw supplied by the sources
     * @param lossesMw lost in branches
     * @return this
     */
    public FakeFeeder power(double sourceMw, double lossesMw) {
      solution.totals(sourceMw, 0, sourceMw - lossesMw, 0, lossesMw, 0);
      return this;
    }

    /**
     * Has a blackout.
     *
     * @param mwh not served
     * @return this
     */
    public FakeFeeder black(double mwh) {
      blackout = true;
      notServedMwh = mwh;
      return this;
    }

    /**
     * Has taps and capacitors move.
     *
     * @param taps steps of single phases
     * @param capacitors how often they switched
     * @return this
     */
    public FakeFeeder moves(int taps, int capacitors) {
      tapMoves = taps;
      capacitorMoves = capacitors;
      return this;
    }

    @Override
    public boolean settled() {
      return true;
    }

    @Override
    public int tapMoves() {
      return tapMoves;
    }

    @Override
    public int capacitorMoves() {
      return capacitorMoves;
    }

    @Override
    public int refusedClosings() {
      return 0;
    }

    @Override
    public Network network() {
      return network;
    }

    @Override
    public Solution solution() {
      return solution;
    }

    @Override
    public boolean blackout() {
      return blackout;
    }

    @Override
    public double notServedMwh() {
      return notServedMwh;
    }
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
  public double netMw(int agent) {
    return 0;
  }

  @Override
  public double clamped(int agent) {
    return 0;
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
}
