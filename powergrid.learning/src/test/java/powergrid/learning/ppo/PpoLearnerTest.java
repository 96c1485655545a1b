package powergrid.learning.ppo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static powergrid.learning.Learners.assertSame;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import powergrid.api.learning.Actor;
import powergrid.api.learning.Iteration;
import powergrid.api.learning.Learner;
import powergrid.api.learning.LearnerFactory;
import powergrid.api.learning.Tensors;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;
import powergrid.learning.Learners;
import powergrid.learning.Meddler;
import powergrid.testkit.Configured;
import powergrid.testkit.FakeAgent;
import powergrid.testkit.learning.GameContext;
import powergrid.testkit.learning.GameEnvironment;

class PpoLearnerTest {
  private static Configured<PpoSettings> small() {
    return Configured.of(PpoSettings.class)
        .with("environments", 4)
        .with("horizon", 40)
        .with("minibatch", 150) // two shards, and a rest
        .with("hidden", List.of(16, 16))
        .with("learningRate", 3e-3);
  }

  private static Learner learner(
      LearnerFactory<PpoSettings> factory, Configured<PpoSettings> settings, int threads) {
    return factory.create(
        settings.build(), new GameContext(() -> game(settings), 10_000, 3, threads));
  }

  private static Meddler game(Configured<PpoSettings> settings) {
    return new Meddler(settings.build().pad());
  }

  /** What there is to vary: the learners, and what changes what is saved. */
  static Stream<Arguments> variants() {
    return Stream.of(
        Arguments.of(new Ippo(), small()),
        Arguments.of(new Ippo(), small().with("share", "role").with("identity", true)),
        Arguments.of(new Ippo(), small().with("squash", true).with("entropy", 0.01)),
        Arguments.of(new Ippo(), small().with("gsde", true).with("gsdeSteps", 3)),
        Arguments.of(new Ippo(), small().with("scaleRewards", true).with("clipValue", 0.2)),
        Arguments.of(new Ippo(), small().with("share", "role").with("pad", true)),
        Arguments.of(new Mappo(), small()),
        Arguments.of(new Mappo(), small().with("share", "role").with("activation", "relu")),
        Arguments.of(new JointPpo(), small().with("schedule", "linear").with("targetKl", 0.01)));
  }

  @ParameterizedTest
  @MethodSource("variants")
  void beforeTheFirstUpdateEveryRatioIsOneWhateverBecameOfActions(
      LearnerFactory<PpoSettings> factory, Configured<PpoSettings> settings) {
    Iteration first =
        learner(factory, settings.with("epochs", 1).with("minibatch", 1000), 1).learn();
    assertEquals(0.0, first.figures().get("kl")); // of ratios that are 1 to the last bit
    assertEquals(0.0, first.figures().get("clipFraction"));
    assertTrue(first.figures().get("overrideMw") > 0.1, first.toString());
    boolean squashed = settings.build().squash();
    assertEquals(squashed, first.figures().get("clamped") == 0, first.toString());
  }

  @ParameterizedTest
  @MethodSource("variants")
  void goesOnBitForBitFromWhereItWasSaved(
      LearnerFactory<PpoSettings> factory, Configured<PpoSettings> settings) {
    Learners.assertResumes(() -> learner(factory, settings, 1), 3);
  }

  @ParameterizedTest
  @MethodSource("variants")
  void learnsTheSameOnAnyNumberOfThreads(
      LearnerFactory<PpoSettings> factory, Configured<PpoSettings> settings) {
    Learner one = learner(factory, settings, 1);
    Learner three = learner(factory, settings, 3);
    for (int i = 0; i < 3; i++) {
      assertEquals(one.learn(), three.learn());
    }
    assertSame(one, three);
  }

  @ParameterizedTest
  @MethodSource("variants")
  void anActorFromAFileDoesWhatTheLearnersOwnDoesAndDrawsNothing(
      LearnerFactory<PpoSettings> factory, Configured<PpoSettings> settings) {
    Learner learner = learner(factory, settings, 1);
    learner.learn();
    Tensors policy = new Tensors();
    learner.save(policy, new Tensors());
    Meddler game = game(settings);
    Actor read = factory.actor(policy, game.players(), game.stateSpace());
    Actor own = learner.actor();
    learner.learn(); // changes neither
    double expected = new GameEnvironment(game(settings)).play(own, 5, 9);
    assertEquals(expected, new GameEnvironment(game).play(read, 5, 9));
    assertEquals(expected, new GameEnvironment(game).play(read, 5, 9));
    assertNotEquals(expected, new GameEnvironment(game).play(learner.actor(), 5, 9));
  }

