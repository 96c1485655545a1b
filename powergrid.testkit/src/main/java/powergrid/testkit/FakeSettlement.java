package powergrid.testkit;

import powergrid.api.device.Settlement;

/** What flowed in a step, as a test has it, and what the device booked. */
public final class FakeSettlement implements Settlement {
  private double hours;
  private double pMw;
  private double qMvar;
  private double voltagePu = 1;
  private boolean blackout;
  private double costUsd;
  private double severity;
  private double curtailedMwh;

  FakeSettlement() {}

  void clear() {
    begin(hours, 0, 0);
  }

  void begin(double length, double injectedMw, double injectedMvar) {
    hours = length;
    pMw = injectedMw;
    qMvar = injectedMvar;
    voltagePu = 1;
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

  /** Adds what follows the voltage, unless there is none. */
  void follow(double followedMw, double followedMvar) {
    if (!blackout) {
      power(pMw + followedMw, qMvar + followedMvar);
    }
  }

  /**
   * Has another voltage at the terminal.
   *
   * @param pu mean magnitude
   * @return this
   */
  public FakeSettlement voltage(double pu) {
    voltagePu = pu;
    return this;
  }

  /**
   * Has a blackout: nothing flows.
   *
   * @return this
   */
  public FakeSettlement black() {
    blackout = true;
    voltagePu = 0;
    return power(0, 0);
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
    return voltagePu;
  }

  @Override
  public boolean blackout() {
    return blackout;
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
