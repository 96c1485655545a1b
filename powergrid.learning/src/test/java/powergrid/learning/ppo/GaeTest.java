package powergrid.learning.ppo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class GaeTest {
  /**
   * Worked by hand with gamma 0.5 and lambda 0.5, so that gamma lambda is 0.25; from the last step:
   *
   * <pre>
   * t  r  V  V next            delta                  A
   * 4  2  1  4  (goes on)      2 + 2   - 1 =  3       3
   * 3  1  2  0  (ended)        1 + 0   - 2 = -1      -1            nothing of step 4
   * 2  0  4  2                 0 + 1   - 4 = -3      -3 - 0.25   = -3.25
   * 1  4  2  6  (cut off)      4 + 3   - 2 =  5       5            of the final observation
   * 0  1  3  2                 1 + 1   - 3 = -1      -1 + 1.25   =  0.25
   * </pre>
   */
  @Test
  void advantagesAreThoseOfATableWorkedByHand() {
    float[] advantages = new float[5];
    Gae.advantages(
        new float[] {1, 4, 0, 1, 2},
        new float[] {3, 2, 4, 2, 1},
        new float[] {2, 6, 2, 0, 4},
        new boolean[] {false, true, false, true, false},
        0.5,
        0.5,
        advantages);
    assertArrayEquals(new float[] {0.25f, 5, -3.25f, -1, 3}, advantages);
  }

  /** The same table through a batch of one copy, whose values say what is bootstrapped from. */
  @Test
  void aBatchBootstrapsWhereEpisodesWereCutOffAndNotWhereTheyEnded() {
    Batch batch = new Batch(5, 1, 1, 1, 0);
    float[] r = {1, 4, 0, 1, 2};
    float[] v = {3, 2, 4, 2, 1, 4};
    System.arraycopy(r, 0, batch.rewards, 0, 5);
    System.arraycopy(v, 0, batch.values, 0, 6);
    batch.ended[1] = true;
    batch.cut.add(1);
    batch.ended[3] = true;
    batch.estimate(new float[] {6}, 0.5, 0.5);
    assertArrayEquals(new float[] {0.25f, 5, -3.25f, -1, 3}, batch.advantages);
    assertArrayEquals(new float[] {3.25f, 7, 0.75f, 1, 4}, batch.returns);
  }

  @Test
  void withLambdaOneReturnsAreDiscountedSumsOfRewards() {
    float[] advantages = new float[3];
    float[] v = {7, -2, 5};
    Gae.advantages(
        new float[] {1, 2, 4}, v, new float[] {-2, 5, 8}, new boolean[3], 0.5, 1, advantages);
    float[] returns = new float[3];
    for (int t = 0; t < 3; t++) {
      returns[t] = advantages[t] + v[t];
    }
    assertArrayEquals(new float[] {1 + 0.5f * 6, 2 + 0.5f * 8, 4 + 0.5f * 8}, returns);
  }
}
