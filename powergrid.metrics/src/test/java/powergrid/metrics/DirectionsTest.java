package powergrid.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import powergrid.api.metric.Better;
import powergrid.api.metric.Metric;
import powergrid.api.metric.MetricFactory;
import powergrid.api.plugin.NoFields;

/** What is a burden is better low; what says how power or money flowed is neither. */
class DirectionsTest {
  private static void assertBetter(Better expected, List<MetricFactory<NoFields>> factories) {
    for (MetricFactory<NoFields> factory : factories) {
      Metric metric = factory.create(new NoFields());
      assertEquals(expected, metric.better(), factory.getClass().getSimpleName());
    }
  }

  @Test
  void burdensAreBetterLow() {
    assertBetter(
        Better.LOWER,
        List.of(
            new Blackouts(),
            new Clamped(),
            new Curtailment(),
            new CurtailmentRate(),
            new EnergyNotServed(),
            new LoadBalance(),
            new Losses(),
            new MessageBytes(),
            new Messages(),
            new MessagesLost(),
            new OpenExchanges(),
            new OptimalityGap(),
            new Overload(),
            new PeakImport(),
            new PeakUnbalance(),
            new ReversePower(),
            new Rounds(),
            new TapMoves(),
            new Unbalance(),
            new Unrealised(),
            new VoltageSeverity(),
            new VoltageViolations()));
    assertEquals(Better.LOWER, new Cost.Factory().create(new Cost(Optional.of("MG1"))).better());
    assertEquals(Better.LOWER, new Cost.Factory().create(new Cost(Optional.empty())).better());
    assertEquals(Better.LOWER, new CostSettled.Factory().create(new CostSettled("price")).better());
  }

  @Test
  void whatFlowedIsNeither() {
    assertBetter(
        Better.NEITHER,
        List.of(
            new ExportEnergy(),
            new ImportEnergy(),
            new Overridden(),
            new TradedEnergy(),
            new TradedPrice()));
  }
}
