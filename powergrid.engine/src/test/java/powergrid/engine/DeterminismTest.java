package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import powergrid.api.environment.Environment;
import powergrid.api.environment.Transition;
import powergrid.api.random.RandomStream;

/** The same scenario and seed give the same bits, also after a snapshot. */
class DeterminismTest {
  private final TestWorkbench workbench = new TestWorkbench();

  /** Steps to the end with actions of its own stream and hashes all that comes back. */
  private static long play(Environment e, Transition t, RandomStream random) {
    CRC32 hash = new CRC32();
    while (t.live()) {
      t = e.step(actions(e, random));
      for (float f : t.observations()) {
        hash.update(Float.floatToIntBits(f));
        hash.update(Float.floatToIntBits(f) >>> 8);
        hash.update(Float.floatToIntBits(f) >>> 16);
        hash.update(Float.floatToIntBits(f) >>> 24);
      }
      long cost = Double.doubleToLongBits(e.view().cost(0));
      for (int shift = 0; shift < 64; shift += 8) {
        hash.update((int) (cost >>> shift));
      }
    }
    return hash.getValue();
  }

  private static float[] actions(Environment e, RandomStream random) {
    float[] actions = new float[e.actionOffset(e.possibleAgents().size())];
    for (int k = 0; k < e.possibleAgents().size(); k++) {
      var space = e.possibleAgents().get(k).actionSpace();
      for (int i = 0; i < space.size(); i++) {
        double share = random.nextDouble();
        actions[e.actionOffset(k) + i] =
            (float) (space.axis(i).low() + share * (space.axis(i).high() - space.axis(i).low()));
      }
    }
    return actions;
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "setpoint", "price-signal"})
  void aSeedRepeatsBitForBitInAFreshEnvironment(String protocol) {
    List<Long> hashes = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      try (Environment e = new TestWorkbench().oneMicrogrid(protocol)) {
        hashes.add(play(e, e.reset(7), new RandomStream(1)));
      }
    }
    assertEquals(hashes.get(0), hashes.get(1));
    try (Environment e = workbench.oneMicrogrid(protocol)) {
      assertNotEquals(hashes.get(0), play(e, e.reset(8), new RandomStream(1)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "setpoint", "price-signal"})
  void aSnapshotContinuesBitForBitInAFreshEnvironment(String protocol) {
    try (Environment e = workbench.oneMicrogrid(protocol);
        Environment fresh = new TestWorkbench().oneMicrogrid(protocol)) {
      Transition t = e.reset(7);
      RandomStream random = new RandomStream(1);
      for (int i = 0; i < 37; i++) {
        t = e.step(actions(e, random));
      }
      byte[] saved = e.snapshot();
      float[] seen = t.observations().clone();
      long state = random.state();
      Transition restored = fresh.restore(saved);
      assertArrayEquals(seen, restored.observations());
      assertArrayEquals(saved, fresh.snapshot(), "a snapshot of a snapshot");
      long hash = play(e, t, random);
      random.state(state);
      assertEquals(hash, play(fresh, restored, random));
      long next = play(e, e.reset(), new RandomStream(2));
      assertEquals(next, play(fresh, fresh.reset(), new RandomStream(2)), "the next episode");
    }
  }

  @Test
  void allVariantsSeeTheSameDraws() {
    List<List<Double>> draws = new ArrayList<>();
    for (String protocol : List.of("none", "setpoint", "price-signal")) {
      try (Environment e = workbench.oneMicrogrid(protocol)) {
        Transition t = e.reset(11);
        List<Double> seen = new ArrayList<>();
        seen.add(e.view().state(3, "storage.soc"));
        while (t.live()) {
          t = e.step(e.heldActions());
          seen.add(e.view().series("load"));
          seen.add(e.view().series("irradiance"));
          seen.add(e.view().series("price"));
        }
        draws.add(seen);
      }
    }
    assertEquals(draws.get(0), draws.get(1));
    assertEquals(draws.get(0), draws.get(2));
  }

  @Test
  void aSnapshotOfAnotherScenarioOrADamagedOneIsRefused() {
    try (Environment e = workbench.oneMicrogrid("none");
        Environment other = workbench.oneMicrogrid("setpoint")) {
      e.reset(1);
      other.reset(1);
      byte[] saved = e.snapshot();
      assertEquals(
          "the snapshot is of another scenario, of other days, or of other versions of its"
              + " plug-ins",
          assertThrows(IllegalArgumentException.class, () -> other.restore(saved)).getMessage());
      byte[] damaged = saved.clone();
      damaged[damaged.length / 2] ^= 1;
      assertEquals(
          "the snapshot is damaged: its check sum is wrong",
          assertThrows(IllegalArgumentException.class, () -> e.restore(damaged)).getMessage());
      assertThrows(IllegalArgumentException.class, () -> e.restore(new byte[10]));
      assertArrayEquals(saved, e.snapshot(), "nothing has changed");
      assertTrue(e.step(e.heldActions()).live());
    }
  }
}
