package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import powergrid.api.environment.Environment;
import powergrid.api.environment.Transition;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.InstalledPlugin;
import powergrid.api.plugin.PluginKind;
import powergrid.api.scenario.ScenarioException;
import powergrid.engine.catalog.Provider;

/** Plug-ins that come, go, clash and fail while an environment uses them. */
class PluginsComeAndGoTest {
  private static final String SCENARIO =
      """
      name: probe
      clock: {start: "2023-07-01T00:00", step: 1h, steps: 24}
      network: ieee13
      microgrids:
        - id: MG1
          devices:
            - {id: d1, type: probe, bus: "671"}
      reward: cost-safety
      """;

  private final TestWorkbench workbench = new TestWorkbench();
  private final ProbeDevice probe = new ProbeDevice();

  private Environment environment() {
    return workbench.environments().create(workbench.scenario(SCENARIO));
  }

  private static String refusal(Environment e) {
    return assertThrows(ScenarioException.class, e::reset).getMessage();
  }

  @Test
  void aPluginThatGoesTruncatesTheEpisodeAndTheNextResetSaysWhatIsMissing() {
    Provider provider = workbench.install(PluginKind.DEVICE, "probe", probe);
    Environment e = environment();
    e.reset(1);
    Transition before = e.step(e.heldActions());
    float[] seen = before.observations().clone();
    float[] held = e.heldActions().clone();
    workbench.registry().remove(provider);
    Transition t = e.step(held);
    assertEquals("device/probe (bundle test.probe 1.0.0) was withdrawn", t.reason());
    assertArrayEquals(new boolean[] {true}, t.truncated());
    assertArrayEquals(new boolean[] {false}, t.terminated());
    assertArrayEquals(seen, t.observations(), "the last valid observation");
    assertEquals(0, workbench.registry().leases(), "plug-ins are let go at once");
    assertEquals(
        "test.yaml:7:24: microgrids.MG1.devices.d1.type: no device 'probe' is installed;"
            + " installed: capacitor, electrolyzer, ev, generator, grid, hvac, load, solar,"
            + " storage, tapchanger, wind",
        refusal(e));
    workbench.install(PluginKind.DEVICE, "probe", probe);
    assertTrue(e.reset().live(), "usable again from the next reset");
  }

  @Test
  void aPluginThatGoesInTheMiddleOfAStepTruncatesItByName() {
    Provider provider = workbench.install(PluginKind.DEVICE, "probe", probe);
    Environment e = environment();
    e.reset(1);
    probe.onAct(
        () -> {
          workbench.registry().remove(provider);
          throw new NoClassDefFoundError("my/Heat");
        });
    Transition t = e.step(e.heldActions());
    assertEquals("device/probe (bundle test.probe 1.0.0) was withdrawn", t.reason());
    assertEquals(0, e.view().cost(0), "what the step did is discarded");
  }

  @Test
  void aPluginThatComesIsUsedFromTheNextReset() {
    Environment e = environment();
    assertTrue(refusal(e).contains("no device 'probe' is installed"));
    workbench.install(PluginKind.DEVICE, "probe", probe);
    e.reset();
    ProbeDevice better = new ProbeDevice();
    int[] acts = new int[1];
    better.onAct(() -> acts[0]++);
    workbench.install(PluginKind.DEVICE, "probe", better, "test.better", 10);
    e.step(e.heldActions());
    assertEquals(0, acts[0], "not in the running episode");
    e.reset();
    e.step(e.heldActions());
    assertEquals(2, acts[0], "at reset and in the step");
  }

  @Test
  void twoOfOneTypeAreAnErrorThatNamesBothUnlessOneRanksHigher() {
    workbench.install(PluginKind.DEVICE, "probe", probe, "one.probe", 0);
    Provider second = workbench.install(PluginKind.DEVICE, "probe", probe, "other.probe", 0);
    Environment e = environment();
    assertEquals(
        "test.yaml:7:24: microgrids.MG1.devices.d1.type: device 'probe' cannot be used: bundle"
            + " one.probe 1.0.0 and bundle other.probe 1.0.0 both provide it; remove one, or give"
            + " one a higher service.ranking",
        refusal(e));
    assertEquals(
        2,
        workbench.registry().plugins().stream()
            .filter(p -> p.type().equals("probe") && !p.usable())
            .count());
    workbench.registry().remove(second);
    assertTrue(e.reset().live());
    workbench.install(PluginKind.DEVICE, "probe", probe, "third.probe", 5);
    assertTrue(e.reset().live());
    InstalledPlugin overridden =
        workbench.registry().plugins().stream()
            .filter(p -> p.bundle().equals("one.probe"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        "overridden by bundle third.probe 1.0.0, which has a higher service.ranking",
        overridden.problem());
  }

  @Test
  void aFactoryThatThrowsIsAMistakeOfTheScenarioWithItsPlace() {
    workbench.install(
        PluginKind.DEVICE,
        "probe",
        probe.onCreate(
            context -> {
              throw new IllegalStateException("out of order");
            }));
    assertEquals(
        "test.yaml:7:24: microgrids.MG1.devices.d1.type: device/probe (bundle test.probe 1.0.0)"
            + " failed: java.lang.IllegalStateException: out of order",
        refusal(environment()));
    probe.onCreate(
        context -> {
          throw new ConfigurationException("size", "a size of 3 does not fit phases abc; use 1");
        });
    assertEquals(
        "test.yaml:7:9: microgrids.MG1.devices.d1.size: a size of 3 does not fit phases abc;"
            + " use 1",
        refusal(environment()));
  }

  @Test
  void aPluginThatFailsInAStepTruncatesTheEpisodeByName() {
    workbench.install(PluginKind.DEVICE, "probe", probe);
    Environment e = environment();
    e.reset(1);
    probe.onAct(
        () -> {
          throw new IllegalStateException("jammed");
        });
    Transition t = e.step(e.heldActions());
    assertEquals(
        "device/probe (bundle test.probe 1.0.0) failed: java.lang.IllegalStateException: jammed",
        t.reason());
    probe.onAct(() -> {});
    assertTrue(e.reset().live());
  }

  @Test
  void aDeviceThatDeclaresElectricalStateIsRefused() {
    workbench.install(
        PluginKind.DEVICE, "probe", probe.onCreate(context -> context.feature("electrical")));
    assertTrue(
        refusal(environment())
            .endsWith("every device has the feature 'electrical'; it cannot be declared"));
  }
}
