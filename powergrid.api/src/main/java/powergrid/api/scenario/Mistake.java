package powergrid.api.scenario;

/**
 * A mistake in a scenario.
 *
 * @param place where
 * @param message the value, what is wrong with it and what would be right
 */
public record Mistake(Place place, String message) {
  @Override
  public String toString() {
    return place + ": " + message;
  }
}
