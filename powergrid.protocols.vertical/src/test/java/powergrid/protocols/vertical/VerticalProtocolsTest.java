package powergrid.protocols.vertical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import powergrid.api.agent.Target;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.protocol.Report;
import powergrid.api.protocol.VerticalProtocol;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;
import powergrid.testkit.Configured;
import powergrid.testkit.FakeAgent;
import powergrid.testkit.FakeSelf;

class VerticalProtocolsTest {
  private final FakeAgent parent = FakeAgent.grid("MG1");
  private final FakeAgent meter = parent.device("grid");
  private final FakeAgent trader = parent.device("trade", Axis.real("exchange", "MW", -1, 2));
  private final FakeAgent battery = parent.device("ess1", Axis.real("p", "MW", -0.5, 0.5));
  private final FakeAgent unit =
      parent.device("gen1", Axis.real("q", "MVAr", -1, 1), Axis.real("p", "MW", 0, 0.66));
  private final FakeAgent plant =
      parent.device("pv1", Axis.real("pLimit", "MW", 0, 0.8)).resting(0.8);

  private final VerticalProtocol setpoint = Configured.of(Setpoint.class).build();
  private final VerticalProtocol price = Configured.of(PriceSignal.class).build();

  private FakeSelf parentUnder(VerticalProtocol protocol) {
    parent.actionSpace(protocol.parentActionSpace(parent));
    return new FakeSelf(parent, protocol.memory());
  }

  @Test
  void noneLeavesTheParentNothingToDecide() {
    assertEquals(Space.EMPTY, new None().parentActionSpace(parent));
  }

  @Test
  void setpointHasAnAxisForEveryChildThatCanBeDispatched() {
    assertEquals(
        Space.of(
            Axis.real("ess1", "MW", -0.5, 0.5),
            Axis.real("gen1", "MW", 0, 0.66),
            Axis.real("pv1", "MW", 0, 0.8)),
        setpoint.parentActionSpace(parent));
  }

  @Test
  void setpointStartsWithEverybodyAtRest() {
    assertEquals(0, setpoint.initialAction(parent, 0));
    assertEquals(0, setpoint.initialAction(parent, 1));
    assertEquals(0.8, setpoint.initialAction(parent, 2), "a ceiling at its top");
  }

  @Test
  void consumersSayConsumptionAndAreAskedForInjectedPower() {
    FakeAgent grid = FakeAgent.grid("MG2");
    grid.device("ev1", Axis.real("consumption", "MW", -0.1, 0.4)).resting(0.4);
    assertEquals(Space.of(Axis.real("ev1", "MW", -0.4, 0.1)), setpoint.parentActionSpace(grid));
    assertEquals(-0.4, setpoint.initialAction(grid, 0), "it rests charging at full power");
  }

  @Test
  void setpointTellsEveryChildItsPower() {
    FakeSelf me = parentUnder(setpoint);
    me.action(0, -0.2);
    me.action(1, 0.3);
    me.action(2, 0.8);
    setpoint.coordinateMessages(me);
    assertEquals(
        List.of(
            new FakeSelf.Sent(battery, new Setpoint.Directive(-0.2)),
            new FakeSelf.Sent(unit, new Setpoint.Directive(0.3)),
            new FakeSelf.Sent(plant, new Setpoint.Directive(0.8))),
        me.sent());
    assertEquals(0.9, setpoint.intendedMw(me), 1e-12);
  }

  /** From 0.1 MW to 0.55 MW; 0.4, 0.36 and 0.14 MW are possible beyond the set points. */
  @Test
  void setpointMovesTowardsWhatIsAskedInProportionToWhatChildrenCanStillDo() {
    FakeSelf me = parentUnder(setpoint);
    me.action(0, -0.2);
    me.action(1, 0.3);
    me.action(2, 0.0);
    me.hear(battery, new Report(-0.5, 0.2, 0, 0, 0))
        .hear(unit, new Report(0, 0.66, 0, 0, 0))
        .hear(plant, new Report(0, 0.14, 0, 0, 0));
    me.requestMw(0.55);
    setpoint.coordinateMessages(me);
    double share = (0.55 - 0.1) / (0.4 + 0.36 + 0.14);
    double[] expected = {-0.2 + share * 0.4, 0.3 + share * 0.36, share * 0.14};
    for (int k = 0; k < 3; k++) {
      assertEquals(expected[k], ((Setpoint.Directive) me.sent().get(k).payload()).pMw(), 1e-12);
    }
  }

  @Test
  void setpointGoesAsFarAsChildrenCanWhereMoreIsAsked() {
    FakeSelf me = parentUnder(setpoint);
    me.hear(battery, new Report(-0.5, 0.2, 0, 0, 0)).hear(unit, new Report(0, 0.66, 0, 0, 0));
    me.requestMw(-5);
    setpoint.coordinateMessages(me);
    assertEquals(-0.5, ((Setpoint.Directive) me.sent().get(0).payload()).pMw(), 1e-12);
    assertEquals(0, ((Setpoint.Directive) me.sent().get(1).payload()).pMw(), 1e-12);
  }

