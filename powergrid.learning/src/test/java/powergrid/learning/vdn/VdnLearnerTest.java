package powergrid.learning.vdn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import powergrid.api.learning.Actor;
import powergrid.api.learning.Learner;
import powergrid.api.learning.Tensors;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.random.RandomStream;
import powergrid.learning.Learners;
import powergrid.learning.Meddler;
import powergrid.learning.nn.Parameters;
import powergrid.learning.team.Player;
import powergrid.learning.team.Role;
import powergrid.learning.team.Roles;
import powergrid.learning.team.Sharing;
import powergrid.testkit.Configured;
import powergrid.testkit.learning.CartPole;
import powergrid.testkit.learning.GameContext;
import powergrid.testkit.learning.GameEnvironment;

class VdnLearnerTest {
  private static Configured<VdnSettings> small() {
    return Configured.of(VdnSettings.class)
        .with("environments", 3)
        .with("horizon", 20)
        .with("warmup", 50)
        .with("minibatch", 16)
        .with("replay", 200) // so that the oldest are overwritten
        .with("hidden", List.of(16))
        .with("targetEvery", 7);
  }

  private static Learner learner(Configured<VdnSettings> settings, int threads) {
    return new Vdn().create(settings.build(), new GameContext(Meddler::new, 1000, 3, threads));
  }

  @ParameterizedTest
  @CsvSource({"none, false", "role, true"})
  void goesOnBitForBitFromWhereItWasSavedReplayIncluded(String share, boolean identity) {
    Configured<VdnSettings> settings = small().with("share", share).with("identity", identity);
    Learners.assertResumes(() -> learner(settings, 1), 4);
  }

  @Test
  void learnsTheSameOnAnyNumberOfThreads() {
    Learner one = learner(small(), 1);
    Learner three = learner(small(), 3);
    for (int i = 0; i < 4; i++) {
      assertEquals(one.learn(), three.learn());
    }
    Learners.assertSame(one, three);
  }

  /** Of the mean of (Q - y)² with y held, through the sum over players, axes and layers. */
  @Test
  void gradientsAreThoseOfFiniteDifferences() {
    VdnSettings settings = small().with("activation", "tanh").build();
    Role role = Roles.of(Player.each(new Meddler().players()), Sharing.ROLE, false, true).get(0);
    ValueNet.Shape shape =
        new ValueNet.Shape(List.of(9), settings.activation(), settings.bins(), false);
    ValueLearner learner = new ValueLearner(new ValueNet(role, shape), shape, settings, 0);
    RandomStream random = new RandomStream(4);
    learner.start(random);
    Replay replay = new Replay(16, 4, 6, 4);
    int[] samples = new int[16];
    double[] y = new double[16];
    for (int i = 0; i < 16; i++) {
      samples[i] = replay.add();
      for (int k = 0; k < 4; k++) {
        replay.seen[i][k] = (float) random.nextGaussian();
        replay.choices[i][k] = random.nextInt(k % 2 == 0 ? 5 : 3);
      }
      y[i] = random.nextGaussian();
    }
    learner.value(replay, samples);
    float[] d = new float[16];
    for (int b = 0; b < 16; b++) {
      d[b] = (float) (2 * (learner.q[b] - y[b]) / 16);
    }
    float[] gradient = learner.differentiate(replay, samples, d).flat();
    Parameters parameters = learner.values.net.parameters();
    float[] x = parameters.flat();
    float step = 4e-3f;
    for (int i = 0; i < x.length; i++) {
      double[] losses = new double[2];
      for (int side = 0; side < 2; side++) {
        float[] moved = x.clone();
        moved[i] += side == 0 ? step : -step;
        parameters.flat(moved);
        learner.values.net.refresh();
        learner.value(replay, samples);
        for (int b = 0; b < 16; b++) {
          losses[side] += Math.pow(learner.q[b] - y[b], 2) / 16;
        }
      }
      double slope = (losses[0] - losses[1]) / (2 * step);
      assertEquals(slope, gradient[i], 3e-3 * Math.max(1, Math.abs(slope)), "of number " + i);
    }
  }

  /** By chance it falls after some 22 steps. */
  @Test
  void aPoleIsBalancedFourTimesAsLongAsByChance() {
    VdnSettings settings =
        Configured.of(VdnSettings.class)
            .with("stepsPerUpdate", 2)
            .with("targetEvery", 100)
            .with("epsilonShare", 0.3)
            .with("normalizeObservations", false)
            .build();
    long steps = 25_000;
    try (GameContext context = new GameContext(CartPole::new, steps, 1, 1)) {
      Learner learner = new Vdn().create(settings, context);
      for (long n = 0; n < steps; ) {
        n += learner.learn().steps();
      }
      double mean = new GameEnvironment(new CartPole()).play(learner.actor(), 20, 77);
      assertTrue(mean >= 4 * 22, "mean return is " + mean);
    }
  }

  @Test
  void anActorFromAFileDoesWhatTheLearnersOwnDoes() {
    Learner learner = learner(small(), 1);
    learner.learn();
    Tensors policy = new Tensors();
    learner.save(policy, new Tensors());
    Meddler game = new Meddler();
    Actor read = new Vdn().actor(policy, game.players(), game.stateSpace());
    double expected = new GameEnvironment(new Meddler()).play(learner.actor(), 5, 9);
    assertEquals(expected, new GameEnvironment(game).play(read, 5, 9));
  }

  @Test
  void aReplayOfLessThanAMinibatchIsRefused() {
    assertEquals(
        "replay",
        assertThrows(ConfigurationException.class, () -> small().with("replay", 10).build())
            .path());
  }
}
