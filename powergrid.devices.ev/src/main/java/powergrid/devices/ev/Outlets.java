package powergrid.devices.ev;

import java.util.stream.IntStream;
import powergrid.api.agent.Variables;
import powergrid.api.agent.Visibility;
import powergrid.api.device.DeviceContext;

/**
 * The outlets with the vehicles at them: what they can take in a step, and how a power is shared
 * among them. Arrays but those of declared variables are work space and outlive no call.
 */
final class Outlets {
  private final int size;
  private final double maxMw;
  private final double batteryMwh;
  private final double chargeEfficiency;
  private final double dischargeEfficiency;
  private final double chargeMwhPerHour;
  private final double hoursPerMwh;
  private final boolean bidirectional;
  private final Variables.Real[] need;
  private final Variables.Real[] left;

  private final double[] most;
  private final double[] must;
  private final double[] least;
  private final double[] floor;
  private final double[] share;
  private final double[] laxity;
  private final int[] order;
  private double mostMw;
  private double mustMw;
  private double leastMw;

  Outlets(EvSettings settings, DeviceContext context) {
    size = settings.chargers();
    maxMw = settings.chargerMaxMw();
    batteryMwh = settings.batteryMwh();
    chargeEfficiency = settings.chargeEfficiency();
    dischargeEfficiency = settings.dischargeEfficiency();
    chargeMwhPerHour = chargeEfficiency * maxMw;
    hoursPerMwh = 1 / chargeMwhPerHour;
    bidirectional = settings.bidirectional();
    need = new Variables.Real[size];
    left = new Variables.Real[size];
    for (int k = 0; k < size; k++) {
      Variables outlet = context.feature("outlet" + (k + 1));
      need[k] = outlet.real("needMwh", "MWh", 0, batteryMwh, 0, Visibility.HIDDEN);
      left[k] = outlet.real("hoursLeft", "h", 0, settings.dwellMaxHours(), 0, Visibility.HIDDEN);
    }
    most = new double[size];
    must = new double[size];
    least = new double[size];
    floor = new double[size];
    share = new double[size];
    laxity = new double[size];
    order = IntStream.range(0, size).toArray();
  }

  boolean isFree(int k) {
    return left[k].get() == 0;
  }

  double needMwh(int k) {
    return need[k].get();
  }

  /** Hours for which a vehicle could still wait and then charge at full power. */
  double laxity(int k) {
    return left[k].get() - need[k].get() * hoursPerMwh;
  }

  /**
   * Puts a vehicle at an outlet.
   *
   * @return what it needs, no more than can be charged while it is there, MWh
   */
  double plug(int k, double needed, double hours) {
    need[k].set(Math.min(needed, chargeMwhPerHour * hours));
    left[k].set(hours);
    return need[k].get();
  }

  /** Lets a vehicle go, and tells what it goes without, MWh. */
  double unplug(int k) {
    double unmet = need[k].get();
    need[k].set(0);
    left[k].set(0);
    return unmet;
  }

  /** Lets some time go by, and tells whether the vehicle departs. */
  boolean departs(int k, double hours, double rounding) {
    left[k].add(-hours);
    return left[k].get() <= rounding;
  }

  /** The most that all can take in the step that was looked at last, MW. */
  double mostMw() {
    return mostMw;
  }

  /** The least that all can take, below 0 where they can give, MW. */
  double leastMw() {
    return leastMw;
  }

  /** Finds what every outlet can take in a step. */
  void look(double hours) {
    double toCharge = 1 / (chargeEfficiency * hours);
    double toGive = dischargeEfficiency / hours;
    mostMw = mustMw = leastMw = 0;
    for (int k = 0; k < size; k++) {
      double stays = left[k].get();
      if (stays == 0) {
        most[k] = must[k] = least[k] = floor[k] = 0;
        continue;
      }
      double needed = need[k].get();
      double power = stays < hours ? maxMw * stays / hours : maxMw;
      double urgent = needed - chargeMwhPerHour * Math.max(0, stays - hours);
      most[k] = Math.min(power, needed * toCharge);
      must[k] = urgent > 0 ? Math.min(most[k], urgent * toCharge) : 0;
      floor[k] = bidirectional ? 0 - Math.min(power, (batteryMwh - needed) * toGive) : 0;
      least[k] = urgent > 0 ? must[k] : Math.max(floor[k], urgent * toGive);
      mostMw += most[k];
      mustMw += must[k];
      leastMw += least[k];
    }
    // a sum of equal parts can exceed their multiple by rounding
    mostMw = Math.min(mostMw, size * maxMw);
    leastMw = Math.max(-size * maxMw, Math.min(mostMw, leastMw));
  }

  /** Shares a power among the outlets that were looked at, in MW; {@link #taken} has the parts. */
  void share(double power) {
    if (power >= mostMw) {
      System.arraycopy(most, 0, share, 0, size);
      return;
    }
    System.arraycopy(must, 0, share, 0, size);
    sortByLaxity();
    double rest = power - mustMw;
    if (rest > 0) {
      for (int i = 0; i < size && rest > 0; i++) {
        rest -= move(order[i], Math.min(rest, most[order[i]] - share[order[i]]));
      }
    } else {
      rest = lower(rest, least);
      lower(rest, floor);
    }
  }

  /** Takes from the vehicles of greatest laxity first, and tells what is still to be taken. */
  private double lower(double toTake, double[] limit) {
    double rest = toTake;
    for (int i = size - 1; i >= 0 && rest < 0; i--) {
      rest -= move(order[i], Math.max(rest, limit[order[i]] - share[order[i]]));
    }
    return rest;
  }

  private double move(int k, double change) {
    share[k] += change;
    return change;
  }

  /**
   * Sorts the outlets by laxity, equal ones by number. Starting from the order found last makes it
   * fast, since vehicles seldom overtake each other, and changes nothing else.
   */
  private void sortByLaxity() {
    for (int k = 0; k < size; k++) {
      laxity[k] = laxity(k);
    }
    for (int n = 1; n < size; n++) {
      int k = order[n];
      int i = n;
      while (i > 0 && goesBefore(k, order[i - 1])) {
        order[i] = order[i - 1];
        i--;
      }
      order[i] = k;
    }
  }

  private boolean goesBefore(int k, int other) {
    return laxity[k] < laxity[other] || (laxity[k] == laxity[other] && k < other);
  }

  /** What an outlet takes of the power that was shared, MW; below 0 where it gives back. */
  double taken(int k) {
    return share[k];
  }

  /**
   * Charges a vehicle with what its outlet takes, or discharges it.
   *
   * @return what went into the battery, MWh
   */
  double charge(int k, double hours) {
    double into =
        share[k] >= 0
            ? share[k] * hours * chargeEfficiency
            : share[k] * hours / dischargeEfficiency;
    need[k].add(-into);
    return into;
  }
}
