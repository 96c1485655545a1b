package powergrid.protocols.vertical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Target;
import powergrid.api.protocol.Report;
import powergrid.api.space.Axis;
import powergrid.testkit.Configured;
import powergrid.testkit.FakeAgent;
import powergrid.testkit.FakeSelf;

class BidsTest {
  private final PriceSignal bids = Configured.of(PriceSignal.class).with("bids", true).build();
  private final FakeAgent parent = FakeAgent.grid("MG1");
  private final List<FakeSelf> children = new ArrayList<>();

  /** A child with an offer: least and greatest power, margins and half their slope. */
  private FakeSelf child(double min, double max, double buy, double sell, double curve) {
    FakeAgent agent =
        parent.device("unit" + children.size(), Axis.real("p", "MW", min, Math.max(min, max)));
    FakeSelf self = new FakeSelf(agent, bids.memory());
    self.flexibility().set(min, max, buy, sell, curve);
    children.add(self);
    return self;
  }

  /** The three units of Wood and Wollenberg, example 3A, with the fuel cost of the first unit. */
  private void units(double linear1, double quadratic1) {
    child(150, 600, linear1, linear1, quadratic1);
    child(100, 400, 7.85, 7.85, 0.00194);
    child(50, 200, 7.97, 7.97, 0.00482);
  }

  private FakeSelf parent() {
    parent.actionSpace(bids.parentActionSpace(parent));
    FakeSelf me = new FakeSelf(parent, bids.memory()).realising(Target.POWER, Target.PRICE);
    for (FakeSelf child : children) {
      bids.report(child);
      child.sent().forEach(sent -> me.hear((FakeAgent) child.agent(), sent.payload()));
    }
    return me.reading("price", 80);
  }

  /** Asks for a power, and has all children answer; what they answer with together. */
  private double answer(FakeSelf me, double pMw) {
    me.requestMw(pMw);
    return answer(me);
  }

  private double answer(FakeSelf me) {
    bids.coordinateMessages(me);
    double total = 0;
    for (FakeSelf child : children) {
      me.sent().stream()
          .filter(sent -> sent.to() == child.agent())
          .forEach(sent -> child.hear(parent, sent.payload()));
      bids.coordinateActions(child);
      total += child.requestedMw();
    }
    return total;
  }

  private static PriceSignal.Cleared said(FakeSelf me) {
    return (PriceSignal.Cleared) me.sent().get(0).payload();
  }

  /** Published: λ = 9.148 $/MWh, P = 393.2, 334.6 and 122.2 MW at 850 MW. */
  @Test
  void thePriceIsTheEqualIncrementalCostOfThePowerAskedFor() {
    units(7.92, 0.001562);
    FakeSelf me = parent();
    assertEquals(850, answer(me, 850), 1e-9);
    assertEquals(9.148, said(me).usdPerMwh(), 5e-4);
    assertEquals(393.2, children.get(0).requestedMw(), 0.05);
    assertEquals(334.6, children.get(1).requestedMw(), 0.05);
    assertEquals(122.2, children.get(2).requestedMw(), 0.05);
  }

  /** Published, with cheap coal: the first unit at its limit, λ = 8.576, P = 600, 187.1, 62.9. */
  @Test
  void unitsAtTheirLimitsLeaveThePriceToTheOthers() {
    units(6.48, 0.00128);
    FakeSelf me = parent();
    assertEquals(850, answer(me, 850), 1e-9);
    assertEquals(8.576, said(me).usdPerMwh(), 5e-4);
    assertEquals(600, children.get(0).requestedMw(), 1e-9);
    assertEquals(187.1, children.get(1).requestedMw(), 0.05);
    assertEquals(62.9, children.get(2).requestedMw(), 0.05);
  }

