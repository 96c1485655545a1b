package powergrid.experiment;

import java.util.List;
import java.util.Locale;
import powergrid.api.experiment.Comparison;

/** The CSV file of comparisons. */
final class ComparisonTable {
  private ComparisonTable() {}

  /** A row a comparison; nothing in it depends on the wall clock. */
  static String of(List<Comparison> comparisons) {
    Csv csv = new Csv();
    csv.add("variant").add("reference").add("baseline").add("metric").add("unit").add("better");
    csv.add("n").add("mean_difference").add("iqm_difference").add("ci_low").add("ci_high");
    csv.add("p").add("p_holm").add("family").add("improvement").add("improvement_low");
    csv.add("improvement_high").add("better_seeds").add("verdict").endLine();
    for (Comparison c : comparisons) {
      csv.add(c.variant()).add(c.reference()).add(Tables.yes(c.baseline()));
      csv.add(c.metric()).add(c.unit()).add(word(c.better()));
      csv.add(c.difference().n()).add(c.difference().mean()).add(c.difference().iqm());
      csv.add(c.difference().low()).add(c.difference().high());
      csv.add(c.significance().p()).add(c.significance().adjusted());
      csv.add(c.significance().family()).add(c.improvement().probability());
      csv.add(c.improvement().low()).add(c.improvement().high()).add(c.improvement().seeds());
      csv.add(word(c.verdict())).endLine();
    }
    return csv.toString();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
