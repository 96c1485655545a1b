package powergrid.policies;

import powergrid.api.protocol.Report;
import powergrid.api.space.Axis;

/**
 * How an operator runs a battery gently. It empties at its share of power in as many of the dearest
 * hours ahead as its energy lasts. It fills over all hours before the next dear one whose price is
 * low enough to pay for losses and wear, the more the lower the price. Peaks are shaved and valleys
 * filled over many hours instead of with full power in few: less current, so less loss and a
 * steadier voltage, for a little less profit.
 *
 * <p>Where prices are not known ahead, or its energy is not, it uses its share of power beyond the
 * prices that it reported.
 */
final class Battery {
  private final Rule rule;

  Battery(Rule rule) {
    this.rule = rule;
  }

  /**
   * The power it should have.
   *
   * @param axis whose bounds are its power
   * @param report of this step
   * @param price of this step, USD/MWh
   * @param outlook on the prices ahead
   * @param energyMwh it could deliver; NaN where that is not known
   * @param fullMwh it could deliver when full
   * @return MW injected
   */
  double power(
      Axis axis, Report report, double price, Outlook outlook, double energyMwh, double fullMwh) {
    double most = rule.batteryShare() * axis.high();
    double least = rule.batteryShare() * axis.low();
    if (outlook.hours() < 2 || Double.isNaN(energyMwh) || most <= 0) {
      return price > report.sell() ? most : price < report.buy() ? least : 0;
    }
    double dearest = outlook.reachedBy(lasts(energyMwh, most));
    if (price >= dearest && energyMwh > 0) {
      return most;
    }
    double dear = outlook.reachedBy(lasts(fullMwh, most));
    double cheap = (1 - rule.margin()) * dear;
    if (price >= cheap || !outlook.comes(dear)) {
      return 0;
    }
    double share = (cheap - price) / outlook.depthBefore(dear, cheap);
    return Math.max(least, (energyMwh - fullMwh) * share);
  }

  /** How many hours an energy lasts at a power, at least one. */
  private static int lasts(double energyMwh, double powerMw) {
    return Math.max(1, (int) Math.rint(energyMwh / powerMw));
  }
}
