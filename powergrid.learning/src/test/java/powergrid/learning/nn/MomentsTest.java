package powergrid.learning.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import powergrid.api.learning.Tensors;
import powergrid.api.random.RandomStream;

class MomentsTest {
  /** Groups of different sizes, of a large mean. */
  private static Moments filled(double[][] all) {
    Moments moments = new Moments(1);
    int from = 0;
    for (int size = 1; from < all.length; size++) {
      int count = Math.min(size, all.length - from);
      float[][] group = new float[count][1];
      for (int i = 0; i < count; i++) {
        group[i][0] = (float) all[from + i][0];
      }
      moments.add(group, count);
      from += count;
    }
    return moments;
  }

  private static double[][] numbers() {
    RandomStream random = new RandomStream(3);
    double[][] all = new double[1000][1];
    for (double[] each : all) {
      each[0] = (float) (10_000 + random.nextGaussian());
    }
    return all;
  }

  @Test
  void meansAndDeviationsOfGroupsAreThoseOfAllNumbersTogether() {
    double[][] all = numbers();
    double mean = 0;
    for (double[] each : all) {
      mean += each[0] / all.length;
    }
    double variance = 0;
    for (double[] each : all) {
      variance += (each[0] - mean) * (each[0] - mean) / all.length;
    }
    Moments moments = filled(all);
    assertEquals(mean, moments.mean(0), 1e-9 * mean);
    assertEquals(Math.sqrt(variance), moments.deviation(0), 1e-6);
  }

  @Test
  void normalisesToMeanZeroAndDeviationOneAndHoldsOutliers() {
    Moments moments = new Moments(2);
    moments.add(new float[][] {{1, 5}, {3, 5}}, 2);
    float[] row = {4, 5, 77};
    moments.normalise(row);
    assertArrayEquals(new float[] {2, 0, 77}, row, 1e-6f);
    float[] far = {1e6f, 6};
    moments.normalise(far);
    assertArrayEquals(new float[] {10, 10}, far);
  }

  @Test
  void ofNothingTheyChangeNothing() {
    float[] row = {4, -5};
    new Moments(2).normalise(row);
    assertArrayEquals(new float[] {4, -5}, row);
  }

  @Test
  void whatWasLongAgoIsForgottenWhereTheMemoryIsShort() {
    Moments moments = new Moments(1, 2);
    moments.add(new float[][] {{0}, {200}, {0}, {200}}, 4);
    moments.add(new float[][] {{7}, {7}}, 2); // beside two numbers of mean 100, deviation 100
    assertEquals((100 + 7) / 2.0, moments.mean(0), 1e-12);
    assertEquals(Math.sqrt((2 * 1e4 + 93 * 93) / 4), moments.deviation(0), 1e-9);
  }

  @Test
  void whatOthersHaveSeenCountsToo() {
    double[][] all = numbers();
    Moments here = filled(Arrays.copyOfRange(all, 0, 300));
    here.others(filled(Arrays.copyOfRange(all, 300, 1000)).own());
    Moments together = filled(all);
    assertEquals(together.mean(0), here.mean(0), 1e-9);
    assertEquals(together.deviation(0), here.deviation(0), 1e-9);
    assertArrayEquals(filled(Arrays.copyOfRange(all, 0, 300)).own(), here.own());
  }

  @Test
  void goOnFromWhereTheyWereSaved() {
    Moments moments = filled(numbers());
    Tensors saved = new Tensors();
    moments.save(saved, "seen");
    Moments other = new Moments(1);
    other.restore(saved, "seen");
    moments.add(new float[][] {{3}}, 1);
    other.add(new float[][] {{3}}, 1);
    assertEquals(moments.mean(0), other.mean(0));
    assertEquals(moments.deviation(0), other.deviation(0));
  }
}
