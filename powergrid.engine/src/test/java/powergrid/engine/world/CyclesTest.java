package powergrid.engine.world;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** Sine and cosine of the day, the week and the year. */
class CyclesTest {
  private static double[] after(String start, double hours) {
    Cycles cycles = new Cycles();
    cycles.start(LocalDateTime.parse(start));
    cycles.moveTo(hours);
    return cycles.values();
  }

  private static double[] of(double day, double week, double year) {
    double[] turns = {day, week, year};
    double[] points = new double[6];
    for (int i = 0; i < 3; i++) {
      points[2 * i] = Math.sin(2 * Math.PI * turns[i]);
      points[2 * i + 1] = Math.cos(2 * Math.PI * turns[i]);
    }
    return points;
  }

  @Test
  void theyBeginAtMidnightOnMondayAndAtNewYear() {
    assertArrayEquals(of(0, 0, 0), after("2024-01-01T00:00", 0), 1e-12); // a Monday
  }

  @Test
  void theyTurnWithTheClock() {
    // Tuesday 1 July 2025, 06:00 is day 1 of the week and day 181 of the year, and a quarter
    assertArrayEquals(of(0.25, 1.25 / 7, 181.25 / 365), after("2025-07-01T06:00", 0), 1e-12);
    assertArrayEquals(of(0.25, 1.25 / 7, 181.25 / 365), after("2025-06-30T18:00", 12), 1e-12);
  }

  @Test
  void aYearThatEndsGoesOnAsTheNextOneOfItsOwnLength() {
    // from Sunday 31 December 2023, 12:00: noon of 29 February 2024 is day 59.5 of 366
    assertArrayEquals(of(0.5, 3.5 / 7, 59.5 / 366), after("2023-12-31T12:00", 60 * 24), 1e-9);
  }
}