  /** What a parent knows of its children is the sum of what they reported. */
  @Test
  void aParentGathersWhatItsChildrenReported() {
    FakeSelf me = parentUnder(setpoint);
    me.hear(battery, new Report(-0.5, 0.2, 0, 0, 0)).hear(unit, new Report(0, 0.66, 0, 0, 0));
    setpoint.gather(me);
    assertEquals(-0.5, me.flexibility().minMw(), 1e-12);
    assertEquals(0.86, me.flexibility().maxMw(), 1e-12);
  }

  @Test
  void setpointSaysNothingWhileTheParentHolds() {
    FakeSelf me = parentUnder(setpoint);
    setpoint.coordinateMessages(me);
    assertEquals(List.of(), me.sent());
    FakeSelf child = new FakeSelf(battery, setpoint.memory());
    setpoint.coordinateActions(child);
    assertTrue(Double.isNaN(child.requestedMw()), "a child without set point holds");
  }

  @Test
  void setpointsAreFollowedAndTheRemainderComesBack() {
    FakeSelf child = new FakeSelf(battery, setpoint.memory()).reading("dispatchedMw", 0.3);
    child.flexibility().set(-0.5, 0.3, 40, 90, 10);
    setpoint.report(child);
    assertEquals(
        List.of(new FakeSelf.Sent(parent, new Report(-0.5, 0.3, 40, 90, 10))), child.sent());
    child.hear(parent, new Setpoint.Directive(0.5));
    setpoint.coordinateActions(child);
    assertEquals(0.5, child.requestedMw());
    setpoint.report(child.next());
    assertEquals(new Setpoint.Remainder(0.5 - 0.3), child.sent().get(1).payload());
  }

  @Test
  void directivesAreInformationToAChildThatDecides() {
    FakeSelf child = new FakeSelf(battery, setpoint.memory());
    child.hear(parent, new Setpoint.Directive(0.5)).hear(parent, new PriceSignal.Price(500));
    child.action(0, 0.1);
    setpoint.coordinateActions(child);
    price.coordinateActions(child);
    assertTrue(Double.isNaN(child.requestedMw()));
    assertEquals(0.1, child.action(0));
  }

  @Test
  void aPowerOfAnotherNameIsTheAgentsOwn() {
    FakeSelf child = new FakeSelf(trader, setpoint.memory());
    setpoint.report(child);
    assertEquals(List.of(), child.sent());
    FakeSelf me = parentUnder(price).reading("price", 50);
    price.coordinateMessages(me);
    assertTrue(me.sent().stream().noneMatch(sent -> sent.to() == trader));
  }

  @Test
  void metersNeitherReportNorHear() {
    FakeSelf child = new FakeSelf(meter, setpoint.memory());
    setpoint.report(child);
    assertEquals(List.of(), child.sent());
    FakeSelf me = parentUnder(price).reading("price", 50);
    price.coordinateMessages(me);
    assertTrue(me.sent().stream().noneMatch(sent -> sent.to() == meter));
  }

  @Test
  void priceSignalSaysTheTariffUntilTheParentChooses() {
    FakeSelf me = parentUnder(price).reading("price", 87.5);
    price.coordinateMessages(me);
    assertEquals(3, me.sent().size());
    assertEquals(new PriceSignal.Price(87.5), me.sent().get(0).payload());
    me.next().action(0, 120);
    price.coordinateMessages(me);
    assertEquals(new PriceSignal.Price(120), me.sent().get(2).payload());
  }

  @Test
  void aParentMeansThePriceThatItChoseOrElseTheTariff() {
    FakeSelf me = parentUnder(price).reading("price", 80);
    assertEquals(80, price.intended(me, Target.PRICE));
    me.action(0, 120);
    assertEquals(120, price.intended(me, Target.PRICE));
    assertTrue(Double.isNaN(price.intended(me, Target.VOLTAGE)));
  }

  @Test
  void priceSignalIsAnsweredWhereMarginalCostMeetsIt() {
    FakeSelf child = new FakeSelf(unit, price.memory()).hear(parent, new PriceSignal.Price(112.4));
    child.flexibility().set(0, 0.66, 72.4, 72.4, 100);
    price.coordinateActions(child);
    assertEquals(0.2, child.requestedMw(), 1e-12, "72.4 + 2 · 100 · 0.2 = 112.4 USD/MWh");
  }

  @Test
  void aParentOfMetersHasNothingToDecide() {
    FakeAgent other = FakeAgent.grid("MG2");
    other.device("grid");
    assertEquals(Space.EMPTY, price.parentActionSpace(other));
    assertEquals(Space.EMPTY, setpoint.parentActionSpace(other));
  }

  @Test
  void priceSignalRefusesBoundsThatDoNotGoTogether() {
    var settings = Configured.of(PriceSignal.class);
    assertEquals(
        "minPrice",
        assertThrows(ConfigurationException.class, () -> settings.with("minPrice", 300).build())
            .path());
    assertEquals(
        "initialPrice",
        assertThrows(
                ConfigurationException.class,
                () -> settings.with("minPrice", 60).with("initialPrice", 50).build())
            .path());
  }
}
