package powergrid.protocols.trading;

import java.util.Arrays;

/**
 * Bids and offers of an auction, and the pairs that they make. Participants are numbers, each on
 * one side only; equal prices go in the order in which they were added.
 */
final class Book {
  /**
   * Who trades with whom.
   *
   * @param seller that offers
   * @param buyer that bids
   * @param mw power
   * @param offer price, USD/MWh
   * @param bid price, USD/MWh, not below the offer
   */
  record Pair(int seller, int buyer, double mw, double offer, double bid) {
    /** Half way between bid and offer. */
    double middle() {
      return (bid + offer) / 2;
    }
  }

  private static final double LEAST_MW = 1e-9;

  private final Side offers;
  private final Side bids;

  /** A book for so many orders on each side. */
  Book(int orders) {
    offers = new Side(orders);
    bids = new Side(orders);
  }

  void offer(int participant, double mw, double price) {
    offers.add(participant, mw, price, price);
  }

  void bid(int participant, double mw, double price) {
    bids.add(participant, mw, price, -price);
  }

  /** Matches the highest bids with the lowest offers; empties the book as far as it can. */
  Pair[] match() {
    Pair[] pairs = new Pair[offers.count + bids.count];
    int count = 0;
    int i = 0;
    int k = 0;
    while (i < offers.count && k < bids.count && bids.price[k] >= offers.price[i]) {
      double mw = Math.min(offers.mw[i], bids.mw[k]);
      pairs[count++] = new Pair(offers.who[i], bids.who[k], mw, offers.price[i], bids.price[k]);
      i += offers.take(i, mw) ? 1 : 0;
      k += bids.take(k, mw) ? 1 : 0;
    }
    return Arrays.copyOf(pairs, count);
  }

  /** Orders on one side, the best first. */
  private static final class Side {
    private final int[] who;
    private final double[] mw;
    private final double[] price;
    private final double[] rank;
    private int count;

    Side(int orders) {
      who = new int[orders];
      mw = new double[orders];
      price = new double[orders];
      rank = new double[orders];
    }

    void add(int participant, double power, double at, double key) {
      if (power < LEAST_MW) {
        return;
      }
      int i = count++;
      while (i > 0 && rank[i - 1] > key) {
        who[i] = who[i - 1];
        mw[i] = mw[i - 1];
        price[i] = price[i - 1];
        rank[i] = rank[i - 1];
        i--;
      }
      who[i] = participant;
      mw[i] = power;
      price[i] = at;
      rank[i] = key;
    }

    /** Whether nothing is left of an order. */
    boolean take(int i, double power) {
      mw[i] -= power;
      return mw[i] < LEAST_MW;
    }
  }
}
