package powergrid.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import powergrid.api.metric.Metric;
import powergrid.api.metric.MetricFactory;
import powergrid.api.network.Bus;
import powergrid.api.network.Network;
import powergrid.api.network.PhaseValues;
import powergrid.api.network.Phases;
import powergrid.api.network.Regulator;
import powergrid.api.network.Source;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.NoFields;
import powergrid.testkit.Configured;
import powergrid.testkit.FakeAgent;
import powergrid.testkit.FakeStep;

/** Two steps of a quarter of an hour. */
class MetricsTest {
  private static final Network NETWORK =
      Network.builder("regulated")
          .add(new Bus("head", Phases.ABC, 4.16))
          .add(new Bus("regulator", Phases.ABC, 4.16))
          .add(new Bus("load", Phases.AB, 4.16))
          .add(new Source("source", "head", 1, 0))
          .add(new Regulator("reg", "head", "regulator", Phases.ABC, 0.00625, 16, PhaseValues.ZERO))
          .build();

  private final FakeAgent grid = FakeAgent.grid("MG1");
  private final FakeAgent unit = grid.device("gen1");
  private final FakeAgent battery = grid.device("ess1");
  private final FakeStep start = new FakeStep(grid, 0.25);
  private final FakeStep first = new FakeStep(grid, 0.25);
  private final FakeStep second = new FakeStep(grid, 0.25);

  private double value(MetricFactory<NoFields> factory) {
    return value(factory.create(new NoFields()));
  }

  private double value(Cost cost) {
    return value(new Cost.Factory().create(cost));
  }

  private double value(Metric metric) {
    metric.reset(start);
    metric.step(second);
    metric.reset(start);
    metric.step(first);
    metric.step(second);
    return metric.value();
  }

  @Test
  void sumCostAndCurtailmentOverTheTop() {
    first.booked(unit, 10, 0, 0.1).booked(battery, 2, 0, 0);
    second.booked(unit, 5, 0, 0.2);
    assertEquals(17, value(new Cost(Optional.empty())), 1e-12);
    assertEquals(15, value(new Cost(Optional.of("MG1.gen1"))), 1e-12);
    assertEquals(0.3, value(new Curtailment()), 1e-12);
  }

  @Test
  void costKnowsWhoIsThereBeforeAnythingRuns() {
    Cost.Factory factory = new Cost.Factory();
    factory.check(new Cost(Optional.empty()), start.agents());
    factory.check(new Cost(Optional.of("MG1.ess1")), start.agents());
    Cost wrong = new Cost(Optional.of("MG9"));
    ConfigurationException e =
        assertThrows(ConfigurationException.class, () -> factory.check(wrong, start.agents()));
    assertEquals("agent", e.path());
    assertEquals("no agent is called 'MG9'; there are MG1, MG1.gen1, MG1.ess1", e.getMessage());
  }

  @Test
  void settleStoredEnergyAtTheMeanPrice() {
    String energy = "storage.deliverableMwh";
    start.state(battery, energy, 0.5);
    first.booked(unit, 10, 0, 0).series("price", 40).state(battery, energy, 0.7);
    second.booked(unit, 5, 0, 0).series("price", 80).state(battery, energy, 0.8);
    Metric settled = new CostSettled.Factory().create(Configured.of(CostSettled.class).build());
    assertEquals(15 - (0.8 - 0.5) * 60, value(settled), 1e-12);
  }

  @Test
  void tellImportFromExport() {
    first.feeder(NETWORK).power(2, 0.1);
    second.feeder(NETWORK).power(-1, 0.3);
    assertEquals(0.5, value(new ImportEnergy()), 1e-12);
    assertEquals(0.25, value(new ExportEnergy()), 1e-12);
    assertEquals(2, value(new PeakImport()), 1e-12);
    assertEquals(0.1, value(new Losses()), 1e-12);
  }

  @Test
  void countTheStepsOfTaps() {
    first.feeder(NETWORK).moves(3, 1);
    second.feeder(NETWORK).moves(2, 0);
    assertEquals(5, value(new TapMoves()));
  }

  @Test
  void countRoundsAndTheStepsInWhichPeersDidNotAgree() {
    first.exchange(50, false);
    second.exchange(12, true);
    assertEquals(62, value(new Rounds()));
    assertEquals(1, value(new OpenExchanges()));
  }

  @Test
  void peakImportIsNegativeWhereThereIsOnlyExport() {
    first.feeder(NETWORK).power(-2, 0);
    second.feeder(NETWORK).power(-1, 0);
    assertEquals(-1, value(new PeakImport()), 1e-12);
  }

  @Test
  void countVoltagesOutsideTheBandAtServiceNodesOnly() {
    first
        .feeder(NETWORK)
        .voltage("load", 0, 0.93)
        .voltage("load", 1, 1.08)
        .voltage("load", 2, 0.5)
        .voltage("head", 0, 1.2)
        .voltage("regulator", 0, 1.2);
    second.feeder(NETWORK).voltage("load", 0, 0.95 - 5e-7).voltage("load", 1, 0);
    assertEquals(2 * 0.25, value(new VoltageViolations()), 1e-12);
    assertEquals((0.02 + 0.03) * 0.25, value(new VoltageSeverity()), 1e-12);
  }

  @Test
  void judgeABlackoutByWhatWasNotServed() {
    first.feeder(NETWORK).power(9, 9).voltage("load", 0, 0.5).black(0.7);
    second.feeder(NETWORK).power(2, 0.1);
    assertEquals(1, value(new Blackouts()));
    assertEquals(0.7, value(new EnergyNotServed()), 1e-12);
    assertEquals(0, value(new VoltageViolations()));
    assertEquals(0.5, value(new ImportEnergy()), 1e-12);
    assertEquals(0.025, value(new Losses()), 1e-12);
  }

  @Test
  void countMessagesAndBytes() {
    first.sent(4, 64);
    second.sent(3, 40);
    assertEquals(7, value(new Messages()));
    assertEquals(104, value(new MessageBytes()));
  }
}