  @Test
  void anActorStaysWithinBoundsAndOpenChoices() {
    Learner learner = learner(new Ippo(), small(), 1);
    learner.learn();
    Actor actor = learner.actor();
    GameEnvironment environment = new GameEnvironment(new Meddler());
    environment.play(
        (e, seen, actions) -> {
          actor.act(e, seen, actions);
          for (int i = 0; i < 2; i++) {
            assertTrue(actions[2 * i] >= -0.5 && actions[2 * i] <= 1.5);
            assertEquals(1, seen.masks()[3 * i + (int) actions[2 * i + 1]]);
          }
        },
        20,
        1);
  }

  @Test
  void aPolicyForOtherAgentsIsRefusedByTheNameOfTheOneThatDiffers() {
    Learner learner = learner(new Ippo(), small(), 1);
    Tensors policy = new Tensors();
    learner.save(policy, new Tensors());
    FakeAgent first = new Meddler().players().get(0);
    FakeAgent other =
        first
            .beside("MG2")
            .actionSpace(first.actionSpace())
            .observationSpace(
                Space.of(Axis.real("level", "MWh", 0, 1e3), Axis.real("price", "USD/MWh", 0, 9)));
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> new Ippo().actor(policy, List.of(first, other), Space.EMPTY))
            .getMessage();
    assertEquals(
        "MG2 is not as it was when this was learnt: it observes price [USD/MWh] as number 2,"
            + " where it was step []",
        message);
    message =
        assertThrows(
                IllegalArgumentException.class,
                () -> new Ippo().actor(policy, List.of(first), Space.EMPTY))
            .getMessage();
    assertEquals("it was learnt with the agents MG1, MG2, not with MG1", message);
  }

  @Test
  void unboundedActionsAreRefusedByNameOfAgentAndAxis() {
    FakeAgent agent =
        FakeAgent.grid("MG7")
            .actionSpace(Space.of(Axis.real("price", "USD/MWh", 0, Double.POSITIVE_INFINITY)));
    String message =
        assertThrows(
                ConfigurationException.class,
                () -> powergrid.learning.team.Player.each(List.of(agent)))
            .getMessage();
    assertTrue(message.startsWith("MG7 decides on price within [0.0, Infinity]"), message);
  }

  @Test
  void learningThatDivergesIsSaidSo() {
    Learner learner = learner(new Ippo(), small(), 1);
    learner.learn();
    Tensors policy = new Tensors();
    Tensors training = new Tensors();
    learner.save(policy, training);
    Tensors broken = new Tensors();
    for (String name : training.names()) {
      switch (training.kind(name)) {
        case FLOAT -> {
          float[] data = training.floats(name);
          if (name.equals("critic.MG2.0.bias")) {
            Arrays.fill(data, Float.NaN);
          }
          broken.put(name, data, training.shape(name));
        }
        case DOUBLE -> broken.put(name, training.doubles(name));
        case LONG -> broken.put(name, training.longs(name));
        default -> broken.put(name, training.bytes(name));
      }
    }
    learner.restore(policy, broken);
    Exception e = assertThrows(IllegalStateException.class, learner::learn);
    assertTrue(e.getMessage().startsWith("what MG2 learns is no longer finite"), e.getMessage());
  }

  @Test
  void settingsThatDoNotGoTogetherAreRefused() {
    assertEquals(
        "pad",
        assertThrows(ConfigurationException.class, () -> small().with("pad", true).build()).path());
    assertEquals(
        "hidden",
        assertThrows(ConfigurationException.class, () -> small().with("hidden", List.of()).build())
            .path());
    assertEquals(
        "share",
        assertThrows(
                ConfigurationException.class,
                () -> learner(new JointPpo(), small().with("share", "role"), 1))
            .path());
  }
}
