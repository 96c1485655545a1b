package powergrid.api.protocol;

import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Self;

/**
 * The flexibility of all children together, by what they reported. Its line meets their merit order
 * at its ends: what the first MW costs, and what the last one does, whichever child has it.
 */
final class Aggregate {
  private Aggregate() {}

  static void of(Self parent, Flexibility out) {
    double least = 0;
    double greatest = 0;
    double sell = Double.POSITIVE_INFINITY;
    double buy = Double.NEGATIVE_INFINITY;
    double bottom = Double.POSITIVE_INFINITY;
    double top = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < parent.children(); k++) {
      Report report = parent.latest(Report.class, parent.child(k));
      if (report == null) {
        continue;
      }
      least += report.minMw();
      greatest += report.maxMw();
      if (report.maxMw() > report.minMw()) {
        bottom = Math.min(bottom, report.marginal(report.minMw(), false));
        top = Math.max(top, report.marginal(report.maxMw(), true));
        if (report.maxMw() > 0) {
          sell = Math.min(sell, report.marginal(Math.max(0, report.minMw()), true));
        }
        if (report.minMw() < 0) {
          buy = Math.max(buy, report.marginal(Math.min(0, report.maxMw()), false));
        }
      }
    }
    if (top < bottom) { // nobody has a choice
      out.set(least, greatest, 0, 0, 0);
      return;
    }
    if (sell == Double.POSITIVE_INFINITY) {
      sell = Math.max(buy, 0);
    } else if (buy == Double.NEGATIVE_INFINITY) {
      buy = Math.min(sell, 0);
    } else if (buy > sell) {
      buy = sell = (buy + sell) / 2; // they would trade among themselves
    }
    double curve = 0;
    if (greatest > 0) {
      curve = Math.max(0, top - sell) / (2 * greatest);
    } else if (greatest > least) {
      curve = (top - bottom) / (2 * (greatest - least));
      buy = top - 2 * curve * greatest;
      sell = Math.max(sell, buy);
    }
    out.set(least, greatest, buy, sell, curve);
  }
}
