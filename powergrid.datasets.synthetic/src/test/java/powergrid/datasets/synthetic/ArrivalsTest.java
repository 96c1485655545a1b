package powergrid.datasets.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import powergrid.api.dataset.Period;
import powergrid.api.random.RandomStream;

class ArrivalsTest {
  private static final int ARRIVALS = 9;

  private static double[] day(int dayOfJuly, int minutes) {
    Synthetic dataset =
        new Synthetic(new SyntheticSettings(34.05, -118.24, -8, 1, 1, 0.35, 18, 8, 6, 6.5, 2));
    LocalDateTime start = LocalDateTime.of(2023, 7, dayOfJuly, 0, 0);
    Period period = new Period(start, Duration.ofMinutes(minutes), 24 * 60 / minutes);
    double[][] out = new double[1][period.intervals()];
    dataset.fill(period, new RandomStream(1), new int[] {ARRIVALS}, out);
    return out[0];
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 15, 60})
  void oneVehicleADayIsExpectedAtACharger(int minutes) {
    for (int dayOfJuly : new int[] {1, 3}) { // a Saturday and a Monday
      double sum = Arrays.stream(day(dayOfJuly, minutes)).sum() * minutes / 60;
      assertEquals(1, sum, 1e-12);
    }
  }

  /**
   * Sums of the source's quarter hours: 7.86 % from 8:00, 10.91 % from 18:00, 8.46 % from 14:00.
   */
  @Test
  void anHourHasTheShareThatWasCounted() {
    double[] monday = day(3, 60);
    double[] saturday = day(1, 60);
    assertEquals(0.0786, monday[8], 5e-4);
    assertEquals(0.1091, monday[18], 5e-4);
    assertEquals(0.0846, saturday[14], 5e-4);
    assertEquals(0.0173, saturday[8], 5e-4);
    assertTrue(Arrays.stream(monday).min().orElseThrow() > 0);
  }
}
