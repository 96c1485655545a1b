package powergrid.policies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.policy.Policy;
import powergrid.api.protocol.Report;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;
import powergrid.testkit.Configured;
import powergrid.testkit.FakeAgent;
import powergrid.testkit.FakeDecision;
import powergrid.testkit.FakeSelf;

/** Two generators, 20 + 40 p and 50 + 100 p USD/MWh, that gave 0.2 and 0.1 MW in the last step. */
class EconomicDispatchTest {
  private static final Space POWERS =
      Space.of(
          Axis.real("gen1", "MW", 0, 1),
          Axis.real("other", "MW", 0, 1),
          Axis.real("gen2", "MW", 0, 1));

  private final FakeAgent parent = FakeAgent.grid("MG1").actionSpace(POWERS);
  private final FakeAgent first = parent.device("gen1");
  private final FakeAgent second = parent.device("gen2");

  private static Configured<EconomicDispatch> settings() {
    return Configured.of(EconomicDispatch.class);
  }

  private static Policy policy(Configured<EconomicDispatch> settings, FakeAgent agent) {
    return new EconomicDispatch.Factory().create(settings.build(), agent);
  }

  private FakeDecision decision() {
    parent.observationSpace(
        Space.of(
            Axis.real("gen1.electrical.pMw", "MW", -9, 9),
            Axis.real("gen2.electrical.pMw", "MW", -9, 9)));
    FakeSelf self =
        new FakeSelf(parent, 0)
            .reading("price", 60)
            .reading("importMw", 0.7)
            .reading("netMw", 0.15)
            .hear(first, new Report(0, 0.9, 20, 20, 20))
            .hear(second, new Report(0, 0.9, 50, 50, 50));
    return new FakeDecision(self).observes(0.25f, 0.125f);
  }

  private void assertDispatched(
      Configured<EconomicDispatch> settings, FakeDecision decision, double gen1, double gen2) {
    policy(settings, parent).act(decision);
    assertEquals(gen1, decision.self().action(0), 1e-9);
    assertEquals(gen2, decision.self().action(2), 1e-9);
  }

  /** 20 + 40 p = 60 at 1 MW, of which 0.9 can be had; 50 + 100 p = 60 at 0.1 MW. */
  @Test
  void everyChildRunsWhereItsMarginalCostMeetsTheTariff() {
    FakeDecision decision = decision();
    decision.self().held(1, 0.4);
    assertDispatched(settings(), decision, 0.9, 0.1);
    assertEquals(0.4, decision.self().action(1), "no child is called so");
  }

  @Test
  void aPriceThatTheParentSaidGoesBeforeTheTariff() {
    FakeDecision decision = decision();
    parent.observationSpace(
        Space.of(
            Axis.real("parent.Price.usdPerMwh", "USD/MWh", 0, 300),
            Axis.real("parent.Price.age", "steps", 0, 9),
            Axis.real("parent.Price.valid", "", 0, 1)));
    assertDispatched(settings(), decision.observes(52, 0, 1), 0.8, 0.02);
  }

  /**
   * Without the generators the source supplied 0.7 + 0.375 MW. With 0.025 MW at most they must give
   * 1.05 MW, and at the tariff they give 1 MW; the first one has no more than 0.9.
   */
  @Test
  void moreIsRunThanTheTariffIsWorthWhereAnImportLimitAsksForIt() {
    assertDispatched(settings().with("importLimitMw", 0.025), decision(), 0.9, 0.15);
  }

  @Test
  void anImportLimitThatDoesNotBindChangesNothing() {
    assertDispatched(settings().with("importLimitMw", 0.2), decision(), 0.9, 0.1);
  }

  @Test
  void anImportLimitThatCannotBeKeptIsApproached() {
    assertDispatched(settings().with("importLimitMw", -3), decision(), 0.9, 0.9);
  }

  /**
   * Other devices took 0.375 - 0.15 = 0.225 MW. For 0.2 MW net the generators give 0.425: at λ = 37
   * the first one alone, 20 + 40 · 0.425, below where the second one begins.
   */
  @Test
  void aNetPowerIsMetAtLeastCostWhateverThePrice() {
    assertDispatched(settings().with("netMw", 0.2), decision(), 0.425, 0);
    // 1.1 MW: λ = 20 + 40 p1 = 50 + 100 p2 would have p1 = 1, more than it can
    assertDispatched(settings().with("netMw", 0.875), decision(), 0.9, 0.2);
  }

  /** Before the first measurement there is nothing to hold a limit against. */
  @Test
  void withoutAMeasurementTheTariffDecides() {
    FakeDecision decision = decision();
    decision.self().reading("importMw", Double.NaN).reading("netMw", Double.NaN);
    assertDispatched(settings().with("importLimitMw", 0), decision, 0.9, 0.1);
    assertDispatched(settings().with("netMw", 0), decision, 0.9, 0.1);
  }

  @Test
  void aChildThatHasNotReportedHoldsItsSetPoint() {
    FakeSelf self =
        new FakeSelf(parent, 0)
            .reading("price", 60)
            .held(2, 0.3)
            .hear(first, new Report(0, 0.9, 20, 20, 20));
    assertDispatched(settings(), new FakeDecision(self), 0.9, 0.3);
  }

  @Test
  void underAPriceSignalItSaysTheTariff() {
    FakeAgent agent =
        FakeAgent.grid("MG2").actionSpace(Space.of(Axis.real("price", "USD/MWh", 0, 300)));
    FakeSelf self = new FakeSelf(agent, 0).reading("price", 87.5);
    policy(settings(), agent).act(new FakeDecision(self));
    assertEquals(87.5, self.action(0));
    ConfigurationException e =
        assertThrows(
            ConfigurationException.class, () -> policy(settings().with("importLimitMw", 1), agent));
    assertEquals("importLimitMw", e.path());
    assertEquals(
        "1.0 MW cannot be kept by MG2, which says a price and hears no reports; leave it out, or use"
            + " setpoint",
        e.getMessage());
  }

  @Test
  void whoHasNothingToDecideIsLeftAlone() {
    FakeAgent agent = FakeAgent.grid("MG2");
    FakeSelf self = new FakeSelf(agent, 0);
    policy(settings(), agent).act(new FakeDecision(self));
    assertFalse(self.proposed());
  }

  @Test
  void itRefusesWhatItCannotDrive() {
    FakeAgent device = FakeAgent.grid("MG2").device("ess1", Axis.real("p", "MW", -1, 1));
    ConfigurationException e =
        assertThrows(ConfigurationException.class, () -> policy(settings(), device));
    assertEquals(
        "economic-dispatch cannot drive MG2.ess1, which decides on p: it is for parents whose"
            + " action is a power for every child, or a price; try best-response",
        e.getMessage());
  }

  @Test
  void itRefusesTwoConstraintsAtOnce() {
    ConfigurationException e =
        assertThrows(
            ConfigurationException.class,
            () -> settings().with("importLimitMw", 1).with("netMw", 0.5).build());
    assertEquals("netMw", e.path());
  }
}
