package powergrid.learning.ppo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import powergrid.api.agent.Model;
import powergrid.api.agent.Model.Part;
import powergrid.api.learning.Learner;
import powergrid.api.learning.LearnerFactory;
import powergrid.learning.Learners;
import powergrid.learning.Meddler;
import powergrid.testkit.Configured;
import powergrid.testkit.learning.GameContext;
import powergrid.testkit.learning.GameVector;

/** What learners tell of what they learn, and take over. */
class PolicyModelTest {
  private final List<Model> models = new ArrayList<>();

  private static Configured<PpoSettings> small() {
    return Configured.of(PpoSettings.class)
        .with("environments", 4)
        .with("horizon", 40)
        .with("minibatch", 80)
        .with("hidden", List.of(16, 16))
        .with("learningRate", 3e-3);
  }

  /** A learner whose players' models are given to somebody after every step. */
  private static Learner learner(
      LearnerFactory<PpoSettings> factory,
      Configured<PpoSettings> settings,
      java.util.function.Consumer<List<? extends Model>> exchange) {
    return factory.create(
        settings.build(),
        GameContext.of(n -> new GameVector(Meddler::new, n).exchanging(exchange), 10_000, 3, 1));
  }

  private void show(List<? extends Model> those) {
    models.clear();
    models.addAll(those);
  }

  @Test
  void countsWhatWasLearntFrom() {
    Learner learner = learner(new Ippo(), small(), this::show);
    learner.learn();
    learner.learn();
    for (Model model : models) {
      assertEquals(2, model.iterations());
      assertEquals(2 * 4 * 40, model.samples());
      float[] own = model.parameters(Part.ALL);
      model.parameters(Part.ALL, own, 0);
      assertArrayEquals(own, model.parameters(Part.ALL));
      assertEquals(0, model.iterations());
      assertEquals(0, model.samples());
      assertEquals(2, model.allIterations());
    }
  }

  @Test
  void theTrunkIsAllButTheLastLayer() {
    learner(new Ippo(), small(), this::show).learn();
    Model model = models.get(0);
    float[] all = model.parameters(Part.ALL);
    float[] trunk = model.parameters(Part.TRUNK);
    int inputs = (trunk.length - 16 * 16 - 16 - 16) / 16;
    assertEquals(16 * inputs + 16 + 16 * 16 + 16, trunk.length);
    assertArrayEquals(trunk, Arrays.copyOf(all, trunk.length));
    float[] zeros = new float[trunk.length];
    model.parameters(Part.TRUNK, zeros, 0);
    float[] after = model.parameters(Part.ALL);
    assertArrayEquals(zeros, Arrays.copyOf(after, trunk.length));
    assertArrayEquals(
        Arrays.copyOfRange(all, trunk.length, all.length),
        Arrays.copyOfRange(after, trunk.length, all.length));
    assertThrows(IllegalArgumentException.class, () -> model.parameters(Part.ALL, new float[3], 0));
  }

  @Test
  void layoutsAreThoseOfNetworks() {
    learner(new Ippo(), small(), this::show).learn();
    int[] of = {models.get(0).layout(Part.ALL), models.get(0).layout(Part.TRUNK)};
    assertEquals(of[0], models.get(1).layout(Part.ALL));
    assertNotEquals(of[0], of[1]);
    learner(new Ippo(), small().with("hidden", List.of(16)), this::show).learn();
    assertNotEquals(of[0], models.get(0).layout(Part.ALL));
    assertNotEquals(of[1], models.get(0).layout(Part.TRUNK));
  }

  /** Where only the pull is left to learn from, a strong one keeps parameters where they are. */
  @Test
  void isPulledToWhatItTookOver() {
    double[] moved = new double[2];
    for (int i = 0; i < 2; i++) {
      double pull = i == 0 ? 0 : 1e6;
      float[][] taken = new float[1][];
      Learner learner =
          learner(
              new Ippo(),
              small().with("maxGradientNorm", 1e9),
              those -> {
                show(those);
                Model model = those.get(0);
                if (taken[0] == null) {
                  taken[0] = model.parameters(Part.ALL);
                  model.parameters(Part.ALL, taken[0], pull);
                }
              });
      for (int k = 0; k < 20; k++) {
        learner.learn();
      }
      float[] now = models.get(0).parameters(Part.ALL);
      for (int j = 0; j < now.length; j++) {
        moved[i] += Math.pow(now[j] - taken[0][j], 2);
      }
    }
    assertTrue(moved[1] < moved[0] / 10, moved[0] + " without pull, " + moved[1] + " with");
  }

  @Test
  void normalisesByWhatOthersObservedToo() {
    learner(new Ippo(), small(), this::show).learn();
    Model model = models.get(0);
    double[] own = model.moments();
    assertEquals(4 * 40, own[0]);
    model.othersMoments(models.get(1).moments());
    assertArrayEquals(models.get(1).moments(), model.othersMoments());
    assertArrayEquals(own, model.moments(), "its own stay apart");
    Learner raw = learner(new Ippo(), small().with("normalizeObservations", false), this::show);
    raw.learn();
    assertEquals(0, models.get(0).moments().length);
  }

  @Test
  void goesOnBitForBitWithWhatItTookOver() {
    for (LearnerFactory<PpoSettings> factory : List.of(new Ippo(), new Mappo())) {
      Learners.assertResumes(() -> learner(factory, small(), PolicyModelTest::average), 3);
    }
  }

  /** Takes the mean after every other iteration, and the moments. */
  private static void average(List<? extends Model> those) {
    if (those.get(0).iterations() < 2) {
      return;
    }
    float[] mean = those.get(0).parameters(Part.ALL);
    float[] other = those.get(1).parameters(Part.ALL);
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (mean[i] + other[i]) / 2;
    }
    for (int i = 0; i < 2; i++) {
      those.get(i).parameters(Part.ALL, mean, 0.1);
      those.get(i).othersMoments(those.get(1 - i).moments());
    }
  }

  @Test
  void whoSharesANetworkHasNoModelOfItsOwn() {
    learner(new Ippo(), small().with("share", "role"), this::show).learn();
    assertEquals(0, models.size());
    learner(new JointPpo(), small(), this::show).learn();
    assertEquals(0, models.size());
  }
}
