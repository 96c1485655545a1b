package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import powergrid.api.agent.Agent;
import powergrid.api.dataset.Series;
import powergrid.api.environment.Environment;
import powergrid.api.environment.Transition;
import powergrid.api.plugin.NoFields;
import powergrid.api.plugin.PluginKind;
import powergrid.api.policy.Policy;
import powergrid.api.policy.PolicyFactory;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Setting;
import powergrid.api.space.Space;

/** What agents are told of the intervals ahead. */
class ForecastsTest {
  private static final String LOAD = "load: {dataset: synthetic}";
  private static final String PRICE = "price: {dataset: synthetic, known: ahead}";

  private final TestWorkbench workbench = new TestWorkbench();

  private static String yaml(String load, String price) {
    return TestWorkbench.oneMicrogridYaml("setpoint").replace(LOAD, load).replace(PRICE, price)
        + "experiment: {metrics: [cost]}\n";
  }

  private Environment environment(String forecast) {
    return workbench.environments().create(workbench.scenario(yaml(told(forecast), PRICE)));
  }

  private static String told(String forecast) {
    return "load: {dataset: synthetic, forecast: " + forecast + "}";
  }

  private static Space observed(Environment e) {
    return e.possibleAgents().get(0).observationSpace();
  }

  private List<String> check(String load, String price) {
    return workbench.environments().check(workbench.scenario(yaml(load, price))).stream()
        .map(Mistake::toString)
        .toList();
  }

  @Test
  void everyLeadIsAnAxisWithItsColumnsUnitAndBounds() {
    try (Environment e = environment("{horizon: 3h, step: 90min}")) {
      e.reset(1);
      Space space = observed(e);
      assertEquals(
          List.of("forecast.load.90min", "forecast.load.3h"),
          space.axes().stream()
              .map(axis -> axis.name())
              .filter(name -> name.startsWith("forecast."))
              .toList());
      var load = space.axis(space.indexOf("series.load"));
      var ahead = space.axis(space.indexOf("forecast.load.3h"));
      assertEquals(load.unit(), ahead.unit());
      assertEquals(load.low(), ahead.low());
      assertEquals(load.high(), ahead.high());
    }
  }

  @Test
  void withoutErrorEveryLeadShowsWhatComesToTheEndAndBeyond() {
    try (Environment e = environment("{horizon: 2h, step: 1h}")) {
      Transition t = e.reset(3);
      int one = observed(e).indexOf("forecast.load.1h");
      int two = observed(e).indexOf("forecast.load.2h");
      List<Float> hour = new ArrayList<>(List.of(t.observations()[one]));
      List<Float> twoHours = new ArrayList<>(List.of(t.observations()[two]));
      List<Float> came = new ArrayList<>();
      while (t.live()) {
        t = e.step(e.heldActions());
        came.add((float) e.view().series("load"));
        hour.add(t.observations()[one]);
        twoHours.add(t.observations()[two]);
      }
      assertEquals(came.subList(4, 96), hour.subList(0, 92), "what was said an hour before");
      assertEquals(came.subList(8, 96), twoHours.subList(0, 88));
      assertEquals(hour.subList(4, 97), twoHours.subList(0, 93), "also past the end");
    }
  }

  @Test
  void aSeriesThatIsKnownAheadShowsItsValues() {
    String price = "price: {dataset: synthetic, known: ahead, forecast: {horizon: 24h, step: 12h}}";
    try (Environment e = workbench.environments().create(workbench.scenario(yaml(LOAD, price)))) {
      Transition t = e.reset(3);
      float noon = t.observations()[observed(e).indexOf("forecast.price.12h")];
      for (int step = 0; step < 49; step++) {
        t = e.step(e.heldActions());
      }
      assertEquals((float) e.view().series("price"), noon);
    }
  }

  @Test
  void forecastsChangeNothingThatHappens() {
    List<List<Double>> draws = new ArrayList<>();
    for (String load :
        List.of(
            LOAD, told("{horizon: 6h, step: 1h, error: 0.1}"), told("{horizon: 24h, error: 1}"))) {
      try (Environment e = workbench.environments().create(workbench.scenario(yaml(load, PRICE)))) {
        Transition t = e.reset(11);
        List<Double> seen = new ArrayList<>();
        while (t.live()) {
          t = e.step(e.heldActions());
          seen.add(e.view().series("load"));
          seen.add(e.view().series("price"));
          seen.add(e.view().cost(0));
        }
        draws.add(seen);
      }
    }
    assertEquals(draws.get(0), draws.get(1));
    assertEquals(draws.get(0), draws.get(2));
  }

