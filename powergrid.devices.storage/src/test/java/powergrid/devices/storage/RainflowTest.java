package powergrid.devices.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import powergrid.api.agent.Variables;
import powergrid.api.random.RandomStream;

class RainflowTest {
  /** ASTM E1049-85, figure 6. */
  private static final double[] PUBLISHED = {-2, 1, -3, 5, -1, 3, -4, 4, -2};

  private static Rainflow rainflow(Variables variables, DoubleUnaryOperator damage) {
    return new Rainflow(variables, -10, 10, damage);
  }

  private static double sum(double[] history, DoubleUnaryOperator damage) {
    Rainflow rainflow = rainflow(new Variables(), damage);
    rainflow.start(history[0]);
    double sum = 0;
    for (double value : history) {
      sum += rainflow.add(value);
    }
    return sum;
  }

  /** How many cycles of a range there are: the damage where each of them does 1. */
  private static double count(double[] history, double range) {
    return sum(history, r -> Math.abs(r - range) < 1e-9 ? 1 : 0);
  }

  @Test
  void countsThePublishedSequenceAsPublished() {
    // half cycles A-B 3, B-C 4, C-D 8, D-G 9, G-H 8, H-I 6; a cycle E-F of 4
    Map<Integer, Double> expected = Map.of(3, 0.5, 4, 1.5, 6, 0.5, 8, 1.0, 9, 0.5);
    for (int range = 1; range <= 10; range++) {
      assertEquals(expected.getOrDefault(range, 0.0), count(PUBLISHED, range), 1e-12, "" + range);
    }
  }

  @Test
  void pointsBetweenTheTurningPointsChangeNothing() {
    List<Double> fine = new ArrayList<>();
    for (int i = 1; i < PUBLISHED.length; i++) {
      for (int part = 0; part < 7; part++) {
        fine.add(PUBLISHED[i - 1] + part / 7.0 * (PUBLISHED[i] - PUBLISHED[i - 1]));
      }
      fine.add(PUBLISHED[i]);
    }
    double[] history = fine.stream().mapToDouble(Double::doubleValue).toArray();
    assertEquals(0.5, count(history, 3), 1e-12);
    assertEquals(1.5, count(history, 4), 1e-12);
    assertEquals(0.5, count(history, 6), 1e-12);
    assertEquals(1.0, count(history, 8), 1e-12);
    assertEquals(0.5, count(history, 9), 1e-12);
  }

  @Test
  void countsEveryHistoryAsTheStandardDoesAtItsEnd() {
    RandomStream random = new RandomStream(5);
    for (int length = 2; length < 200; length++) {
      double[] history = new double[length];
      for (int i = 0; i < length; i++) {
        history[i] = Math.rint(20 * random.nextDouble()) / 2 - 5;
      }
      Map<Double, Double> counts = standard(history);
      for (double range = 0.5; range <= 10; range += 0.5) {
        assertEquals(counts.getOrDefault(range, 0.0), count(history, range), 1e-9);
      }
    }
  }

  @Test
  void damageOnlyGrows() {
    RandomStream random = new RandomStream(6);
    Rainflow rainflow = rainflow(new Variables(), range -> range * range);
    rainflow.start(0);
    double value = 0;
    for (int i = 0; i < 10_000; i++) {
      value = Math.max(-10, Math.min(10, value + 3 * random.nextDouble() - 1.5));
      assertTrue(rainflow.add(value) >= -1e-12);
    }
  }

  @Test
  void withoutRoomForMoreTheWidestRangeIsAHalfCycle() {
    // 9, −8.5, 8, −7.5, …: every range is smaller than the one before, so all are half cycles
    double[] history = new double[Rainflow.ROOM + 3];
    for (int i = 0; i < history.length; i++) {
      history[i] = (i % 2 == 0 ? 1 : -1) * (9 - i / 2.0);
    }
    for (int i = 1; i < history.length; i++) {
      assertEquals(0.5, count(history, Math.abs(history[i] - history[i - 1])), 1e-12);
    }
  }

  @Test
  void goesOnFromWhatItsVariablesHold() {
    Variables variables = new Variables();
    Rainflow rainflow = rainflow(variables, range -> range * range);
    rainflow.start(PUBLISHED[0]);
    Variables copy = new Variables();
    Rainflow other = rainflow(copy, range -> range * range);
    for (double value : PUBLISHED) {
      System.arraycopy(variables.values(), 0, copy.values(), 0, copy.values().length);
      assertEquals(other.add(value), rainflow.add(value));
    }
  }

  /** The steps of ASTM E1049-85, 5.4.4, on a whole history. */
  private static Map<Double, Double> standard(double[] history) {
    List<Double> turning = new ArrayList<>();
    for (double value : history) {
      int n = turning.size();
      if (n > 0 && value == turning.get(n - 1)) {
        continue;
      }
      if (n > 1 && (value > turning.get(n - 1)) == (turning.get(n - 1) > turning.get(n - 2))) {
        turning.remove(n - 1);
      }
      turning.add(value);
    }
    Map<Double, Double> counts = new TreeMap<>();
    List<Double> read = new ArrayList<>();
    for (double point : turning) {
      read.add(point); // step 1
      while (read.size() >= 3) { // step 2
        int n = read.size();
        double x = Math.abs(read.get(n - 1) - read.get(n - 2));
        double y = Math.abs(read.get(n - 2) - read.get(n - 3));
        if (x < y) { // step 3
          break;
        }
        if (n > 3) { // step 4
          counts.merge(y, 1.0, Double::sum);
          read.remove(n - 2);
          read.remove(n - 3);
        } else { // step 5
          counts.merge(y, 0.5, Double::sum);
          read.remove(0);
        }
      }
    }
    for (int i = 1; i < read.size(); i++) { // step 6
      counts.merge(Math.abs(read.get(i) - read.get(i - 1)), 0.5, Double::sum);
    }
    return counts;
  }
}
