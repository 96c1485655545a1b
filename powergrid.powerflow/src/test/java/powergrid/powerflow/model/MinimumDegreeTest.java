package powergrid.powerflow.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MinimumDegreeTest {
  @Test
  void aTreeFillsNothingIn() {
    int[][] star = {{1, 2, 3, 4}, {0}, {0}, {0, 5}, {0}, {3}};
    MinimumDegree m = new MinimumDegree(star);
    assertEquals(5, Arrays.stream(m.later).mapToInt(later -> later.length).sum());
  }

  @Test
  void aRingFillsInOneChordForEachNodeButThree() {
    int n = 10;
    int[][] ring = new int[n][];
    for (int i = 0; i < n; i++) {
      int[] both = {(i + 1) % n, (i + n - 1) % n};
      Arrays.sort(both);
      ring[i] = both;
    }
    MinimumDegree m = new MinimumDegree(ring);
    assertEquals(n + n - 3, Arrays.stream(m.later).mapToInt(later -> later.length).sum());
  }

  @Test
  void neighboursLeftAreLaterOnes() {
    MinimumDegree m = new MinimumDegree(new int[][] {{1, 2}, {0, 2}, {0, 1, 3}, {2}});
    assertArrayEquals(new int[] {3, 0, 1, 2}, m.order);
    assertArrayEquals(new int[] {3}, m.later[0]);
    assertArrayEquals(new int[] {2, 3}, m.later[1]);
    assertArrayEquals(new int[] {3}, m.later[2]);
    assertArrayEquals(new int[] {}, m.later[3]);
  }
}
