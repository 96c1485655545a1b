package powergrid.learning.vdn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import powergrid.api.random.RandomStream;

class BranchesTest {
  private final Branches branches = new Branches(new int[] {0, 3}, 4);
  private final float[] q = {1, 7, 3, 7, 9, 2, 5};
  private final float[] choice = new float[2];

  @Test
  void binsGoEvenlyFromBoundToBound() {
    assertEquals(-1, branches.normal(0));
    assertEquals(-1.0 / 3, branches.normal(1), 1e-15);
    assertEquals(1, branches.normal(3));
    assertEquals(7, branches.outputs());
    assertEquals(3, branches.maskSize());
  }

  @Test
  void theBestIsTheFirstOfTheGreatestThatAreOpen() {
    branches.best(q, new byte[] {0, 1, 1}, choice);
    assertArrayEquals(new float[] {1, 2}, choice);
    assertEquals(7 + 5, branches.value(q, choice));
    float[] d = new float[7];
    branches.chain(0.5f, choice, d);
    assertArrayEquals(new float[] {0, 0.5f, 0, 0, 0, 0, 0.5f}, d);
  }

  @Test
  void explorationDrawsOpenEntriesOnly() {
    RandomStream random = new RandomStream(1);
    int[] bins = new int[4];
    int[] choices = new int[3];
    for (int i = 0; i < 4000; i++) {
      branches.explore(1, new byte[] {1, 0, 1}, random, choice);
      bins[(int) choice[0]]++;
      choices[(int) choice[1]]++;
    }
    assertEquals(0, choices[1]);
    for (int count : bins) { // four deviations of a binomial count
      assertEquals(1000, count, 4 * Math.sqrt(4000 * 0.25 * 0.75));
    }
    branches.explore(0, new byte[] {1, 1, 1}, random, choice);
    float[] kept = choice.clone();
    branches.explore(0, new byte[] {1, 1, 1}, random, choice);
    assertArrayEquals(kept, choice);
    assertTrue(choice[1] != 1);
  }
}
