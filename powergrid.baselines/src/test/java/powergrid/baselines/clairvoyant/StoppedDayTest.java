package powergrid.baselines.clairvoyant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import powergrid.api.environment.Split;
import powergrid.api.experiment.Clairvoyance;
import powergrid.api.experiment.Clairvoyant.Counting;
import powergrid.api.scenario.Scenario;
import powergrid.baselines.Workbench;

class StoppedDayTest {
  private final Workbench workbench = new Workbench(Map.of());

  private Optional<Clairvoyance> look(Scenario scenario, BooleanSupplier stop) {
    return workbench.clairvoyant().episode(scenario, 1, 0, Split.ALL, Counting.SETTLED, stop);
  }

  /** Sixty microgrids that trade, whose linear program takes ten seconds and more. */
  @Test
  void aLongSolveIsGivenUp() throws IOException {
    String yaml = Workbench.example("hundred-microgrids").replace("count: 100", "count: 60");
    Scenario scenario = workbench.scenario(yaml);
    AtomicInteger asked = new AtomicInteger();
    assertEquals(Optional.empty(), look(scenario, () -> asked.incrementAndGet() > 3));
    assertTrue(asked.get() > 3);
  }

  /** Wherever it is asked, before linear programs, in them or in the replay, it is stopped. */
  @Test
  void itIsHeededWhereverItIsAsked() throws IOException {
    Scenario scenario = workbench.scenario(Workbench.example("one-microgrid"));
    AtomicInteger all = new AtomicInteger();
    assertTrue(look(scenario, () -> all.incrementAndGet() < 0).isPresent());
    assertTrue(all.get() > 96, "at least before every step of the replay");
    for (int patience : new int[] {0, 1, 10, 96}) {
      AtomicInteger asked = new AtomicInteger();
      assertEquals(Optional.empty(), look(scenario, () -> asked.incrementAndGet() > patience));
    }
  }
}
