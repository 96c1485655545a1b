package powergrid.experiment;

import java.util.List;
import java.util.Map;
import powergrid.api.experiment.Arrivals;
import powergrid.api.experiment.Arrivals.Arrival;
import powergrid.api.experiment.Arrivals.Time;

/** The CSV files of thresholds and of when learners came to them. */
final class ArrivalTables {
  static final String THRESHOLDS = "thresholds.csv";

  private ArrivalTables() {}

  /** A row a seed: the ends that half-way lies between. Ends by position of the seed. */
  static String thresholds(Plan plan, Map<Integer, Threshold.Ends> ends) {
    Csv csv = new Csv();
    csv.add("seed").add("metric").add("unit").add("rule").add("clairvoyant").add("threshold");
    csv.endLine();
    ends.forEach(
        (seed, found) -> {
          csv.add(plan.seeds().get(seed)).add(plan.metrics().get(0)).add(plan.units().get(0));
          csv.add(found.rule()).add(found.clairvoyant()).add(found.middle()).endLine();
        });
    return csv.toString();
  }

  /** A row a training that is over; nothing in it depends on the wall clock. */
  static String runs(List<LearnerArrivals.Run> runs) {
    Csv csv = new Csv();
    csv.add("variant").add("seed").add("agents").add("threshold").add("arrived").add("steps");
    csv.add("agent_samples").endLine();
    for (LearnerArrivals.Run run : runs) {
      csv.add(run.variant()).add(run.seed()).add(run.agents()).add(run.threshold());
      csv.add(Tables.yes(run.arrived())).add(run.steps()).add(run.steps() * run.agents());
      csv.endLine();
    }
    return csv.toString();
  }

  /** The same in seconds of training. */
  static String timings(List<LearnerArrivals.Run> runs) {
    Csv csv = new Csv();
    csv.add("variant").add("seed").add("arrived").add("seconds").add("seconds_per_step").endLine();
    for (LearnerArrivals.Run run : runs) {
      csv.add(run.variant()).add(run.seed()).add(Tables.yes(run.arrived()));
      csv.add(run.seconds()).add(run.trainedSeconds() / run.trainedSteps()).endLine();
    }
    return csv.toString();
  }

  /** A row a variant: steps to the threshold. */
  static String summary(Arrivals arrivals) {
    Csv csv = new Csv();
    csv.add("variant").add("agents").add("n").add("arrived").add("median_steps");
    csv.add("restricted_mean_steps").add("ci_low").add("ci_high").add("horizon_steps").endLine();
    for (Arrival arrival : arrivals.variants()) {
      Time steps = arrival.steps();
      csv.add(arrival.variant()).add(arrival.agents()).add(arrival.n()).add(arrival.arrived());
      csv.add(steps.median()).add(steps.mean()).add(steps.low()).add(steps.high());
      csv.add(steps.horizon()).endLine();
    }
    return csv.toString();
  }
}