  /** 0.2 + 0.4 MW at 50 USD/MWh are each all or nothing; 0.3 MW beyond the cheap one is half. */
  @Test
  void childrenOfConstantCostAreRationedByTheSameShare() {
    child(0, 0.5, 20, 20, 0);
    child(0, 0.2, 50, 50, 0);
    child(0, 0.4, 50, 50, 0);
    FakeSelf me = parent();
    assertEquals(0.8, answer(me, 0.8), 1e-12);
    assertEquals(50, said(me).usdPerMwh(), 1e-8);
    assertEquals(0.5, children.get(0).requestedMw(), 1e-12);
    assertEquals(0.1, children.get(1).requestedMw(), 1e-12);
    assertEquals(0.2, children.get(2).requestedMw(), 1e-12);
  }

  /**
   * A battery that buys below 40 and sells above 60 stands still between; a demand of 1 MW worth 90
   * at most is D (1 − π / 90). At −0.9 MW: (π − 40) / 20 + π / 90 − 1 = −0.9, π = 34.3636.
   */
  @Test
  void whoBuysAndWhoSellsClearTogether() {
    child(-0.5, 0.5, 40, 60, 10);
    child(-1, 0, 90, 90, 45);
    FakeSelf me = parent();
    assertEquals(-0.9, answer(me, -0.9), 1e-12);
    double price = (0.1 + 2) / (1 / 20.0 + 1 / 90.0);
    assertEquals(price, said(me).usdPerMwh(), 1e-8);
    assertEquals((price - 40) / 20, children.get(0).requestedMw(), 1e-9);
  }

  @Test
  void whatIsBeyondAllBidsIsMetAsNearlyAsTheyCan() {
    child(0.1, 0.5, 20, 20, 10);
    child(-0.3, 0, 100, 100, 0);
    assertEquals(0.5, answer(parent(), 7), 1e-12);
    children.forEach(FakeSelf::next);
    FakeSelf me = parent();
    assertEquals(0.1 - 0.3, answer(me, -7), 1e-12);
    assertEquals(0, said(me).usdPerMwh(), "the least price");
  }

  /** The second unit would take 400 USD/MWh, and the parent may say 300. */
  @Test
  void thePriceStaysWithinItsBounds() {
    child(0, 0.5, 20, 20, 0);
    child(0, 0.5, 400, 400, 0);
    FakeSelf me = parent();
    assertEquals(0.5, answer(me, 0.8), 1e-12);
    assertEquals(300, said(me).usdPerMwh(), 1e-8);
  }

  @Test
  void everySumOfAnswersIsTheNearestThatIsFeasible() {
    child(-0.5, 0.5, 40, 60, 10);
    child(0, 0.6, 55, 55, 100);
    child(0, 0.2, 50, 50, 0);
    child(0, 0.3, 50, 50, 1e-9);
    child(-0.4, 0, 50, 50, 0);
    child(0.05, 0.1, 70, 70, 0);
    for (double asked = -1.5; asked < 2.5; asked += 0.0371) {
      children.forEach(FakeSelf::next);
      double nearest = Math.max(-0.9 + 0.05, Math.min(0.5 + 0.6 + 0.2 + 0.3 + 0.1, asked));
      assertEquals(nearest, answer(parent(), asked), 1e-9, "asked for " + asked);
    }
  }

  @Test
  void withoutAPowerAskedForThePriceIsAnsweredAsEver() {
    child(0, 0.66, 72.4, 72.4, 100);
    FakeSelf me = parent();
    assertEquals((80 - 72.4) / 200, answer(me), 1e-12, "the tariff");
    assertEquals(new PriceSignal.Cleared(80, 0), said(me));
    children.get(0).next();
    me.next().request(Target.PRICE, 112.4);
    assertEquals(0.2, answer(me), 1e-12);
  }

  @Test
  void aPriceAskedForIsPassedOnWithoutBidsToo() {
    PriceSignal plain = Configured.of(PriceSignal.class).build();
    assertEquals(Set.of(Target.PRICE), plain.realises());
    child(0, 0.66, 72.4, 72.4, 100);
    parent.actionSpace(plain.parentActionSpace(parent));
    FakeSelf me = new FakeSelf(parent, 0).reading("price", 80);
    me.request(Target.PRICE, 95);
    plain.coordinateMessages(me);
    assertEquals(new PriceSignal.Price(95), me.sent().get(0).payload());
  }

