package powergrid.api.protocol;

import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Self;

/** The flexibility of all children together, by what they reported. */
final class Aggregate {
  private Aggregate() {}

  static void of(Self parent, Flexibility out) {
    double least = 0;
    double greatest = 0;
    double sell = Double.POSITIVE_INFINITY;
    double sellLast = Double.NEGATIVE_INFINITY;
    double buy = Double.NEGATIVE_INFINITY;
    double buyLast = Double.POSITIVE_INFINITY;
    for (int k = 0; k < parent.children(); k++) {
      Report report = parent.latest(Report.class, parent.child(k));
      if (report == null) {
        continue;
      }
      least += report.minMw();
      greatest += report.maxMw();
      if (report.maxMw() > 0) {
        double first = Math.max(0, report.minMw());
        sell = Math.min(sell, report.sell() + 2 * report.curve() * first);
        sellLast = Math.max(sellLast, report.sell() + 2 * report.curve() * report.maxMw());
      }
      if (report.minMw() < 0) {
        double first = Math.min(0, report.maxMw());
        buy = Math.max(buy, report.buy() + 2 * report.curve() * first);
        buyLast = Math.min(buyLast, report.buy() + 2 * report.curve() * report.minMw());
      }
    }
    boolean injects = sellLast >= sell;
    boolean consumes = buy >= buyLast;
    double curve =
        injects && greatest > 0
            ? (sellLast - sell) / (2 * greatest)
            : consumes && least < 0 ? (buy - buyLast) / (-2 * least) : 0;
    if (injects && consumes && buy > sell) {
      buy = sell = (buy + sell) / 2; // they would trade among themselves
    }
    out.set(
        least,
        greatest,
        consumes ? buy : injects ? Math.min(0, sell) : 0,
        injects ? sell : consumes ? Math.max(0, buy) : 0,
        curve);
  }
}
