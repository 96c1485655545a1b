package powergrid.api.scenario;

import java.time.Duration;

/**
 * A forecast of a series, written under {@code data.SERIES.forecast}.
 *
 * @param place where it stands
 * @param horizon how far it reaches, whole steps of the clock
 * @param step between the leads that are observed, whole steps of the clock; divides the horizon
 * @param error standard deviation at the horizon, as a share; 0 for a perfect forecast
 */
public record ForecastSetting(Place place, Duration horizon, Duration step, double error) {}
