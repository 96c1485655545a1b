package powergrid.experiment;

import java.util.List;
import powergrid.api.experiment.ExperimentResult.Summary;

/** The CSV files of a run directory. */
final class Tables {
  static final String YES = "yes";

  private Tables() {}

  /** A row an episode; nothing in it depends on the wall clock. */
  static String episodes(Plan plan, List<Episode> episodes) {
    Csv csv = new Csv();
    csv.add("variant").add("seed").add("episode").add("start").add("steps").add("end");
    if (plan.bounded()) {
      csv.add("covered");
    }
    plan.metrics().forEach(csv::add);
    csv.endLine();
    for (Episode episode : episodes) {
      csv.add(plan.variant(episode.run()).name());
      csv.add(plan.seed(episode.run())).add(episode.number());
      csv.add(episode.start().toString()).add(episode.steps()).add(episode.end());
      if (plan.bounded()) {
        csv.add(yes(episode.covered()));
      }
      episode.values().forEach(csv::add);
      csv.endLine();
    }
    return csv.toString();
  }

  /** How tables say it; {@link #YES} reads back as true. */
  static String yes(boolean value) {
    return value ? YES : "no";
  }

  /** A row a contract. */
  static String trades(Plan plan, List<Episode> episodes) {
    Csv csv = new Csv();
    csv.add("variant").add("seed").add("episode").add("step").add("time").add("seller");
    csv.add("buyer").add("mw").add("usd_per_mwh").add("fee_usd_per_mwh").endLine();
    for (Episode episode : episodes) {
      for (Trade trade : episode.trades()) {
        csv.add(plan.variant(episode.run()).name());
        csv.add(plan.seed(episode.run())).add(episode.number()).add(trade.step());
        csv.add(trade.time().toString()).add(trade.seller()).add(trade.buyer());
        csv.add(trade.mw()).add(trade.usdPerMwh()).add(trade.feeUsdPerMwh()).endLine();
      }
    }
    return csv.toString();
  }

  /** A row an episode: all that depends on the wall clock. */
  static String timings(Plan plan, List<Episode> episodes) {
    Csv csv = new Csv();
    csv.add("variant").add("seed").add("episode").add("began").add("seconds");
    csv.add("steps_per_second").endLine();
    for (Episode episode : episodes) {
      csv.add(plan.variant(episode.run()).name());
      csv.add(plan.seed(episode.run())).add(episode.number());
      csv.add(episode.began().toString()).add(episode.seconds());
      csv.add(Math.rint(episode.steps() / episode.seconds())).endLine();
    }
    return csv.toString();
  }

  /** A row a variant and metric. */
  static String summaries(List<Summary> summaries) {
    Csv csv = new Csv();
    csv.add("variant").add("metric").add("unit").add("n").add("mean").add("iqm");
    csv.add("ci_low").add("ci_high").endLine();
    for (Summary summary : summaries) {
      csv.add(summary.variant()).add(summary.metric()).add(summary.unit()).add(summary.n());
      csv.add(summary.mean()).add(summary.iqm()).add(summary.low()).add(summary.high());
      csv.endLine();
    }
    return csv.toString();
  }
}
