package powergrid.engine.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import powergrid.api.dataset.Column;
import powergrid.api.dataset.Known;
import powergrid.api.random.RandomStream;

/** The error of forecasts against its definition, over many draws. */
class ForecastTest {
  private static final int HORIZON = 24;
  private static final double ERROR = 0.1;
  private static final int DRAWS = 20_000;

  /** Four standard errors of a standard deviation, and of a correlation near 0. */
  private static final double SPREAD = 4 / Math.sqrt(2.0 * DRAWS);

  private static final double CORRELATION = 4 / Math.sqrt(DRAWS);

  private static Column column(double low, double high, Known known) {
    return new Column("load", "pu", low, high, known);
  }

  private static Forecast of(double value, double error, Column column) {
    double[] values = new double[100];
    Arrays.fill(values, value);
    return of(values, error, column);
  }

  private static Forecast of(double[] values, double error, Column column) {
    Forecast forecast = new Forecast(HORIZON, 4, error);
    forecast.of(values, column);
    return forecast;
  }

  /** Errors of some forecasts, target and last known interval each, one row a draw. */
  private static double[][] errors(double value, Forecast forecast, int[]... targetAndKnown) {
    double[][] errors = new double[targetAndKnown.length][DRAWS];
    for (int seed = 0; seed < DRAWS; seed++) {
      forecast.draw(new RandomStream(seed).split("forecast of load"), 100);
      for (int i = 0; i < errors.length; i++) {
        errors[i][seed] = forecast.at(targetAndKnown[i][0], targetAndKnown[i][1]) - value;
      }
    }
    return errors;
  }

  private static double deviation(double[] x) {
    return Math.sqrt(Arrays.stream(x).map(e -> e * e).average().orElseThrow());
  }

  private static double correlation(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum / x.length / (deviation(x) * deviation(y));
  }

  private static double[] minus(double[] x, double[] y) {
    double[] difference = new double[x.length];
    Arrays.setAll(difference, i -> x[i] - y[i]);
    return difference;
  }

  @Test
  void theErrorIsTheShareAtTheHorizonAndGrowsAsTheRootOfTheLead() {
    Forecast forecast = of(2, ERROR, column(0, 10, Known.NOW));
    double[][] e = errors(2, forecast, new int[] {54, 30}, new int[] {36, 30}, new int[] {31, 30});
    assertEquals(0.1 * 2, deviation(e[0]), 0.2 * SPREAD);
    assertEquals(0.1 * 2 * Math.sqrt(6.0 / 24), deviation(e[1]), 0.1 * SPREAD);
    assertEquals(0.1 * 2 * Math.sqrt(1.0 / 24), deviation(e[2]), 0.05 * SPREAD);
    assertEquals(0, Arrays.stream(e[0]).average().orElseThrow(), 0.2 * CORRELATION, "no bias");
  }

  @Test
  void whatIsKnownAfterwardsHasTheShareAtTheSameLead() {
    Forecast forecast = of(2, ERROR, column(0, 10, Known.AFTER));
    // the present interval is 30, so 29 is the last that is known
    double[][] e = errors(2, forecast, new int[] {54, 29}, new int[] {30, 29});
    assertEquals(0.1 * 2, deviation(e[0]), 0.2 * SPREAD);
    assertEquals(0.1 * 2 * Math.sqrt(1.0 / 25), deviation(e[1]), 0.05 * SPREAD);
  }

  @Test
  void errorsOfTwoLeadsOfOneForecastCorrelateByTheRootOfTheirRatio() {
    Forecast forecast = of(2, ERROR, column(0, 10, Known.NOW));
    double[][] e = errors(2, forecast, new int[] {54, 30}, new int[] {36, 30});
    assertEquals(Math.sqrt(6.0 / 24), correlation(e[0], e[1]), CORRELATION);
  }

  @Test
  void whatAForecastMovesByIsIndependentOfWhatItMovedByBefore() {
    Forecast forecast = of(2, ERROR, column(0, 10, Known.NOW));
    double[][] e = errors(2, forecast, new int[] {50, 30}, new int[] {50, 36}, new int[] {50, 44});
    double[] first = minus(e[1], e[0]);
    double[] second = minus(e[2], e[1]);
    assertEquals(0, correlation(first, second), CORRELATION);
    assertEquals(0, correlation(first, e[1]), CORRELATION, "what is moved by was not known");
    // successive forecasts of one interval share what neither knows: √(14/20)
    assertEquals(Math.sqrt(14.0 / 20), correlation(e[0], e[1]), CORRELATION);
  }

  @Test
  void withoutErrorAForecastIsWhatComes() {
    Forecast forecast = of(new double[] {1, 2, 3}, 0, column(0, 10, Known.AFTER));
    forecast.draw(new RandomStream(1), 3);
    assertEquals(3, forecast.at(2, 0));
  }

  @Test
  void aForecastStaysWithinItsColumnsBounds() {
    Forecast forecast = of(2, 5, column(0, 3, Known.NOW));
    double[] e = errors(2, forecast, new int[] {54, 30})[0];
    double[] sorted = e.clone();
    Arrays.sort(sorted);
    assertEquals(-2, sorted[0], "0 is the least");
    assertEquals(1, sorted[DRAWS - 1], "3 is the greatest");
  }

  @Test
  void thereIsNoSunAtNightInAForecast() {
    Forecast forecast = of(0, ERROR, column(0, 1200, Known.AFTER));
    assertEquals(0, deviation(errors(0, forecast, new int[] {54, 29})[0]));
  }

  /** Around 0 °C a share of the value would be no error at all. */
  @Test
  void theErrorOfWhatChangesItsSignIsAShareOfItsMeanMagnitude() {
    double[] temperature = new double[100];
    Arrays.setAll(temperature, i -> i % 2 == 0 ? 6 : -2);
    temperature[54] = 0;
    temperature[55] = 4; // the mean magnitude is (50 · 6 + 50 · 2 − 6 + 2) / 100 = 3.96
    Forecast forecast = of(temperature, ERROR, column(-50, 60, Known.NOW));
    double[] e = errors(0, forecast, new int[] {54, 30})[0];
    assertEquals(0.396, deviation(e), 0.396 * SPREAD);
  }

  @Test
  void aSeedRepeatsItsForecasts() {
    Forecast forecast = of(2, ERROR, column(0, 10, Known.NOW));
    forecast.draw(new RandomStream(5), 100);
    double once = forecast.at(54, 30);
    forecast.draw(new RandomStream(6), 100);
    assertTrue(once != forecast.at(54, 30));
    forecast.draw(new RandomStream(5), 100);
    assertEquals(once, forecast.at(54, 30));
  }
}
