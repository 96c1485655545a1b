package powergrid.engine.world;

import powergrid.api.device.Settlement;

/** A device's book for a step. */
final class Booking implements Settlement {
  private final DeviceTerminal terminal;
  private final double hours;
  private double cost;
  private double violation;
  private double curtailedMwh;

  Booking(DeviceTerminal terminal, double hours) {
    this.terminal = terminal;
    this.hours = hours;
  }

  void open() {
    cost = 0;
    violation = 0;
    curtailedMwh = 0;
  }

  double booked() {
    return cost;
  }

  double violated() {
    return violation;
  }

  double unusedMwh() {
    return curtailedMwh;
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
  public boolean blackout() {
    return terminal.feeder().blackout();
  }

  @Override
  public void cost(double usd) {
    cost += checked(usd, "cost");
  }

  @Override
  public void violation(double severity) {
    violation += checked(severity, "violation");
  }

  @Override
  public void curtailed(double mwh) {
    curtailedMwh += checked(mwh, "curtailed energy");
  }

  private static double checked(double value, String what) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("books " + what + " of " + value);
    }
    return value;
  }
}
