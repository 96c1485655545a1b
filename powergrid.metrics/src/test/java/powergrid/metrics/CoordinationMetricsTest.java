package powergrid.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Flexibility;
import powergrid.api.environment.Contract;
import powergrid.api.metric.Metric;
import powergrid.api.metric.MetricFactory;
import powergrid.api.network.Bus;
import powergrid.api.network.Network;
import powergrid.api.network.Phases;
import powergrid.api.network.Source;
import powergrid.api.plugin.NoFields;
import powergrid.testkit.FakeAgent;
import powergrid.testkit.FakeStep;

/** What two microgrids and their protocols did in two steps of a quarter of an hour. */
class CoordinationMetricsTest {
  private static final Network NETWORK =
      Network.builder("bus")
          .add(new Bus("head", Phases.ABC, 4.16))
          .add(new Source("source", "head", 1, 0))
          .build();

  private final FakeAgent system = FakeAgent.system("SYSTEM");
  private final FakeAgent one = system.below("MG1").deciding();
  private final FakeAgent gen = one.device("gen").dispatched(0, 2, 0);
  private final FakeAgent load = one.device("load");
  private final FakeAgent two = system.below("MG2").deciding();
  private final FakeAgent pv = two.device("pv").dispatched(0, 1, 1);
  private final FakeStep first = new FakeStep(system, 0.25);
  private final FakeStep second = new FakeStep(system, 0.25);

  private double value(MetricFactory<NoFields> factory) {
    Metric metric = factory.create(new NoFields());
    metric.reset(new FakeStep(system, 0.25));
    metric.step(second);
    metric.reset(new FakeStep(system, 0.25));
    metric.step(first);
    metric.step(second);
    return metric.value();
  }

  private static void offer(FakeStep step, Agent agent, double minMw, double maxMw) {
    Flexibility offer = new Flexibility();
    offer.set(minMw, maxMw, 0, 0, 0);
    step.offers(agent.index(), offer);
  }

  /** 0.3 of 0.4 MWh and nothing of 0.6: the rate is of the whole, not a mean of two rates. */
  @Test
  void curtailmentIsRatedByWhatWasAvailable() {
    first.booked(pv, 0, 0, 0.3).available(pv, 0.4);
    second.available(pv, 0.6);
    assertEquals(30, value(new CurtailmentRate()), 1e-12);
  }

  @Test
  void whereNothingIsAvailableNothingIsCurtailed() {
    assertEquals(0, value(new CurtailmentRate()));
  }

  /**
   * 0.5 of 2 MW and 0.75 of 1 MW: ratios 0.25 and 0.75, mean 0.5, variance 0.0625; then 1 of 2 and
   * 0.5 of 1, variance 0; the mean of the two is 0.03125. In megawatts the second is the uneven
   * one.
   */
  @Test
  void loadBalanceIsTheVarianceOfRatios() {
    offer(first, gen, 0, 2);
    offer(first, pv, 0, 1);
    first.realised(gen, 0.5).realised(pv, 0.75);
    offer(second, gen, 0, 2);
    offer(second, pv, 0, 1);
    second.realised(gen, 1).realised(pv, 0.5);
    assertEquals(0.03125, value(new LoadBalance()), 1e-12);
  }

  /** A load that nobody can move makes nobody more or less used. */
  @Test
  void loadBalanceIsOfWhatCanBeDispatched() {
    offer(first, gen, 0, 2);
    offer(first, load, -0.4, -0.4);
    offer(first, pv, 0, 1);
    first.realised(gen, 1).realised(load, -0.4).realised(pv, 0.5);
    assertEquals(0, value(new LoadBalance()), 1e-12, "half of what each can");
  }

  /** In the first step MG2 has no capacity, MG1 is alone; in the second nobody offers. */
  @Test
  void whereThereAreNoTwoToCompareThereIsNoBalance() {
    offer(first, gen, 0, 2);
    offer(first, pv, 0, 0);
    first.realised(gen, 0.5).realised(pv, 0.75);
    second.realised(gen, 0.5).realised(pv, 0.75);
    assertEquals(Double.NaN, value(new LoadBalance()));
  }

  /** Ratios of 0.25 and 0.75; a step in which all do nothing in the dark is no better one. */
  @Test
  void aBlackoutBalancesNothing() {
    for (FakeStep step : new FakeStep[] {first, second}) {
      offer(step, gen, 0, 2);
      offer(step, pv, 0, 1);
    }
    first.realised(gen, 0.5).realised(pv, 0.75);
    second.feeder(NETWORK).black(1);
    assertEquals(0.0625, value(new LoadBalance()), 1e-12);
  }

  /** (0.4 + 0) / 2 and (0 + 0.2) / 2 over the two who decide, the mean of which is 0.15. */
  @Test
  void clampedAndOverriddenAreMeansOverDecidersAndSteps() {
    first.clamped(one, 0.4).clamped(gen, 9);
    second.clamped(two, 0.2);
    assertEquals(0.15, value(new Clamped()), 1e-12);
    first.requested(one, 1, 0.6).requested(gen, 9, 0);
    second.requested(two, 0.3, 0.5);
    assertEquals(0.15, value(new Overridden()), 1e-12);
  }

  @Test
  void whereNobodyDecidesNothingIsClampedOrOverridden() {
    Metric metric = new Overridden().create(new NoFields());
    metric.reset(new FakeStep(FakeAgent.grid("MG1"), 1));
    metric.step(new FakeStep(FakeAgent.grid("MG1"), 1));
    assertEquals(0, metric.value());
  }

  /** Asked for 1, 0.5 and 0.4 MW, done 0.8, 0.5 and 0.5: (0.2 + 0 + 0.1) / 3. */
  @Test
  void whatIsAskedOfAGridIsHeldToThePowerOfWhatItCanDispatch() {
    first.requested(one, 1, 0).realised(gen, 0.8).realised(load, -0.6);
    first.requested(two, 0.5, 0).realised(pv, 0.5).requested(gen, 9, 0);
    second.requested(two, 0.4, 0).realised(pv, 0.5);
    assertEquals(0.1, value(new Unrealised()), 1e-12);
  }

  @Test
  void whereNothingIsAskedEverythingIsRealised() {
    first.realised(gen, 0.8);
    assertEquals(0, value(new Unrealised()));
  }

  /** (0.4 + 0.1 + 0.5) MW for a quarter of an hour; (0.4 · 50 + 0.1 · 100 + 0.5 · 60) / 1. */
  @Test
  void tradesAreSummedAndTheirPriceIsWeightedByEnergy() {
    first
        .contract(new Contract(one.index(), two.index(), 0.4, 50, 0, 1))
        .contract(new Contract(two.index(), one.index(), 0.1, 100, 0, 1));
    second.contract(new Contract(one.index(), two.index(), 0.5, 60, 0, 1));
    assertEquals(0.25, value(new TradedEnergy()), 1e-12);
    assertEquals(60, value(new TradedPrice()), 1e-12);
  }

  @Test
  void withoutTradesThereIsNoPrice() {
    assertEquals(0, value(new TradedEnergy()));
    assertEquals(Double.NaN, value(new TradedPrice()));
  }

  @Test
  void lostMessagesAreCounted() {
    first.sent(4, 64, 1);
    second.sent(3, 40, 2);
    assertEquals(3, value(new MessagesLost()));
    assertEquals(7, value(new Messages()));
  }
}
