package powergrid.testkit.contract;

/** A rating that a configuration names, its own or its inverter's. */
final class ConfiguredRating {
  private ConfiguredRating() {}

  /** MVA; infinite where none is named. */
  static double of(Record configuration) {
    double rating = Double.POSITIVE_INFINITY;
    for (Component component : Component.of(configuration)) {
      if (component.has("ratingMva") && component.real()) {
        double named = component.number(configuration);
        rating = Double.isNaN(named) ? rating : Math.min(rating, named);
      }
    }
    return rating;
  }
}