  @Test
  void aSnapshotBringsTheForecastsBack() {
    String forecast = "{horizon: 6h, step: 1h, error: 0.2}";
    try (Environment e = environment(forecast);
        Environment fresh = environment(forecast)) {
      Transition t = e.reset(7);
      float[] first = t.observations().clone();
      for (int i = 0; i < 37; i++) {
        t = e.step(e.heldActions());
      }
      Transition restored = fresh.restore(e.snapshot());
      while (t.live()) {
        assertArrayEquals(t.observations(), restored.observations());
        t = e.step(e.heldActions());
        restored = fresh.step(fresh.heldActions());
      }
      assertArrayEquals(first, fresh.reset(7).observations(), "the seed repeats them");
      int lead = observed(e).indexOf("forecast.load.6h");
      assertNotEquals(first[lead], fresh.reset(8).observations()[lead]);
    }
  }

  /** Asks for a forecast whenever it decides. */
  private static final class Asking implements PolicyFactory<NoFields> {
    private final List<Double> told = new ArrayList<>();
    private final List<Float> observed = new ArrayList<>();

    @Override
    public Class<NoFields> configType() {
      return NoFields.class;
    }

    @Override
    public Policy create(NoFields configuration, Agent agent) {
      int lead = agent.observationSpace().indexOf("forecast.load.1h");
      return decision -> {
        told.add(decision.self().forecast("load", 4));
        observed.add(decision.observation()[lead]);
        assertEquals(decision.self().ahead("price", 3), decision.self().forecast("price", 3));
        assertTrue(Double.isNaN(decision.self().forecast("load", 9)), "past the horizon");
        assertTrue(Double.isNaN(decision.self().forecast("irradiance", 0)), "not asked for");
      };
    }
  }

  @Test
  void policiesAndDevicesAreToldTheSameAsIsObserved() {
    Asking asking = new Asking();
    ProbeDevice probe = new ProbeDevice();
    List<Double> heard = new ArrayList<>();
    List<Double> present = new ArrayList<>();
    Series[] load = new Series[1];
    probe.onCreate(context -> load[0] = context.series("load"));
    probe.onAct(
        () -> {
          heard.add(load[0].forecast(4));
          present.add(load[0].forecast(0));
        });
    workbench.install(PluginKind.POLICY, "asking", asking);
    workbench.install(PluginKind.DEVICE, "probe", probe);
    String yaml =
        yaml(told("{horizon: 2h, step: 1h, error: 0.3}"), PRICE)
            .replace("    devices:", "    policy: asking\n    devices:")
            .replace("experiment:", "      - {id: probe, type: probe, bus: \"671\"}\nexperiment:");
    try (Environment e = workbench.environments().create(workbench.scenario(yaml))) {
      Transition t = e.reset(3);
      heard.clear(); // what it did at reset
      present.clear();
      List<Double> came = new ArrayList<>();
      while (t.live()) {
        t = e.step(new float[0]);
        came.add(e.view().series("load"));
      }
      assertEquals(asking.told, heard);
      assertEquals(asking.observed, heard.stream().map(Double::floatValue).toList());
      assertNotEquals(came, present, "load is known only afterwards, so its present is forecast");
      double miss = 0;
      for (int i = 0; i < 96; i++) {
        miss += Math.abs(present.get(i) / came.get(i) - 1) / 96;
      }
      // one of nine intervals: σ = 0.3 / 3, and a normal variate's mean magnitude is √(2/π) σ
      assertEquals(0.1 * Math.sqrt(2 / Math.PI), miss, 0.03);
    }
  }

  @Test
  void anErrorOfWhatIsKnownIsAMistake() {
    assertEquals(
        List.of(
            "test.yaml:7:76: data.price.forecast.error: the error is 0.1, but 'price' is known"
                + " ahead; use error: 0, or known: now or known: after"),
        check(
            LOAD,
            "price: {dataset: synthetic, known: ahead, forecast: {horizon: 6h, error: 10e-2}}"));
    assertEquals(
        List.of(),
        check(LOAD, "price: {dataset: synthetic, known: now, forecast: {horizon: 6h, error: 1}}"));
  }

  @Test
  void aCompletedScenarioSaysWhatWasLeftOut() {
    Setting.Mapping complete =
        workbench.environments().complete(workbench.scenario(yaml(told("{horizon: 1h}"), PRICE)));
    Setting.Mapping data = (Setting.Mapping) complete.fields().get("data");
    Setting.Mapping load = (Setting.Mapping) data.fields().get("load");
    Setting.Mapping forecast = (Setting.Mapping) load.fields().get("forecast");
    assertEquals(
        List.of("horizon=PT1H", "step=PT15M", "error=0"),
        forecast.fields().entrySet().stream()
            .map(f -> f.getKey() + "=" + ((Setting.Scalar) f.getValue()).text())
            .toList());
    assertEquals("physical", ((Setting.Scalar) complete.fields().get("actions")).text());
  }
}
