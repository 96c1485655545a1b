package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import powergrid.api.device.Device;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.DeviceFactory;
import powergrid.api.device.Settlement;
import powergrid.api.environment.Environment;
import powergrid.api.environment.FeederView;
import powergrid.api.network.Network;
import powergrid.api.plugin.Field;
import powergrid.api.plugin.PluginKind;
import powergrid.api.powerflow.Solution;
import powergrid.api.scenario.ScenarioException;

/**
 * A microgrid on the IEEE 34-node feeder whose tie is open from 11:30 to 12:15 and that devices
 * carry meanwhile: a fifth of the IEEE 13-node feeder, 0.69 MW at full load.
 */
class FormingDevicesTest {
  /** Injects what it is told; forms its island's voltage if it has a rating for that. */
  public record Fixed(
      @Field double mw,
      @Field(value = "0") double mva,
      @Field(value = "-10") double least,
      @Field(value = "10") double greatest) {}

  private final class Factory implements DeviceFactory<Fixed> {
    @Override
    public Class<Fixed> configType() {
      return Fixed.class;
    }

    @Override
    public Device create(Fixed fixed, DeviceContext context) {
      if (fixed.mva() > 0) {
        context.terminal().formGrid(1.04, fixed.mva());
      }
      return new Device() {
        @Override
        public void act(double hours) {
          context.terminal().inject(fixed.mw(), 0);
          if (fixed.mva() > 0) {
            context.terminal().carry(fixed.least(), fixed.greatest());
          }
        }

        @Override
        public void settle(Settlement step) {
          double sum = step.pMw(0) + step.pMw(1) + step.pMw(2);
          assertEquals(sum, step.pMw(), 1e-12);
          power.put(context.id(), step.pMw());
          formed.put(context.id(), step.formedGrid());
        }
      };
    }
  }

  private static final String YAML =
      """
      name: island
      clock: {start: "2023-07-01T11:00", step: 15min, steps: 12}
      network: {type: ieee34, loadScale: 0.5}
      data: {load: {dataset: synthetic}, price: {dataset: synthetic, known: ahead}}
      events: [{at: 30min, open: MG1.tie}, {at: 75min, close: MG1.tie}]
      microgrids:
        - id: MG1
          network: {type: ieee13, taps: [0, 0, 0], loadScale: 0.2, capacitorScale: 0.2}
          attach: {bus: "806", mva: 1.5, rPercent: 1, xPercent: 5}
          devices:
            - {id: grid, type: grid, bus: "650"}
      """;

  private final TestWorkbench workbench = new TestWorkbench();
  private final Map<String, Double> power = new HashMap<>();
  private final Map<String, Boolean> formed = new HashMap<>();

  FormingDevicesTest() {
    workbench.install(PluginKind.DEVICE, "fixed", new Factory());
  }

  private Environment environment(String... devices) {
    StringBuilder yaml = new StringBuilder(YAML);
    for (String device : devices) {
      yaml.append("      - {type: fixed, phases: abc, ").append(device).append("}\n");
    }
    return workbench.environments().create(workbench.scenario(yaml.toString()));
  }

  private static boolean island(int step) {
    return step >= 2 && step < 5;
  }

  /** The load of the island, as the network models it, at the voltages found. */
  private static double magnitude(Environment e, String bus) {
    FeederView feeder = e.view().feeders().get(0);
    return feeder.solution().magnitude(3 * feeder.network().busIndex(bus));
  }

  @Test
  void theFormingDeviceSuppliesWhatItsIslandTakes() {
    try (Environment e = environment("id: ess, bus: \"671\", mw: 0.1, mva: 1")) {
      e.reset(3);
      for (int step = 0; step < 8; step++) {
        e.step(e.heldActions());
        assertEquals(island(step), formed.get("ess"), "step " + step);
        FeederView feeder = e.view().feeders().get(0);
        Solution s = feeder.solution();
        assertEquals(0, feeder.notServedMwh());
        assertEquals(0, feeder.refusedClosings());
        if (island(step)) {
          // nothing else feeds the island: all sources together carry all loads and losses
          double head = s.sourceMw() - power.get("ess");
          assertEquals(s.loadMw() + s.lossesMw(), head + power.get("ess"), 1e-5);
          double load = 0.2 * 3.466 * e.view().series("load");
          assertEquals(load, power.get("ess"), 0.12 * load, "load models and losses apart");
          assertEquals(1.04, magnitude(e, "MG1.671"), 1e-12);
          assertEquals(0, e.view().netMw(agent(e, "MG1.grid")));
        } else {
          assertEquals(0.1, power.get("ess"));
        }
      }
    }
  }

  private static int agent(Environment e, String id) {
    for (int i = 0; i < e.view().agents().size(); i++) {
      if (e.view().agents().get(i).id().equals(id)) {
        return i;
      }
    }
    throw new AssertionError(id);
  }

  /** By steady-state droop, in proportion to their ratings, to 1e-4 of them. */
  @Test
  void twoShareTheirIslandByTheirRatings() {
    try (Environment e =
        environment(
            "id: one, bus: \"671\", mw: 0.1, mva: 1", "id: two, bus: \"675\", mw: 0, mva: 0.5")) {
      e.reset(3);
      for (int step = 0; step < 5; step++) {
        e.step(e.heldActions());
        assertEquals(island(step), formed.get("one") && formed.get("two"));
        if (island(step)) {
          assertTrue(power.get("one") > 0.1);
          assertEquals(2 * power.get("two"), power.get("one"), 3e-4);
        }
      }
    }
  }

