package powergrid.experiment.report;

import powergrid.api.experiment.Comparison;

/** What comparisons come to, in words. */
final class Verdicts {
  private Verdicts() {}

  static String of(Comparison comparison) {
    return switch (comparison.verdict()) {
      case BETTER -> comparison.baseline() ? "beats it" : "better";
      case WORSE -> comparison.baseline() ? "does not beat it: worse" : "worse";
      case DIFFERENT -> "different";
      case UNDECIDED -> comparison.baseline() ? "does not beat it" : "no difference shown";
      case TOO_FEW_SEEDS ->
          comparison.baseline() && !comparison.ahead()
              ? "does not beat it"
              : "too few seeds to tell";
    };
  }
}
