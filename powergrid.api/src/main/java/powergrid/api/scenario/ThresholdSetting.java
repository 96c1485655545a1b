package powergrid.api.scenario;

import java.util.OptionalDouble;

/**
 * What the first metric of an experiment has to come to on validation days for a learner to have
 * arrived.
 *
 * @param value in the metric's unit; empty for half-way from what the policy {@code rule} comes to
 *     on the same days to what the clairvoyant schedule comes to there
 * @param place where it is said
 */
public record ThresholdSetting(OptionalDouble value, Place place) {
  /** How a scenario calls the threshold without a value. */
  public static final String HALF_WAY = "half-way";
}
