package powergrid.testkit.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import powergrid.api.environment.VectorTransition;
import powergrid.api.random.RandomStream;

class GamesTest {
  /** Gymnasium's formulas by hand, from rest: the cart is pushed, the pole falls behind. */
  @Test
  void aPushMovesCartAndPoleAsTheEquationsSay() {
    CartPole game = new CartPole();
    game.restore(new double[5]);
    float[] rewards = new float[1];
    game.step(new float[] {1}, rewards);
    double push = 10 / 1.1;
    double alpha = -push / (0.5 * (4.0 / 3 - 0.1 / 1.1));
    double acceleration = push - 0.05 * alpha / 1.1;
    assertArrayEquals(
        new double[] {0, 0.02 * acceleration, 0, 0.02 * alpha, 1}, game.save(), 1e-12);
    assertEquals(1, rewards[0]);
  }

  @Test
  void aPendulumAtRestUprightCostsNothingAndHangingPiSquared() {
    Pendulum game = new Pendulum();
    float[] rewards = new float[1];
    game.restore(new double[] {0, 0, 0});
    game.step(new float[] {0}, rewards);
    assertEquals(0, rewards[0], 1e-9);
    game.restore(new double[] {Math.PI, 0, 0});
    game.step(new float[] {5}, rewards); // of which 2 N·m
    assertEquals(-Math.PI * Math.PI - 0.004, rewards[0], 1e-5);
    assertEquals(3 * 2 * 0.05, game.save()[1], 1e-9);
  }

  /** Rewards and the second agent's observation as PettingZoo 1.24.3 gives them. */
  @Test
  void simpleSpreadDoesWhatPettingZoosDoes() {
    SimpleSpread game = new SimpleSpread();
    game.restore(
        new double[] {
          -0.1, 0.2, 0, 0, 0.3, 0.3, 0.12, 0.25, 0, 0, -0.5, 0.9, 0.6, -0.7, 0, 0, 0.7, -0.6, 0
        });
    float[][] actions = {{2, 1, 0}, {2, 1, 4}, {4, 3, 4}, {1, 2, 3}};
    float[][] expected = {
      {-1.067231f, -1.067231f, -0.567231f},
      {-1.056121f, -1.056121f, -0.556121f},
      {-0.524157f, -0.524157f, -0.524157f},
      {-0.478767f, -0.478767f, -0.478767f}
    };
    float[] rewards = new float[3];
    for (int t = 0; t < 4; t++) {
      assertEquals(Game.Outcome.GOES_ON, game.step(actions[t], rewards));
      assertArrayEquals(expected[t], rewards, 2e-6f);
    }
    float[] observations = new float[54];
    game.observe(observations);
    assertArrayEquals(
        new float[] {
          0.881047f,
          -0.162891f,
          0.232791f,
          0.273619f,
          0.067209f,
          0.026381f,
          -0.732791f,
          0.626381f,
          0.467209f,
          -0.873619f,
          -0.445582f,
          -0.097237f,
          0.367209f,
          -0.836119f,
          0,
          0,
          0,
          0
        },
        Arrays.copyOfRange(observations, 18, 36),
        2e-6f);
  }

  /** Riccati's recursion in NumPy gives −5.678049, 2,000 episodes under its gains −5.57 ± 0.09. */
  @Test
  void theBestReturnOfTrackingIsThatOfAnIndependentProgram() {
    assertEquals(-5.6780492604742445, LinearTracking.bestReturn(), 1e-9);
  }

  /** A stationary feedback, that of the recursion far from the end, is hardly worse. */
  @Test
  void theBestFeedbackNearlyReachesTheBestReturn() {
    GameEnvironment environment = new GameEnvironment(new LinearTracking());
    double mean =
        environment.play(
            (e, seen, actions) -> {
              float[] z = seen.observations();
              actions[0] = -2.4102f * z[0] - 2.5775f * z[1] + 2.1646f * z[2];
            },
            2000,
            1);
    assertEquals(LinearTracking.bestReturn(), mean, 0.3); // three standard errors
  }

  @Test
  void copiesAreResetWithinTheStepAndKeepTheirFinalObservations() {
    GameVector vector = new GameVector(CartPole::new, 3);
    VectorTransition seen = vector.reset(1);
    float[] before = null;
    int steps = 0;
    do {
      before = seen.observations().clone();
      seen = vector.step(new float[] {1, 0, steps % 2});
      steps++;
    } while (!seen.ended()[0]);
    assertTrue(seen.terminated()[0]);
    assertFalse(seen.truncated()[0]);
    assertTrue(Math.abs(seen.finalObservations()[2]) > 0.2, "it fell");
    assertTrue(Math.abs(before[2]) < 0.2095, "it had not fallen before");
    float[] first = Arrays.copyOf(seen.observations(), 4);
    assertTrue(IntStream.range(0, 4).allMatch(i -> Math.abs(first[i]) <= 0.05), "it was reset");
  }

  @Test
  void restoredCopiesGoOnAsTheyDid() {
    GameVector vector = new GameVector(LinearTracking::new, 2);
    vector.reset(5);
    vector.step(new float[] {1, -1});
    byte[] saved = vector.snapshot();
    float[] expected = play(vector);
    GameVector other = new GameVector(LinearTracking::new, 2);
    other.restore(saved);
    assertArrayEquals(expected, play(other));
  }

  private static float[] play(GameVector vector) {
    float[] all = new float[0];
    for (int t = 0; t < 60; t++) {
      float[] seen = vector.step(new float[] {t % 3 - 1, 0.5f}).observations();
      all = Arrays.copyOf(all, all.length + seen.length);
      System.arraycopy(seen, 0, all, all.length - seen.length, seen.length);
    }
    return all;
  }

  @Test
  void parallelDoesEveryTaskOnce() {
    try (GameContext context = new GameContext(CartPole::new, 1, 1, 3)) {
      int[] done = new int[100];
      context.parallel(100, i -> done[i]++);
      assertTrue(Arrays.stream(done).allMatch(d -> d == 1));
      assertEquals(new RandomStream(1).split("learner").state(), context.random().state());
    }
  }
}
