package powergrid.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.common.service.ServiceAware;
import org.osgi.test.junit5.context.BundleContextExtension;
import org.osgi.test.junit5.service.ServiceExtension;
import powergrid.api.device.DeviceFactory;
import powergrid.api.environment.Environment;
import powergrid.api.environment.EnvironmentFactory;
import powergrid.api.environment.Transition;
import powergrid.api.experiment.ExperimentResult;
import powergrid.api.experiment.ExperimentRunner;
import powergrid.api.experiment.Progress;
import powergrid.api.plugin.InstalledPlugin;
import powergrid.api.plugin.PluginCatalog;
import powergrid.api.plugin.PluginDescription;
import powergrid.api.plugin.PluginDescription.Sample;
import powergrid.api.protocol.VerticalProtocolFactory;
import powergrid.api.scenario.Scenario;
import powergrid.api.scenario.ScenarioException;
import powergrid.api.scenario.ScenarioReader;
import powergrid.it.plugin.HeaterFactory;
import powergrid.it.plugin.PluginJar;
import powergrid.it.plugin.WhisperFactory;

/** Environments and experiments in a real Felix, while the plug-in that they use comes and goes. */
@ExtendWith({BundleContextExtension.class, ServiceExtension.class})
class EnvironmentHotDeployTest {
  private static final int CYCLES = 500;

  private static final String SCENARIO =
      """
      name: heated
      clock: {start: "2023-01-15T00:00", step: 1h, steps: 6}
      network: {type: ieee13, taps: [6, 4, 6]}
      microgrids:
        - id: MG1
          protocol: setpoint
          policy: rule
          devices:
            - {id: grid, type: grid, bus: "650"}
            - {id: h1, type: heater, bus: "671"}
      experiment: {metrics: [cost, losses]}
      """;

  @InjectBundleContext BundleContext context;
  @InjectService EnvironmentFactory environments;
  @InjectService ScenarioReader reader;
  @InjectService ExperimentRunner experiments;
  @InjectService PluginCatalog catalog;

  @SuppressWarnings("rawtypes")
  @InjectService(cardinality = 0, filter = "(plugin.type=heater)")
  ServiceAware<DeviceFactory> heaters;

  @TempDir Path temporary;

  private final List<Bundle> deployed = new ArrayList<>();

  @AfterEach
  void undeploy() throws BundleException {
    for (Bundle bundle : deployed) {
      if (bundle.getState() != Bundle.UNINSTALLED) {
        bundle.uninstall();
      }
    }
    assertEquals(0, heaters.size());
  }

  private Bundle deploy(String name, String version) throws BundleException {
    Bundle bundle = context.installBundle("test:" + name, jar(name, version));
    bundle.start();
    deployed.add(bundle);
    return bundle;
  }

  private static InputStream jar(String name, String version) {
    PluginJar jar = new PluginJar(HeaterFactory.class, DeviceFactory.class, "heater", name);
    String imports =
        "powergrid.api.agent;powergrid.api.dataset;powergrid.api.device;powergrid.api.network;"
            + "powergrid.api.plugin;powergrid.api.space;version=\"[1.0,2)\",org.osgi.framework";
    return new ByteArrayInputStream(jar.pack(version, imports));
  }

  private Scenario scenario() {
    return reader.parse(SCENARIO, "heated.yaml");
  }

  private static String refusal(Environment e) {
    return assertThrows(ScenarioException.class, e::reset).getMessage();
  }

  @Test
  void aTypeIsUsableFromTheNextResetAndMissedWhenItIsGone() throws BundleException {
    try (Environment e = environments.create(scenario())) {
      assertTrue(refusal(e).contains("no device 'heater' is installed; installed: "));
      Bundle bundle = deploy("heater", "1.0.0");
      assertEquals(1, heaters.size());
      assertTrue(e.reset(1).live());
      assertTrue(e.step(e.heldActions()).live());
      float[] held = e.heldActions().clone();
      bundle.uninstall();
      assertEquals(0, heaters.size());
      Transition t = e.step(held);
      assertEquals("device/heater (bundle heater 1.0.0) was withdrawn", t.reason());
      assertFalse(t.live());
      assertTrue(refusal(e).contains("no device 'heater' is installed"));
    }
  }

