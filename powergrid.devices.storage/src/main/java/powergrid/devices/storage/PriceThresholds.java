package powergrid.devices.storage;

import java.util.Arrays;
import powergrid.api.dataset.Series;

/**
 * The prices below which a battery buys and above which it sells, from the prices known ahead.
 *
 * <p>One price is read for every hour ahead, as day-ahead markets have them. With the hours sorted
 * by price, n the hours of full power that empty the battery and m those that sell what an hour of
 * charging brings, which is its round-trip efficiency where it charges and discharges at the same
 * power, j cheap hours are worth buying in as long as there is room for them and the j-th cheapest
 * pays for wear and losses when it is sold in the (n + j m)-th dearest. At the prices of those two
 * hours it runs at full power; the thresholds are one spread of the response before them. What is
 * left at the end of the known prices counts nothing.
 *
 * <p>The arrays are work space. The order in which the last look ahead found the blocks only says
 * where sorting starts: from one step to the next it changes little, and sorting what is nearly
 * sorted costs little. No result depends on it.
 */
final class PriceThresholds {
  private final double roundTrip;

  /** Hours at full power that sell what an hour at full power bought. */
  private final double hoursToSell;

  private final double wearOfCycle;
  private final double spread;
  private final double[] ahead;
  private final double[] sorted;
  private final int[] order;
  private double buy;
  private double sell;

  /**
   * Thresholds of a battery.
   *
   * @param settings of it
   * @param chargeMw greatest charging power
   * @param dischargeMw greatest discharging power
   */
  PriceThresholds(StorageSettings settings, double chargeMw, double dischargeMw) {
    roundTrip = settings.roundTripEfficiency();
    hoursToSell = roundTrip * chargeMw / dischargeMw;
    wearOfCycle = settings.wearCost() * (1 + roundTrip);
    spread = settings.responseSpread();
    int most = settings.lookAheadHours();
    ahead = new double[most];
    sorted = new double[most];
    order = new int[most];
    for (int block = 0; block < most; block++) {
      order[block] = block;
    }
  }

  /**
   * Computes the thresholds.
   *
   * @param price known ahead
   * @param hours length of a step
   * @param hoursToEmpty at full power
   * @param hoursToFill at full power
   * @return false if no price is known
   */
  boolean find(Series price, double hours, double hoursToEmpty, double hoursToFill) {
    int stride = (int) Math.ceil(1 / hours - 1e-9);
    double blockHours = stride * hours;
    int blocks = sortPrices(price, stride, (int) (sorted.length / blockHours));
    if (blocks == 0) {
      return false;
    }
    double toEmpty = hoursToEmpty / blockHours;
    int room = (int) Math.ceil(hoursToFill / blockHours);
    int bought = 0;
    while (bought < room && worthBuying(bought + 1, toEmpty, blocks)) {
      bought++;
    }
    int sold = Math.min(blocks, (int) Math.ceil(toEmpty + bought * hoursToSell));
    double sellPrice = sorted[blocks - Math.max(1, sold)];
    if (bought > 0) {
      double buyPrice = sorted[bought - 1];
      buy = Math.min(buyPrice + spread, worth(sellPrice));
      sell = Math.max(sellPrice - spread, (buyPrice + wearOfCycle) / roundTrip);
    } else {
      int resale = blocks - (int) Math.ceil(toEmpty + hoursToSell);
      buy = worth(resale >= 0 ? sorted[resale] : 0);
      sell = sellPrice - spread;
    }
    if (buy > sell) {
      buy = sell = (buy + sell) / 2;
    }
    return true;
  }

  double buy() {
    return buy;
  }

  double sell() {
    return sell;
  }

  private boolean worthBuying(int cheapest, double toEmpty, int blocks) {
    int dearest = blocks - (int) Math.ceil(toEmpty + cheapest * hoursToSell);
    return dearest >= cheapest && worth(sorted[dearest]) >= sorted[cheapest - 1];
  }

  /** What may be paid for a MWh that is later sold at a price. */
  private double worth(double resale) {
    return roundTrip * resale - wearOfCycle;
  }

  private int sortPrices(Series price, int stride, int most) {
    int blocks = 0;
    while (blocks < most) {
      double value = price.ahead(blocks * stride);
      if (Double.isNaN(value)) {
        break;
      }
      ahead[blocks++] = value;
    }
    Arrays.fill(ahead, blocks, ahead.length, Double.POSITIVE_INFINITY);
    for (int n = 0; n < order.length; n++) {
      int block = order[n];
      double value = ahead[block];
      int i = n;
      while (i > 0 && sorted[i - 1] > value) {
        sorted[i] = sorted[i - 1];
        order[i] = order[i - 1];
        i--;
      }
      sorted[i] = value;
      order[i] = block;
    }
    return blocks;
  }
}
