package powergrid.protocols.vertical;

import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Self;
import powergrid.api.protocol.Report;

/** The price at which the bids of children come to a power, as the package describes it. */
final class Clearing {
  /** Half the width of the band of prices that count as one, USD/MWh. */
  private static final double BAND = 1e-9;

  private Clearing() {}

  /** What all who have bid answer to a price together, MW injected. */
  static double answerMw(Self parent, double price) {
    double total = 0;
    for (int k = 0; k < parent.children(); k++) {
      Report bid = parent.latest(Report.class, parent.child(k));
      if (bid != null) {
        total +=
            Flexibility.respond(
                price, bid.minMw(), bid.maxMw(), bid.buy(), bid.sell(), bid.curve());
      }
    }
    return total;
  }

  /** Whether any child has bid. */
  static boolean bid(Self parent) {
    for (int k = 0; k < parent.children(); k++) {
      if (parent.latest(Report.class, parent.child(k)) != null) {
        return true;
      }
    }
    return false;
  }

  /**
   * The lowest price at which the bids reach a power.
   *
   * @param low least price
   * @param high greatest price, which it is where they do not reach it
   */
  static double price(Self parent, double pMw, double low, double high) {
    double below = low;
    double above = high;
    if (answerMw(parent, low) >= pMw) {
      return low;
    }
    while (above - below > BAND) {
      double middle = below + (above - below) / 2;
      if (answerMw(parent, middle) < pMw) {
        below = middle;
      } else {
        above = middle;
      }
    }
    return above;
  }

  /**
   * Where between their answers just below a price and just above it children have to be for a
   * power, or as near to it as they come.
   *
   * @return above 0, at most 1
   */
  static double share(Self parent, double pMw, double price) {
    double least = answerMw(parent, price - BAND);
    double greatest = answerMw(parent, price + BAND);
    double share = greatest > least ? (pMw - least) / (greatest - least) : 1;
    return Math.max(Double.MIN_NORMAL, Math.min(1, share));
  }

  /** A child's answer to a price and a share. */
  static double respond(Flexibility own, double price, double share) {
    if (share == 0) {
      return own.respond(price);
    }
    return (1 - share) * own.respond(price - BAND) + share * own.respond(price + BAND);
  }
}