  @Test
  void anOverloadedIslandShedsByPriorityAsMuchAsItNeeds() {
    try (Environment e =
        environment(
            "id: ess, bus: \"671\", mw: 0, mva: 1, greatest: 0.75",
            "id: last, bus: \"675\", mw: -0.1, shedPriority: 2",
            "id: first, bus: \"675\", mw: -0.2, shedPriority: 1",
            "id: never, bus: \"675\", mw: -0.1",
            "id: source, bus: \"675\", mw: 0.01, shedPriority: 0")) {
      e.reset(3);
      for (int step = 0; step < 6; step++) {
        e.step(e.heldActions());
        assertEquals(island(step) ? 0 : -0.2, power.get("first"), "step " + step);
        assertEquals(-0.1, power.get("last"), "what is left is carried");
        assertEquals(-0.1, power.get("never"));
        assertEquals(0.01, power.get("source"), "which would only make it worse");
        assertTrue(!island(step) || power.get("ess") <= 0.75 + 1e-6);
        assertEquals(0, e.view().feeders().get(0).notServedMwh());
      }
    }
  }

  @Test
  void aSurplusThatItCannotTakeShedsWhatInjects() {
    try (Environment e =
        environment(
            "id: ess, bus: \"671\", mw: 0, mva: 2, least: 0",
            "id: sun, bus: \"675\", mw: 1.2, shedPriority: 1",
            "id: load, bus: \"675\", mw: -0.1, shedPriority: 0")) {
      e.reset(3);
      for (int step = 0; step < 6; step++) {
        e.step(e.heldActions());
        assertEquals(island(step) ? 0 : 1.2, power.get("sun"));
        assertEquals(-0.1, power.get("load"));
      }
    }
  }

  @Test
  void anIslandThatNothingCanRelieveIsDarkAndComesBack() {
    try (Environment e =
        environment(
            "id: ess, bus: \"671\", mw: 0.05, mva: 1, greatest: 0.2",
            "id: load, bus: \"675\", mw: -0.1, shedPriority: 0",
            "id: base, bus: \"675\", mw: -0.03")) {
      e.reset(3);
      for (int step = 0; step < 8; step++) {
        e.step(e.heldActions());
        FeederView feeder = e.view().feeders().get(0);
        assertFalse(feeder.blackout(), "the feeder itself goes on");
        if (island(step)) {
          assertEquals(0, magnitude(e, "MG1.671"));
          assertEquals(0, power.get("ess"));
          assertEquals(0, power.get("load"));
          assertEquals(0, power.get("base"));
          double expected = 0.2 * 3.466 * e.view().series("load") * 0.25;
          assertEquals(expected, feeder.notServedMwh(), 1e-9);
          Solution s = feeder.solution();
          assertEquals(s.sourceMw(), s.loadMw() + s.lossesMw(), 1e-5);
        } else {
          assertTrue(magnitude(e, "MG1.671") > 0.9, "step " + step);
          assertEquals(0.05, power.get("ess"));
          assertEquals(-0.1, power.get("load"));
          assertEquals(-0.03, power.get("base"), "also what is never shed comes back");
          assertEquals(0, feeder.notServedMwh());
        }
      }
    }
  }

  @Test
  void aSnapshotInAnIslandGoesOnBitForBit() {
    String[] devices = {
      "id: ess, bus: \"671\", mw: 0.05, mva: 1, greatest: 0.42",
      "id: two, bus: \"675\", mw: 0, mva: 0.5",
      "id: load, bus: \"675\", mw: -0.1, shedPriority: 0"
    };
    try (Environment e = environment(devices);
        Environment other = environment(devices)) {
      e.reset(7);
      for (int step = 0; step < 3; step++) {
        e.step(e.heldActions());
      }
      other.restore(e.snapshot());
      for (int step = 3; step < 8; step++) {
        e.step(e.heldActions());
        other.step(other.heldActions());
        Solution s = e.view().feeders().get(0).solution();
        assertArrayEquals(s.re(), other.view().feeders().get(0).solution().re());
      }
    }
  }

  @Test
  void aDeviceThatFormsAGridNeedsAllPhases() {
    ScenarioException refused =
        assertThrows(
            ScenarioException.class,
            () -> environment("id: ess, bus: \"671\", mw: 0, mva: 1, connection: delta").reset(1));
    assertTrue(
        refused.getMessage().contains("needs phases a, b and c in wye, and this one is on abc in"),
        refused::getMessage);
  }

  @Test
  void aStandbyDeviceChangesNothingOfTheGridItIsOn() {
    try (Environment with = environment("id: ess, bus: \"671\", mw: 0.1, mva: 1");
        Environment without = environment("id: ess, bus: \"671\", mw: 0.1")) {
      with.reset(3);
      without.reset(3);
      for (int step = 0; step < 2; step++) {
        with.step(with.heldActions());
        without.step(without.heldActions());
        Network network = without.view().feeders().get(0).network();
        assertEquals(network.buses().size(), with.view().feeders().get(0).network().buses().size());
        assertArrayEquals(
            without.view().feeders().get(0).solution().re(),
            with.view().feeders().get(0).solution().re(),
            1e-12);
      }
    }
  }
}
