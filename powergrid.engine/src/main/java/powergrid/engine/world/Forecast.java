package powergrid.engine.world;

import java.util.Arrays;
import powergrid.api.dataset.Column;
import powergrid.api.dataset.Known;
import powergrid.api.random.RandomStream;

/**
 * A seeded forecast of a series, by the martingale model of forecast evolution (Heath and Jackson,
 * IIE Transactions 26(3), 1994): what an interval brings moves the forecasts of all later ones, by
 * an amount that nothing before it told. The forecast of interval T on which all up to k is known
 * is
 *
 * <pre>
 * F = A(T) + σ M (W(T) − W(k))
 * </pre>
 *
 * with the value A that comes, its magnitude M and a random walk W of standard normal steps. So the
 * error's standard deviation grows as the square root of the lead T − k; errors of two leads of one
 * forecast correlate by the root of their ratio; what a forecast moves by until the next one is
 * independent of what it moved by before. σ makes the standard deviation at the horizon the share
 * that was asked for.
 *
 * <p>The magnitude is the value itself, so that no forecast has sun at night, where the column
 * never changes its sign; else the mean magnitude of the episode.
 */
public final class Forecast {
  private final int horizon;
  private final int step;
  private final double error;
  private double[] walk = {};
  private double[] values = {};
  private double low;
  private double high;
  private double sigma;
  private double magnitude;

  /**
   * A forecast.
   *
   * @param horizon the greatest lead, intervals
   * @param step between the leads that are observed, intervals
   * @param error standard deviation at the horizon, as a share of the magnitude
   */
  public Forecast(int horizon, int step, double error) {
    this.horizon = horizon;
    this.step = step;
    this.error = error;
  }

  int horizon() {
    return horizon;
  }

  /** How many leads are observed. */
  int leads() {
    return horizon / step;
  }

  /** The lead of an observed one, intervals: that of 0 is a step. */
  int lead(int i) {
    return (i + 1) * step;
  }

  /** Takes the array that the series is drawn into, and its bounds. */
  void of(double[] drawn, Column column) {
    values = drawn;
    walk = new double[drawn.length];
    low = column.low();
    high = column.high();
    // what is known only afterwards is not known of the present interval: one more to guess
    sigma = error / Math.sqrt(horizon + (column.known() == Known.AFTER ? 1 : 0));
  }

  /** Draws the walk of an episode whose series is drawn already; {@code own} are its values. */
  void draw(RandomStream random, int own) {
    if (error == 0) {
      return;
    }
    walk[0] = 0;
    for (int i = 1; i < walk.length; i++) {
      walk[i] = walk[i - 1] + random.nextGaussian();
    }
    magnitude =
        low >= 0 || high <= 0
            ? Double.NaN
            : Arrays.stream(values, 0, own).map(Math::abs).average().orElse(0);
  }

  /** The forecast of one of the values from another one, the last that is known. */
  double at(int target, int known) {
    double value = values[target];
    double typical = Double.isNaN(magnitude) ? value : magnitude;
    double told = value + sigma * typical * (walk[target] - walk[known]);
    return Math.max(low, Math.min(high, told));
  }
}
