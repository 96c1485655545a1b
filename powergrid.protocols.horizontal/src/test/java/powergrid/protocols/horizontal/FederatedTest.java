package powergrid.protocols.horizontal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import powergrid.api.agent.Model;
import powergrid.testkit.Configured;
import powergrid.testkit.FakeModel;
import powergrid.testkit.Links;
import powergrid.testkit.ProtocolHarness;

/** Averages against the arithmetic of McMahan et al. (2017), with numbers that floats hold. */
class FederatedTest {
  private final List<FakeModel> models = new ArrayList<>();

  @BeforeEach
  void threeModels() {
    for (int i = 0; i < 3; i++) {
      models.add(new FakeModel(0, 0, 0));
    }
  }

  private static Configured<Federated> settings() {
    return Configured.of(Federated.class);
  }

  private ProtocolHarness group(Federated protocol, int[][] near) {
    ProtocolHarness group = ProtocolHarness.peers(protocol, near);
    for (int i = 0; i < 3; i++) {
      group.participant(i).model(models.get(i));
    }
    return group;
  }

  /** Samples 100, 200, 100: weights of a quarter, a half, a quarter. */
  private void learn() {
    models.get(0).learn(100, 4, 0, 1);
    models.get(1).learn(200, 0, 2, 2);
    models.get(2).learn(100, 8, 4, 3);
  }

  @Test
  void takesTheMeanByWhatEachLearntFrom() {
    ProtocolHarness group = group(settings().build(), Links.complete(3));
    learn();
    group.step();
    for (FakeModel model : models) {
      assertArrayEquals(new float[] {3, 2, 2}, model.parameters(Model.Part.ALL));
      assertEquals(0, model.iterations());
      assertEquals(0, model.pull());
    }
    assertEquals(6, group.messages());
    // iteration and layout, samples, three parameters and no moments with their lengths
    assertEquals(6 * (4 + 4 + 8 + (4 + 3 * 4) + 4), group.bytes());
  }

  @Test
  void saysNothingUntilThereIsSomethingNew() {
    ProtocolHarness group = group(settings().with("every", 2).build(), Links.complete(3));
    assertEquals(0, group.step().messages());
    learn();
    assertEquals(0, group.step().messages());
    learn();
    assertEquals(6, group.step().messages());
    assertEquals(0, group.step().messages());
  }

  @Test
  void onAPathEverybodyAveragesWithItsNeighbours() {
    ProtocolHarness group = group(settings().build(), Links.line(3));
    learn();
    group.step();
    float third = 1 / 3f;
    assertArrayEquals(
        new float[] {4 * third, 4 * third, 5 * third},
        models.get(0).parameters(Model.Part.ALL),
        1e-6f);
    assertArrayEquals(new float[] {3, 2, 2}, models.get(1).parameters(Model.Part.ALL));
  }

  @Test
  void theTrunkIsAveragedAndTheHeadIsOnesOwn() {
    ProtocolHarness group =
        group(settings().with("layers", Model.Part.TRUNK).build(), Links.complete(3));
    learn();
    group.step();
    for (int i = 0; i < 3; i++) {
      assertArrayEquals(new float[] {3, 2, i + 1}, models.get(i).parameters(Model.Part.ALL));
    }
  }

  @Test
  void pullsToTheAverageAsFedProxDoes() {
    ProtocolHarness group = group(settings().with("proximal", 0.5).build(), Links.complete(3));
    learn();
    group.step();
    models.forEach(model -> assertEquals(0.5, model.pull()));
  }

  @Test
  void leavesOutWhatIsLost() {
    ProtocolHarness group = group(settings().build(), Links.complete(3));
    group.wire((round, from, to, payload) -> from == group.participant(2).agent() ? null : payload);
    learn();
    group.step();
    float third = 1 / 3f;
    float[] ofTwo = {4 * third, 4 * third, 5 * third};
    assertArrayEquals(ofTwo, models.get(0).parameters(Model.Part.ALL), 1e-6f);
    assertArrayEquals(ofTwo, models.get(1).parameters(Model.Part.ALL), 1e-6f);
    assertArrayEquals(new float[] {3, 2, 2}, models.get(2).parameters(Model.Part.ALL));
  }

  @Test
  void waitsForWhatIsLateUntilTheDeadline() {
    ProtocolHarness group = group(settings().with("deadline", 3).build(), Links.complete(3));
    group.delay(2);
    learn();
    assertEquals(6, group.step().messages());
    assertArrayEquals(new float[] {4, 0, 1}, models.get(0).parameters(Model.Part.ALL));
    assertEquals(0, group.step().messages());
    group.step();
    for (FakeModel model : models) {
      assertArrayEquals(new float[] {3, 2, 2}, model.parameters(Model.Part.ALL));
    }
  }

  @Test
  void whatComesAfterTheDeadlineIsOfAnEarlierIteration() {
    ProtocolHarness group = group(settings().build(), Links.complete(3));
    group.delay(2);
    learn();
    group.step();
    group.step();
    group.step();
    assertArrayEquals(new float[] {4, 0, 1}, models.get(0).parameters(Model.Part.ALL));
  }

  /** Against the moments of all that others have seen, in one. */
  @Test
  void mergesMomentsByCount() {
    ProtocolHarness group = group(settings().build(), Links.complete(3));
    models.get(0).observe(1, 2, 3);
    models.get(1).observe(10, 20);
    models.get(2).observe(-5, 0, 5, 7);
    learn();
    group.step();
    FakeModel both = new FakeModel(0).observe(10, 20, -5, 0, 5, 7);
    assertArrayEquals(both.moments(), models.get(0).othersMoments(), 1e-9);
    learn();
    group.step();
    assertArrayEquals(both.moments(), models.get(0).othersMoments(), 1e-9, "nothing counts twice");
  }

  @Test
  void refusesNetworksOfAnotherLayoutByName() {
    ProtocolHarness group = group(settings().build(), Links.complete(3));
    models.get(1).layout(2);
    learn();
    IllegalStateException e = assertThrows(IllegalStateException.class, group::step);
    assertEquals(
        String.format(
            "the networks of %s and %s are not of one layout; give both devices of the same kinds"
                + " and names, or where they observe the same, write layers: trunk",
            group.participant(0).agent().id(), group.participant(1).agent().id()),
        e.getMessage());
  }

  @Test
  void doesNothingWhereNobodyLearns() {
    ProtocolHarness group = ProtocolHarness.peers(settings().build(), Links.complete(3));
    assertEquals(0, group.step().messages());
  }
}
