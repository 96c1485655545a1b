package powergrid.datasets.synthetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import powergrid.api.dataset.Column;
import powergrid.api.dataset.Period;
import powergrid.api.random.RandomStream;

class SyntheticTest {
  private static final int LOAD = 0;
  private static final int IRRADIANCE = 1;
  private static final int PRICE = 2;
  private static final int WIND = 4;

  private final Synthetic dataset =
      new Synthetic(new SyntheticSettings(34.05, -118.24, -8, 1, 1, 0.35, 18, 8, 6, 6.5, 2));

  private static Period day(int dayOfJuly) {
    return new Period(LocalDateTime.of(2023, 7, dayOfJuly, 0, 0), Duration.ofMinutes(15), 96);
  }

  private double[][] fill(Period period, long seed, int... columns) {
    double[][] out = new double[columns.length][period.intervals()];
    dataset.fill(period, new RandomStream(seed), columns, out);
    return out;
  }

  private int[] allColumns() {
    return IntStream.range(0, dataset.columns().size()).toArray();
  }

  @Test
  void givesTheSameValuesWhateverColumnsAreAsked() {
    double[][] all = fill(day(1), 5, allColumns());
    for (int column = 0; column < all.length; column++) {
      assertArrayEquals(
          all[column], fill(day(1), 5, column)[0], dataset.columns().get(column).name());
    }
    assertFalse(Arrays.equals(all[LOAD], fill(day(1), 6, LOAD)[0]), "another seed, another day");
  }

  @Test
  void aLongerPeriodBeginsWithTheValuesOfAShorterOne() {
    Period longer = new Period(day(1).start(), day(1).step(), 96 + 24);
    double[][] all = fill(day(1), 5, allColumns());
    double[][] more = fill(longer, 5, allColumns());
    for (int c = 0; c < all.length; c++) {
      assertArrayEquals(all[c], Arrays.copyOf(more[c], 96), dataset.columns().get(c).name());
    }
  }

  @Test
  void staysWithinItsColumnsBounds() {
    int[] columns = allColumns();
    Period year = new Period(LocalDateTime.of(2023, 1, 1, 0, 0), Duration.ofMinutes(15), 35_040);
    for (long seed = 0; seed < 5; seed++) {
      double[][] values = fill(year, seed, columns);
      for (int c = 0; c < columns.length; c++) {
        Column column = dataset.columns().get(c);
        for (double value : values[c]) {
          assertTrue(value >= column.low() && value <= column.high(), column.name() + " " + value);
        }
      }
    }
  }

  @Test
  void needsTheGeneratorInTheEveningAndTheSunAtNoon() {
    double noon = 0;
    double evening = 0;
    double night = 0;
    double peak = 0;
    for (int seed = 0; seed < 200; seed++) {
      double[][] values = fill(day(1 + seed % 31), seed, LOAD, PRICE);
      noon += values[1][48] / 200;
      evening += values[1][76] / 200;
      night += values[0][14] / 200;
      peak += Arrays.stream(values[0]).max().orElseThrow() / 200;
    }
    assertTrue(noon < 40 && evening > 90, "price " + noon + " at noon, " + evening + " at 19:00");
    assertTrue(night > 0.42 && night < 0.52 && peak > 0.82 && peak < 0.97, night + ", " + peak);
  }

  @Test
  void keepsThePriceForAnHour() {
    double[] price = fill(day(1), 1, PRICE)[0];
    for (int t = 0; t < price.length; t++) {
      assertEquals(price[t - t % 4], price[t]);
    }
    assertTrue(Arrays.stream(price).distinct().count() > 20);
  }

  @Test
  void isDarkAtNight() {
    double[] irradiance = fill(day(1), 1, IRRADIANCE)[0];
    assertEquals(0, irradiance[0] + irradiance[12] + irradiance[90]);
    assertTrue(Arrays.stream(irradiance).max().orElseThrow() > 300);
  }

  @Test
  void blowsAsWeibullSaid() {
    // mean c Γ(1 + 1/2) = c √π / 2, median c √ln 2; every 6 h over 200 years
    Period long200 = new Period(LocalDateTime.of(2023, 1, 1, 0, 0), Duration.ofHours(6), 292_000);
    double[] wind = fill(long200, 9, WIND)[0];
    Arrays.sort(wind);
    assertEquals(6.5 * Math.sqrt(Math.PI) / 2, Arrays.stream(wind).average().orElseThrow(), 0.05);
    assertEquals(6.5 * Math.sqrt(Math.log(2)), wind[wind.length / 2], 0.05);
  }

  @Test
  void hasNoiseOfUnitVarianceThatForgets() {
    Autoregression noise = new Autoregression(new RandomStream(1), 0.25, 1);
    int n = 400_000;
    double squares = 0;
    double products = 0;
    double last = 0;
    for (int t = 0; t < n; t++) {
      double value = noise.next();
      squares += value * value;
      products += value * last;
      last = value;
    }
    assertEquals(1, squares / n, 0.03);
    assertEquals(Math.exp(-0.25), products / squares, 0.01, "what is left after a quarter hour");
  }
}
