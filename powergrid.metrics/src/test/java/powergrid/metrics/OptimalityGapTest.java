package powergrid.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Flexibility;
import powergrid.api.metric.Metric;
import powergrid.api.network.Bus;
import powergrid.api.network.Network;
import powergrid.api.network.Phases;
import powergrid.api.network.Source;
import powergrid.api.plugin.NoFields;
import powergrid.testkit.FakeAgent;
import powergrid.testkit.FakeStep;

/** Devices of two microgrids in steps of a quarter of an hour. */
class OptimalityGapTest {
  private static final Network NETWORK =
      Network.builder("bus")
          .add(new Bus("head", Phases.ABC, 4.16))
          .add(new Source("source", "head", 1, 0))
          .build();

  private final FakeAgent system = FakeAgent.system("SYSTEM");
  private final FakeAgent first = system.below("MG1").device("gen");
  private final FakeAgent second = system.below("MG2").device("gen");
  private final FakeAgent load = system.below("MG3").device("load");
  private final Metric metric = new OptimalityGap().create(new NoFields());

  private FakeStep step() {
    FakeStep step = new FakeStep(system, 0.25);
    step.feeder(NETWORK);
    return step;
  }

  /** Marginal costs of 20 + 20 p and 30 + 10 p, USD/MWh, up to 2 MW each. */
  private FakeStep generators(double one, double other) {
    FakeStep step = step().realised(first, one).realised(second, other);
    offer(step, first, 0, 2, 20, 10);
    offer(step, second, 0, 2, 30, 5);
    return step;
  }

  private static void offer(
      FakeStep step, Agent agent, double minMw, double maxMw, double price, double curve) {
    Flexibility offer = new Flexibility();
    offer.set(minMw, maxMw, price, price, curve);
    step.offers(agent.index(), offer);
  }

  private double value(FakeStep... steps) {
    metric.reset(step());
    metric.step(generators(2, 0));
    metric.reset(step());
    for (FakeStep step : steps) {
      metric.step(step);
    }
    return metric.value();
  }

  /**
   * 2 MW from the first alone cost 40 + 40 USD/h; 1 MW from each, at 40 USD/MWh for both, cost 30
   * and 35. From the second alone 60 + 20.
   */
  @Test
  void theGapIsWhatWasPaidBeyondTheCheapest() {
    assertEquals(15 * 0.25, value(generators(2, 0)), 1e-9);
    assertEquals(15 * 0.25 + 15 * 0.25, value(generators(2, 0), generators(0, 2)), 1e-9);
    assertEquals(0, value(generators(1, 1)), 1e-9);
    assertEquals("USD", metric.unit());
  }

  /** One that cannot be moved is no part of the choice, whatever it did. */
  @Test
  void whatIsFixedIsLeftOut() {
    FakeStep step = generators(2, 0).realised(load, -3);
    Flexibility fixed = new Flexibility();
    fixed.fix(-1);
    step.offers(load.index(), fixed);
    assertEquals(15 * 0.25, value(step), 1e-9);
  }

  @Test
  void whereNobodyOffersOrTheNetworkIsDarkThereIsNoGap() {
    assertEquals(0, value(step().realised(first, 2)));
    FakeStep dark = generators(2, 0);
    dark.feeder(NETWORK).black(1);
    assertEquals(0, value(dark));
  }
}
