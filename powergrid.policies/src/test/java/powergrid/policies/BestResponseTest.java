package powergrid.policies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.policy.Policy;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;
import powergrid.testkit.Configured;
import powergrid.testkit.FakeAgent;
import powergrid.testkit.FakeDecision;
import powergrid.testkit.FakeSelf;

class BestResponseTest {
  private final FakeAgent unit =
      FakeAgent.grid("MG1")
          .device("gen1", Axis.real("q", "MVAr", -1, 1), Axis.real("p", "MW", 0, 0.66));

  private static Policy policy(FakeAgent agent) {
    return new BestResponse.Factory().create(Configured.of(BestResponse.class).build(), agent);
  }

  private FakeSelf self() {
    FakeSelf self = new FakeSelf(unit, 0).reading("price", 112.4);
    self.flexibility().set(0, 0.66, 72.4, 72.4, 100);
    return self;
  }

  @Test
  void aDeviceAsksForThePowerAtWhichItsMarginalCostMeetsTheTariff() {
    FakeSelf self = self();
    policy(unit).act(new FakeDecision(self));
    assertEquals(0.2, self.requestedMw(), 1e-12, "72.4 + 2 · 100 · 0.2 = 112.4 USD/MWh");
  }

  @Test
  void aConsumerTakesWhatIsWorthThePrice() {
    FakeAgent consumer =
        FakeAgent.grid("MG1").device("hvac1", Axis.real("consumption", "MW", 0, 0.5));
    FakeSelf self = new FakeSelf(consumer, 0).reading("price", 60);
    self.flexibility().set(-0.5, 0, 100, 100, 100);
    policy(consumer).act(new FakeDecision(self));
    assertEquals(-0.2, self.requestedMw(), 1e-12, "100 - 2 · 100 · 0.2 = 60 USD/MWh");
  }

  /** Two kinds of messages have a price; the one that was heard last counts. */
  @Test
  void theNewestPriceThatTheParentSaidGoesBeforeTheTariff() {
    unit.observationSpace(
        Space.of(
            Axis.real("series.price", "USD/MWh", 0, 300),
            Axis.real("parent.Price.usdPerMwh", "USD/MWh", 0, 300),
            Axis.real("parent.Price.age", "steps", 0, 99),
            Axis.real("parent.Price.valid", "", 0, 1),
            Axis.real("parent.Clearing.mw", "MW", 0, 1),
            Axis.real("parent.Clearing.usdPerMwh", "USD/MWh", 0, 300),
            Axis.real("parent.Clearing.age", "steps", 0, 99),
            Axis.real("parent.Clearing.valid", "", 0, 1)));
    Policy policy = policy(unit);
    // price, said price with age and validity, cleared power and price with age and validity
    double[][] observedAndPower = {
      {112.4, 92.4, 2, 1, 0.5, 82.4, 1, 1, 0.05},
      {112.4, 92.4, 1, 1, 0.5, 82.4, 2, 1, 0.10},
      {112.4, 92.4, 5, 1, 0.0, 0.0, 0, 0, 0.10},
      {112.4, 0.0, 0, 0, 0.0, 0.0, 0, 0, 0.20},
    };
    for (double[] row : observedAndPower) {
      float[] observed = new float[row.length - 1];
      for (int i = 0; i < observed.length; i++) {
        observed[i] = (float) row[i];
      }
      FakeSelf self = self();
      policy.act(new FakeDecision(self).observes(observed));
      assertEquals(row[row.length - 1], self.requestedMw(), 1e-7);
    }
  }

  @Test
  void aParentWhoseActionIsAPriceSaysIt() {
    FakeAgent parent =
        FakeAgent.grid("MG1").actionSpace(Space.of(Axis.real("price", "USD/MWh", 0, 300)));
    FakeSelf self = new FakeSelf(parent, 0).reading("price", 87.5);
    policy(parent).act(new FakeDecision(self));
    assertEquals(87.5, self.action(0));
  }

  @Test
  void whoHasNothingToDecideIsLeftAlone() {
    FakeAgent parent = FakeAgent.grid("MG1");
    FakeSelf self = new FakeSelf(parent, 0);
    policy(parent).act(new FakeDecision(self));
    assertFalse(self.proposed());
  }

  @Test
  void itRefusesWhatHasNoPowerToAskFor() {
    FakeAgent taps = FakeAgent.grid("MG1").device("taps", Axis.choice("tap", 33));
    assertRefused(
        taps,
        "best-response cannot drive MG1.taps, which decides on tap: it is for devices with a power"
            + " in MW (p, pLimit or consumption) and for parents whose action is a price");
    FakeAgent parent = FakeAgent.grid("MG1").actionSpace(Space.of(Axis.real("g", "MW", 0, 1)));
    assertRefused(
        parent,
        "best-response cannot drive MG1, which decides on g: it is for devices with a power in MW"
            + " (p, pLimit or consumption) and for parents whose action is a price; try"
            + " economic-dispatch");
  }

  private static void assertRefused(FakeAgent agent, String message) {
    assertEquals(
        message, assertThrows(ConfigurationException.class, () -> policy(agent)).getMessage());
  }
}
