package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static powergrid.engine.Figures.netMw;

import org.junit.jupiter.api.Test;
import powergrid.api.environment.Environment;
import powergrid.api.environment.Transition;

/** The vertical protocols on two levels: a system above microgrids above their devices. */
class SystemAtWorkTest {
  private static final String YAML =
      """
      name: system
      clock: {start: "2023-07-01T12:00", step: 15min, steps: 96}
      network: {type: ieee13, taps: [6, 4, 6]}
      data: {load: {dataset: synthetic}, price: {dataset: synthetic, known: ahead}}
      system: {id: operator, protocol: $system}
      microgrids:
        - {id: MG1, network: {type: ieee13, loadScale: 0.2}, protocol: $grid, devices: [
           {id: grid, type: grid, bus: "650"},
           {id: load, type: load, bus: "671", peakMw: 0.05},
           {id: gen1, type: generator, bus: "675", pMaxMw: 1, costQuadratic: 100, costLinear: 50},
           {id: gen2, type: generator, bus: "680", pMaxMw: 0.5, costQuadratic: 50, costLinear: 60}]}
        - {id: MG2, network: {type: ieee13, loadScale: 0.1}, protocol: $grid, devices: [
           {id: grid, type: grid, bus: "650"},
           {id: gen1, type: generator, bus: "675", pMaxMw: 0.5, costQuadratic: 80, costLinear: 70}]}
      """;

  private final TestWorkbench workbench = new TestWorkbench();

  private Environment environment(String system, String grid, String more) {
    String yaml = YAML.replace("$system", system).replace("$grid", grid);
    return workbench.environments().create(workbench.scenario(yaml + more));
  }

  private static float observed(Environment e, Transition t, String name) {
    return t.observations()[e.possibleAgents().get(0).observationSpace().indexOf(name)];
  }

  @Test
  void theSystemsSetPointForAMicrogridArrivesAtItsDevices() {
    try (Environment e = environment("setpoint", "setpoint", "")) {
      e.reset(1);
      for (float power : new float[] {0.6f, 0.9f, 0.3f}) {
        e.step(new float[] {power, 0.2f});
        assertEquals(power, netMw(e, "MG1.gen1") + netMw(e, "MG1.gen2"), 1e-9);
        assertEquals(0.2f, netMw(e, "MG2.gen1"), 1e-9);
      }
    }
  }

  /** 1.5 and 0.5 MW are there; a fixed load in a microgrid is none of what was asked for. */
  @Test
  void whatAMicrogridCannotDoIsReportedToTheSystem() {
    try (Environment e = environment("setpoint", "setpoint", "")) {
      e.reset(1);
      e.step(new float[] {0.6f, 0.5f});
      Transition t = e.step(new float[] {1.5f, 0.5f});
      assertEquals(0, observed(e, t, "MG1.Remainder.pMw"), 1e-6, "of the step before");
      assertEquals(0, observed(e, t, "MG2.Remainder.pMw"), 1e-6);
    }
  }

  /** Grids decide on 0.9 + 0.4 and 0.3 MW; the system lets them have 0.5 and 0.4. */
  @Test
  void aBindingSetPointBoundsWhatMicrogridsDecide() {
    try (Environment e =
        environment("{type: setpoint, binding: true}", "setpoint", "deciders: [system, grids]\n")) {
      e.reset(1);
      e.step(new float[] {0.5f, 0.4f, 0.9f, 0.4f, 0.3f});
      assertEquals(0.5f, netMw(e, "MG1.gen1") + netMw(e, "MG1.gen2"), 1e-9);
      assertEquals(0.3f, netMw(e, "MG2.gen1"), 1e-9, "less is allowed");
    }
    try (Environment e = environment("setpoint", "setpoint", "deciders: [system, grids]\n")) {
      e.reset(1);
      e.step(new float[] {0.5f, 0.4f, 0.9f, 0.4f, 0.3f});
      assertEquals(0.9f, netMw(e, "MG1.gen1"), 1e-9, "information");
    }
  }

  @Test
  void aBindingSetPointBoundsWhatDevicesDecide() {
    try (Environment e =
        environment("none", "{type: setpoint, binding: true}", "deciders: [grids, devices]\n")) {
      e.reset(1);
      e.step(new float[] {0.4f, 0.1f, 0.2f, 0.8f, 0.05f, 0.5f});
      assertEquals(0.4f, netMw(e, "MG1.gen1"), 1e-9);
      assertEquals(0.05f, netMw(e, "MG1.gen2"), 1e-9);
      assertEquals(0.2f, netMw(e, "MG2.gen1"), 1e-9);
    }
  }

  /** At 80 USD/MWh: (80 − 50) / 200, (80 − 60) / 100 and (80 − 70) / 160 MW. */
  @Test
  void aPriceOfTheSystemIsPassedOnToDevices() {
    for (String grid : new String[] {"price-signal", "{type: price-signal, bids: true}"}) {
      try (Environment e = environment("price-signal", grid, "")) {
        e.reset(1);
        e.step(new float[] {80});
        assertEquals(0.15, netMw(e, "MG1.gen1"), 1e-9);
        assertEquals(0.2, netMw(e, "MG1.gen2"), 1e-9);
        assertEquals(0.0625, netMw(e, "MG2.gen1"), 1e-9);
      }
    }
  }

  /**
   * 0.6 MW in MG1 at equal incremental cost: (λ − 50) / 200 + (λ − 60) / 100 = 0.6, λ = 290 / 3.
   */
  @Test
  void aPowerOfTheSystemIsClearedAmongAMicrogridsBids() {
    try (Environment e = environment("setpoint", "{type: price-signal, bids: true}", "")) {
      e.reset(1);
      e.step(new float[] {0.6f, 0.2f});
      double price = (0.6f + 0.25 + 0.6) / (1 / 200.0 + 1 / 100.0);
      assertEquals((price - 50) / 200, netMw(e, "MG1.gen1"), 1e-9);
      assertEquals((price - 60) / 100, netMw(e, "MG1.gen2"), 1e-9);
      assertEquals(0.2f, netMw(e, "MG2.gen1"), 1e-9);
    }
  }
}
