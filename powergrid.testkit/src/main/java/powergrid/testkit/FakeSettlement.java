package powergrid.testkit;

import powergrid.api.device.Settlement;
import powergrid.api.network.Connection;
import powergrid.api.network.Phases;

/** What flowed in a step, as a test has it, and what the device booked. */
public final class FakeSettlement implements Settlement {
  private double hours;
  private double pMw;
  private double qMvar;
  private final double[] voltagePu = {1, 1, 1};
  private Phases phases = Phases.ABC;
  private Connection connection = Connection.WYE;
  private boolean formedGrid;
  private boolean settled;
  private boolean blackout;
  private double costUsd;
  private double billedUsd;
  private double contractedMw;
  private double severity;
  private double curtailedMwh;

  FakeSettlement() {}

  void clear() {
    begin(hours, 0, 0, phases, connection);
  }

  void begin(double length, double injectedMw, double injectedMvar, Phases on, Connection by) {
    hours = length;
    pMw = injectedMw;
    qMvar = injectedMvar;
    phases = on;
    connection = by;
    voltage(1);
    formedGrid = false;
    settled = false;
    blackout = false;
    costUsd = 0;
    severity = 0;
    curtailedMwh = 0;
  }

  /**
   * Has another power flow.
   *
   * @param realisedMw MW
   * @param realisedMvar MVAr
   * @return this
   */
  public FakeSettlement power(double realisedMw, double realisedMvar) {
    pMw = realisedMw;
    qMvar = realisedMvar;
    return this;
  }

  /**
   * Has the same flow as in another step, whatever the device injects or makes of its voltage.
   *
   * @param other what flowed there
   * @return this
   */
  public FakeSettlement sameAs(FakeSettlement other) {
    settled = true;
    formedGrid = other.formedGrid;
    blackout = other.blackout;
    voltage(other.voltagePu[0], other.voltagePu[1], other.voltagePu[2]);
    return power(other.pMw, other.qMvar);
  }

  /** Whether what follows the voltage is still to be added. */
  boolean follows() {
    return !(blackout || formedGrid || settled);
  }

  /**
   * Has another voltage at the terminal.
   *
   * @param pu mean magnitude
   * @return this
   */
  public FakeSettlement voltage(double pu) {
    return voltage(pu, pu, pu);
  }

  /**
   * Has other voltages at the terminal.
   *
   * @param first of phase a, or a–b
   * @param second of phase b, or b–c
   * @param third of phase c, or c–a
   * @return this
   */
  public FakeSettlement voltage(double first, double second, double third) {
    voltagePu[0] = first;
    voltagePu[1] = second;
    voltagePu[2] = third;
    return this;
  }

  /**
   * Has the device form its island's voltage, and so supply what the island takes.
   *
   * @param islandMw MW
   * @param islandMvar MVAr
   * @return this
   */
  public FakeSettlement form(double islandMw, double islandMvar) {
    formedGrid = true;
    return power(islandMw, islandMvar);
  }

  /**
   * Has a blackout: nothing flows.
   *
   * @return this
   */
  public FakeSettlement black() {
    blackout = true;
    return voltage(0).power(0, 0);
  }

  /**
   * The cost booked.
   *
   * @return USD
   */
  public double costUsd() {
    return costUsd;
  }

  /**
   * The violations booked.
   *
   * @return per unit × hours
   */
  public double severity() {
    return severity;
  }

  /**
   * The unused energy booked.
   *
   * @return MWh
   */
  public double curtailedMwh() {
    return curtailedMwh;
  }

  @Override
  public double hours() {
    return hours;
  }

  @Override
  public double pMw() {
    return pMw;
  }

  @Override
  public double qMvar() {
    return qMvar;
  }

  @Override
  public double voltagePu() {
    double sum = 0;
    for (int phase = 0; phase < 3; phase++) {
      sum += voltagePu(phase);
    }
    return sum / branches();
  }

  @Override
  public double pMw(int phase) {
    return connected(phase) ? pMw / branches() : 0;
  }

  @Override
  public double qMvar(int phase) {
    return connected(phase) ? qMvar / branches() : 0;
  }

  @Override
  public double voltagePu(int phase) {
    return connected(phase) ? voltagePu[phase] : 0;
  }

  /** How many phases or pairs it is connected to. */
  private int branches() {
    return connection == Connection.DELTA && phases.count() == 2 ? 1 : phases.count();
  }

  private boolean connected(int phase) {
    return phases.has(phase) && (connection == Connection.WYE || phases.has((phase + 1) % 3));
  }

  @Override
  public boolean formedGrid() {
    return formedGrid;
  }

  @Override
  public boolean blackout() {
    return blackout;
  }

  /**
   * Sets what the device's microgrid has contracted.
   *
   * @param mw sold minus bought
   * @return this
   */
  public FakeSettlement contracted(double mw) {
    contractedMw = mw;
    return this;
  }

  /**
   * What was booked as paid to who supplies the microgrid.
   *
   * @return USD, part of what was booked as cost
   */
  public double billedUsd() {
    return billedUsd;
  }

  @Override
  public double contractedMw() {
    return contractedMw;
  }

  @Override
  public void bill(double usd) {
    cost(usd);
    billedUsd += usd;
  }

  @Override
  public void cost(double usd) {
    costUsd += finite(usd);
  }

  @Override
  public void violation(double ofLimit) {
    severity += finite(ofLimit);
  }

  @Override
  public void curtailed(double mwh) {
    curtailedMwh += finite(mwh);
  }

  private static double finite(double value) {
    if (!Double.isFinite(value)) {
      throw new AssertionError("books " + value);
    }
    return value;
  }
}