  @Test
  void aParentKnowsWhatItsPriceComesTo() {
    child(0, 0.66, 72.4, 72.4, 100);
    FakeSelf me = parent();
    assertEquals((80 - 72.4) / 200, bids.intendedMw(me), 1e-12);
    assertEquals(80, bids.intended(me, Target.PRICE));
    me.action(0, 112.4);
    assertEquals(0.2, bids.intendedMw(me), 1e-12);
    assertTrue(Double.isNaN(bids.intendedMw(new FakeSelf(parent, 1))), "nobody has bid");
  }

  /** A microgrid passes a price on; of a power that is cleared it keeps its part in MW. */
  @Test
  void aMicrogridBelowASystemTakesThePriceAndItsPartOfAPower() {
    FakeAgent system = FakeAgent.system("operator");
    FakeAgent priced = system.below("MG1");
    FakeAgent set = system.below("MG2").dispatched(0, 1, 0);
    FakeSelf passes = new FakeSelf(priced, 1).realising(Target.PRICE);
    FakeSelf both = new FakeSelf(set, 1).realising(Target.POWER, Target.PRICE);
    both.flexibility().set(0, 1, 50, 50, 50);
    assertEquals(1, bids.parentActionSpace(system).size());
    for (FakeSelf child : List.of(passes, both)) {
      child.hear(system, new PriceSignal.Cleared(90, 0));
      bids.coordinateActions(child);
      assertEquals(90, child.requested(Target.PRICE));
      assertTrue(Double.isNaN(child.requestedMw()));
      child.next().hear(system, new PriceSignal.Cleared(70, 0.5));
      bids.coordinateActions(child);
    }
    assertEquals(70, passes.requested(Target.PRICE));
    assertEquals(0.2, both.requestedMw(), 1e-9);
  }

  /** In merit at 80, not at 70; of a quarter of an hour a step. */
  @Test
  void aUnitReportsItsHoursInMerit() {
    FakeSelf unit = child(0, 0.66, 72.4, 72.4, 100);
    FakeSelf mustRun = child(0.1, 0.5, 70, 70, 100);
    FakeSelf load = child(-0.5, 0, 300, 300, 100);
    FakeSelf me = parent();
    answer(me);
    me.next().action(0, 70);
    answer(me);
    children.forEach(child -> bids.report(child.next()));
    assertEquals(new PriceSignal.Merit(0.25), unit.sent().get(1).payload());
    assertEquals(
        new PriceSignal.Merit(0), mustRun.sent().get(1).payload(), "its least MW cost 90 USD/MWh");
    assertEquals(1, load.sent().size(), "who only takes power has none");
  }

  @Test
  void numbersThatAreNoneAreRefused() {
    child(0, 0.66, 72.4, 72.4, 100);
    FakeSelf dark = parent().reading("price", Double.NaN);
    assertEquals(
        "MG1: price-signal.tariff: series 'price' is NaN USD/MWh; give a series of finite prices",
        assertThrows(IllegalArgumentException.class, () -> bids.coordinateMessages(dark))
            .getMessage());
    FakeSelf me = parent();
    me.hear((FakeAgent) children.get(0).agent(), new Report(0, 1, 50, Double.NaN, 0));
    me.requestMw(0.5);
    String message =
        assertThrows(IllegalArgumentException.class, () -> bids.coordinateMessages(me))
            .getMessage();
    assertTrue(message.startsWith("MG1: price-signal.bids: MG1.unit0 bids Report["), message);
  }

  @Test
  void aFlexibilityToldInNumbersAnswersAsItself() {
    Flexibility f = new Flexibility();
    f.set(-0.5, 0.5, 40, 60, 10);
    for (double price = 0; price < 100; price += 3) {
      assertEquals(f.respond(price), Flexibility.respond(price, -0.5, 0.5, 40, 60, 10));
    }
  }
}