  @Test
  void aReplacedPluginTakesEffectAtTheNextReset() throws BundleException {
    try (Environment e = environments.create(scenario())) {
      Bundle bundle = deploy("heater", "1.0.0");
      e.reset(1);
      float[] held = e.heldActions().clone();
      bundle.update(jar("heater", "1.1.0"));
      assertEquals("device/heater (bundle heater 1.0.0) was withdrawn", e.step(held).reason());
      assertTrue(e.reset().live());
      assertEquals(List.of("1.1.0"), versions());
    }
  }

  private List<String> versions() {
    return catalog.plugins().stream()
        .filter(p -> p.type().equals("heater"))
        .map(InstalledPlugin::version)
        .toList();
  }

  private List<String> describedActions() {
    InstalledPlugin heater =
        catalog.plugins().stream().filter(p -> p.type().equals("heater")).findFirst().orElseThrow();
    return catalog.describe(heater).sample().orElseThrow().actions().stream()
        .map(action -> action.axis().name())
        .toList();
  }

  @Test
  void everyPluginOfTheWorkbenchCanBeDescribed() {
    for (InstalledPlugin plugin : catalog.plugins()) {
      PluginDescription described = catalog.describe(plugin);
      assertFalse(described.model().isEmpty(), plugin + " carries no package-info.java");
      assertEquals("", described.sample().map(Sample::problem).orElse(""), plugin::toString);
    }
  }

  @Test
  void twoBundlesWithOneTypeAreNamedByTheCatalogueAndTheNextReset() throws BundleException {
    deploy("heater", "1.0.0");
    Bundle second = deploy("other.heater", "2.0.0");
    assertEquals(2, heaters.size());
    String both =
        "bundle heater 1.0.0 and bundle other.heater 2.0.0 both provide it; remove one, or give"
            + " one a higher service.ranking";
    assertTrue(catalog.plugins().stream().anyMatch(p -> p.problem().equals(both)));
    try (Environment e = environments.create(scenario())) {
      assertTrue(refusal(e).endsWith(both));
      second.uninstall();
      assertTrue(e.reset(1).live());
    }
  }

  @Test
  void aFactoryThatThrowsLeavesTheWorkbenchRunning() throws BundleException {
    deploy("heater", "1.0.0");
    String faulty = SCENARIO.replace("bus: \"671\"", "bus: \"671\", fault: create");
    try (Environment e = environments.create(reader.parse(faulty, "heated.yaml"));
        Environment sound = environments.create(scenario())) {
      assertTrue(
          refusal(e)
              .endsWith(
                  "device/heater (bundle heater 1.0.0) failed:"
                      + " java.lang.IllegalStateException: no heat today"));
      assertTrue(sound.reset(1).live());
    }
  }

  @Test
  void aPluginRemovedInTheMiddleOfAStepEndsTheEpisode() throws BundleException {
    deploy("heater", "1.0.0");
    String leaving = SCENARIO.replace("bus: \"671\"", "bus: \"671\", fault: leave");
    try (Environment e = environments.create(reader.parse(leaving, "heated.yaml"))) {
      e.reset(1);
      assertTrue(e.step(e.heldActions()).live());
      Transition t = e.step(e.heldActions());
      assertEquals(0, heaters.size());
      assertEquals("device/heater (bundle heater 1.0.0) was withdrawn", t.reason());
      assertEquals(0, e.view().cost(0), "what the step did is discarded");
      assertTrue(refusal(e).contains("no device 'heater' is installed"));
    }
  }

