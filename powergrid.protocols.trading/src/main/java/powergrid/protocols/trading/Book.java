package powergrid.protocols.trading;

import java.util.Arrays;

/**
 * Bids and offers of an auction, and the pairs that they make. Participants are numbers, each on
 * one side only; equal prices go in the order in which they were added. Used again and again, so
 * that a step allocates none.
 */
final class Book {
  /** Smaller quantities are a rounding. */
  private static final double LEAST_MW = 1e-9;

  private final Side offers = new Side();
  private final Side bids = new Side();
  private int pairs;

  /** By pair: its place in the offers and in the bids, and how much. */
  private int[] offer = {};

  private int[] bid = {};
  private double[] mw = {};

  void clear() {
    offers.count = 0;
    bids.count = 0;
    pairs = 0;
  }

  void offer(int participant, double power, double price) {
    offers.add(participant, power, price, price);
  }

  void bid(int participant, double power, double price) {
    bids.add(participant, power, price, -price);
  }

  /** Matches the highest bids with the lowest offers; how many pairs they make. */
  int match() {
    int most = offers.count + bids.count;
    if (mw.length < most) {
      offer = new int[most];
      bid = new int[most];
      mw = new double[most];
    }
    int i = 0;
    int k = 0;
    while (i < offers.count && k < bids.count && bids.price[k] >= offers.price[i]) {
      double power = Math.min(offers.left[i], bids.left[k]);
      offer[pairs] = i;
      bid[pairs] = k;
      mw[pairs++] = power;
      i += offers.take(i, power) ? 1 : 0;
      k += bids.take(k, power) ? 1 : 0;
    }
    return pairs;
  }

  int seller(int pair) {
    return offers.who[offer[pair]];
  }

  int buyer(int pair) {
    return bids.who[bid[pair]];
  }

  double mw(int pair) {
    return mw[pair];
  }

  /** Half way between the bid and the offer of a pair, USD/MWh. */
  double middle(int pair) {
    return (bids.price[bid[pair]] + offers.price[offer[pair]]) / 2;
  }

  /** One price for all: half way between the last bid and the last offer that are matched. */
  double uniform() {
    return pairs == 0 ? 0 : middle(pairs - 1);
  }

  /** Orders on one side, the best first. */
  private static final class Side {
    private int count;
    private int[] who = {};
    private double[] left = {};
    private double[] price = {};
    private double[] rank = {};

    void add(int participant, double power, double at, double key) {
      if (power < LEAST_MW) {
        return;
      }
      if (count == who.length) {
        grow(2 * count + 8);
      }
      int i = count++;
      while (i > 0 && rank[i - 1] > key) {
        who[i] = who[i - 1];
        left[i] = left[i - 1];
        price[i] = price[i - 1];
        rank[i] = rank[i - 1];
        i--;
      }
      who[i] = participant;
      left[i] = power;
      price[i] = at;
      rank[i] = key;
    }

    private void grow(int orders) {
      who = Arrays.copyOf(who, orders);
      left = Arrays.copyOf(left, orders);
      price = Arrays.copyOf(price, orders);
      rank = Arrays.copyOf(rank, orders);
    }

    /** Whether nothing is left of an order. */
    boolean take(int i, double power) {
      left[i] -= power;
      return left[i] < LEAST_MW;
    }
  }
}
