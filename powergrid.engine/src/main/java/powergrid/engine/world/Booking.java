package powergrid.engine.world;

import powergrid.api.device.Settlement;

/** A device's book for a step. */
final class Booking implements Settlement {
  private final DeviceTerminal terminal;
  private final double hours;
  private final Ledger ledger;
  private final int grid;
  private double cost;
  private double revenue;
  private double violation;
  private double curtailedMwh;
  private boolean curtails;
  private double billed;

  /**
   * A book.
   *
   * @param grid index of the agent whose contracts the device settles
   */
  Booking(DeviceTerminal terminal, double hours, Ledger ledger, int grid) {
    this.terminal = terminal;
    this.hours = hours;
    this.ledger = ledger;
    this.grid = grid;
  }

  void open() {
    cost = 0;
    revenue = 0;
    violation = 0;
    curtailedMwh = 0;
    curtails = false;
    billed = 0;
  }

  /** What was booked as paid to who supplies the microgrid. */
  double billed() {
    return billed;
  }

  double booked() {
    return cost;
  }

  /** What was booked with a negative sign. */
  double earned() {
    return revenue;
  }

  double violated() {
    return violation;
  }

  double unusedMwh() {
    return curtailedMwh;
  }

  /** What it injected and what it did not use, where it books the latter. */
  double availableMwh() {
    return curtails ? curtailedMwh + Math.max(0, pMw()) * hours : 0;
  }

  @Override
  public double hours() {
    return hours;
  }

  @Override
  public double pMw() {
    return terminal.realisedMw();
  }

  @Override
  public double qMvar() {
    return terminal.realisedMvar();
  }

  @Override
  public double voltagePu() {
    return terminal.realisedVoltagePu();
  }

  @Override
  public double pMw(int phase) {
    return terminal.realisedMw(phase);
  }

  @Override
  public double qMvar(int phase) {
    return terminal.realisedMvar(phase);
  }

  @Override
  public double voltagePu(int phase) {
    return terminal.realisedVoltagePu(phase);
  }

  @Override
  public boolean formedGrid() {
    return terminal.forms();
  }

  @Override
  public boolean blackout() {
    return terminal.feeder().blackout();
  }

  @Override
  public double contractedMw() {
    return ledger.meteredMw(grid);
  }

  @Override
  public void bill(double usd) {
    cost(usd);
    billed += usd;
  }

  @Override
  public void cost(double usd) {
    cost += checked(usd, "cost");
    revenue -= Math.min(0, usd);
  }

  @Override
  public void violation(double severity) {
    violation += checked(severity, "violation");
  }

  @Override
  public void curtailed(double mwh) {
    curtailedMwh += checked(mwh, "curtailed energy");
    curtails = true;
  }

  private static double checked(double value, String what) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("books " + what + " of " + value);
    }
    return value;
  }
}