  /** YAML, record, steps, messages, output, a description, a configuration that fails: no leak. */
  @Test
  void noClassLoaderStaysAfterTheWholePath() throws Exception {
    ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    try (Environment longLived = environments.create(scenario())) {
      for (int i = 0; i < CYCLES; i++) {
        loaders.add(cycle(i, longLived, collected));
      }
      assertAllLeave(loaders.size(), collected);
    }
  }

  private static void assertAllLeave(int count, ReferenceQueue<ClassLoader> collected)
      throws InterruptedException {
    for (int left = count; left > 0; left--) {
      System.gc();
      assertNotNull(collected.remove(20_000), left + " of " + count + " class loaders stay");
    }
  }

  @Test
  void aProtocolLeavesWithItsMessages() throws Exception {
    ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    deploy("heater", "1.0.0");
    PluginJar jar =
        new PluginJar(WhisperFactory.class, VerticalProtocolFactory.class, "whisper", "whisper");
    String imports =
        "powergrid.api.agent;powergrid.api.message;powergrid.api.plugin;powergrid.api.protocol;"
            + "powergrid.api.space;version=\"[1.0,2)\"";
    Scenario whispered =
        reader.parse(
            SCENARIO.replace("setpoint", "whisper").replace("    policy: rule\n", ""),
            "whispered.yaml");
    try (Environment e = environments.create(whispered)) {
      for (int i = 0; i < CYCLES / 10; i++) {
        byte[] bytes = jar.pack("1.0." + i, imports);
        Bundle bundle = context.installBundle("test:whisper", new ByteArrayInputStream(bytes));
        deployed.add(bundle);
        bundle.start();
        loaders.add(speak(e, bundle, collected));
      }
      assertAllLeave(loaders.size(), collected);
    }
  }

  private static WeakReference<ClassLoader> speak(
      Environment e, Bundle bundle, ReferenceQueue<ClassLoader> collected) throws BundleException {
    e.reset(1);
    e.step(e.heldActions());
    assertEquals(-0.01, e.view().netMw(0), 1e-12, "its word is followed");
    byte[] saved = e.snapshot();
    e.restore(saved);
    assertArrayEquals(saved, e.snapshot(), "its words are saved and restored");
    float[] held = e.heldActions().clone();
    WeakReference<ClassLoader> loader =
        new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader(), collected);
    bundle.uninstall();
    assertFalse(e.step(held).live());
    return loader;
  }

  private WeakReference<ClassLoader> cycle(
      int i, Environment longLived, ReferenceQueue<ClassLoader> collected) throws Exception {
    Bundle bundle = deploy("heater", "1.0." + i);
    longLived.reset(i);
    longLived.step(longLived.heldActions());
    byte[] saved = longLived.snapshot();
    longLived.restore(saved);
    assertArrayEquals(saved, longLived.snapshot());
    float[] held = longLived.heldActions().clone();
    if (i % 25 == 0) {
      recordAndFail(i);
    }
    WeakReference<ClassLoader> loader =
        new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader(), collected);
    bundle.uninstall();
    deployed.clear();
    assertFalse(longLived.step(held).live());
    return loader;
  }

  private void recordAndFail(int i) throws Exception {
    assertEquals(List.of("p"), describedActions());
    Path out = temporary.resolve("run" + i);
    AtomicInteger episodes = new AtomicInteger();
    ExperimentResult result =
        experiments.run(
            scenario(),
            out,
            new Progress() {
              @Override
              public void episode(int done, int total, String what) {
                episodes.incrementAndGet();
              }

              @Override
              public boolean stop() {
                return false;
              }
            });
    assertEquals(ExperimentResult.Outcome.DONE, result.outcome());
    assertEquals(1, episodes.get());
    try (Stream<Path> files = Files.list(out)) {
      assertTrue(files.count() >= 5, "a whole run directory");
    }
    String wrong = SCENARIO.replace("bus: \"671\"", "bus: \"671\", consumptionMw: 7");
    assertEquals(
        1, environments.check(reader.parse(wrong, "heated.yaml")).size(), "a mistake is found");
  }
}
