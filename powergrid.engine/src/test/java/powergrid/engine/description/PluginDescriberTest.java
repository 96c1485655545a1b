package powergrid.engine.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import powergrid.api.agent.Visibility;
import powergrid.api.device.Device;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.DeviceFactory;
import powergrid.api.metric.Better;
import powergrid.api.metric.Metric;
import powergrid.api.metric.MetricFactory;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.Field;
import powergrid.api.plugin.PluginDescription;
import powergrid.api.plugin.PluginDescription.Measure;
import powergrid.api.plugin.PluginDescription.Sample;
import powergrid.api.plugin.VariableDescription;
import powergrid.api.space.Axis;
import powergrid.devices.generator.GeneratorFactory;
import powergrid.devices.grid.GridFactory;
import powergrid.devices.solar.SolarFactory;
import powergrid.devices.storage.StorageFactory;
import powergrid.engine.world.DeviceFeatures;
import powergrid.metrics.Cost;
import powergrid.metrics.TradedEnergy;
import powergrid.policies.Rule;
import powergrid.powerflow.sweep.RadialSweep;
import powergrid.scenario.RecordConfigurationBinder;

class PluginDescriberTest {
  private final PluginDescriber describer = new PluginDescriber(new RecordConfigurationBinder());

  private PluginDescription describe(Object plugin) {
    return describer.describe(plugin, path -> "");
  }

  private Sample sample(Object plugin) {
    return describe(plugin).sample().orElseThrow();
  }

  @Test
  void aDeviceIsMadeToSeeWhatItDeclares() {
    Sample storage = sample(new StorageFactory());
    assertEquals("", storage.problem());
    assertEquals("pMaxMw: 0.5, energyMwh: 2", storage.configuration());
    assertEquals(
        List.of(new VariableDescription(Axis.real("p", "MW", -0.5, 0.5), 0, Visibility.OWNER)),
        storage.actions());
    assertEquals(List.of("price"), storage.series());
    // the energy between the least and the greatest state of charge: 0.8 · 2 MWh, 95 % of it
    // delivered; it starts at 0.4, a bit above the least, which is 0.1
    assertEquals(
        List.of(
            new VariableDescription(Axis.real("storage.soc", "", 0.1, 0.9), 0.4, Visibility.PARENT),
            new VariableDescription(
                Axis.real("storage.deliverableMwh", "MWh", 0, 0.8 * 2 * 0.95),
                (0.4 - 0.1) * 2 * 0.95,
                Visibility.PARENT)),
        storage.state());
  }

  @Test
  void everyBuiltInDeviceCanBeMadeOfItsExample() {
    for (Object factory :
        List.of(
            new GeneratorFactory(), new StorageFactory(), new SolarFactory(), new GridFactory())) {
      assertEquals("", sample(factory).problem(), factory.toString());
    }
  }

  @Test
  void theModelIsReadWhereThePackageIs() {
    PluginDescription rule =
        describer.describe(
            new Rule.Factory(),
            path ->
                path.equals("powergrid/policies/package-info.java")
                    ? "/** Policies. */ package powergrid.policies;"
                    : "");
    assertEquals("Policies.", rule.model().get(0).spans().get(0).text());
    assertEquals(Optional.empty(), rule.sample(), "it is no device");
  }

  @Test
  void withoutATextOfThePackageTheModelIsReadWhereTheTypeIs() {
    PluginDescription rule =
        describer.describe(
            new Rule.Factory(),
            path ->
                path.equals("powergrid/policies/Rule.java")
                    ? "package powergrid.policies; /** By rule. */ public record Rule() {}"
                    : "");
    assertEquals("By rule.", rule.model().get(0).spans().get(0).text());
  }

  @Test
  void whatIsNoFactoryHasNoFields() {
    assertEquals(
        new PluginDescription(List.of(), List.of(), Optional.empty(), Optional.empty()),
        describe(new RadialSweep()));
  }

  @Test
  void aMetricIsMadeToSeeWhatItMeasures() {
    assertEquals(
        Optional.of(new Measure("USD", Better.LOWER)), describe(new Cost.Factory()).measure());
    assertEquals(
        Optional.of(new Measure("MWh", Better.NEITHER)), describe(new TradedEnergy()).measure());
    assertEquals(Optional.empty(), describe(new Rule.Factory()).measure(), "it is no metric");
  }

  /** What a metric needs that has no default and no example. */
  record Needy(double least) {}

  @Test
  void aMetricThatCannotBeMadeHasNoMeasure() {
    MetricFactory<Needy> factory =
        new MetricFactory<>() {
          @Override
          public Class<Needy> configType() {
            return Needy.class;
          }

          @Override
          public Metric create(Needy configuration) {
            throw new AssertionError("nobody knows what least is");
          }
        };
    assertEquals(Optional.empty(), describe(factory).measure());
  }

  /** Cannot be made of its example in one way or another. */
  record Faulty<C extends Record>(Class<C> configType, RuntimeException fault)
      implements DeviceFactory<C> {
    @Override
    public Device create(C configuration, DeviceContext context) {
      context.actions().real("p", "MW", 0, 1, 0, Visibility.OWNER);
      throw fault;
    }
  }

  record Whole(@Field(example = "3") double x) {}

  record Lacking(@Field(help = "How much") double x, @Field(example = "2") double y) {}

  @Test
  void theReasonWhyNoneCouldBeMadeIsSaid() {
    assertProblem(
        "x: 3 is too many",
        new Faulty<>(Whole.class, new ConfigurationException("x", "3 is too many")));
    assertProblem(
        "java.lang.IllegalStateException: no heat",
        new Faulty<>(Whole.class, new IllegalStateException("no heat")));
    assertProblem(
        "missing field 'x': How much; write a number",
        new Faulty<>(Lacking.class, new IllegalStateException("never asked")));
  }

  private void assertProblem(String expected, DeviceFactory<?> factory) {
    PluginDescription description = describe(factory);
    Sample sample = description.sample().orElseThrow();
    assertEquals(expected, sample.problem());
    assertEquals(List.of(), sample.actions());
    assertEquals(List.of(), sample.state());
    assertEquals(DeviceFeatures.common(), sample.common());
    assertTrue(!description.fields().isEmpty(), "the fields are there all the same");
  }
}
