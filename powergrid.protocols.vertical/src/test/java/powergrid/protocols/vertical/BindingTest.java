package powergrid.protocols.vertical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import powergrid.api.space.Axis;
import powergrid.testkit.Configured;
import powergrid.testkit.FakeAgent;
import powergrid.testkit.FakeSelf;

class BindingTest {
  private final Setpoint binding = Configured.of(Setpoint.class).with("binding", true).build();
  private final Setpoint informing = Configured.of(Setpoint.class).build();
  private final FakeAgent parent = FakeAgent.grid("MG1");
  private final FakeAgent battery = parent.device("ess1", Axis.real("p", "MW", -0.5, 0.5));

  /** A child that has chosen a power of its own, with a set point. */
  private FakeSelf decider(double own, double target) {
    FakeSelf child = new FakeSelf(battery, binding.memory());
    child.action(0, own);
    return child.intends(own).hear(parent, new Setpoint.Directive(target));
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0.3, 0.3", "-0.2, 0.3, 0", "-0.5, -0.2, -0.2", "0.1, -0.2, 0", "0.4, 0, 0"})
  void aBindingSetPointBoundsWhatAChildDecides(double own, double target, double expected) {
    FakeSelf child = decider(own, target);
    binding.coordinateActions(child);
    assertEquals(expected, child.requestedMw(), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"0.2, 0.3", "0, 0.3", "-0.1, -0.2", "0.3, 0.3"})
  void whatIsWithinTheBoundIsLeftAlone(double own, double target) {
    FakeSelf child = decider(own, target);
    binding.coordinateActions(child);
    assertTrue(Double.isNaN(child.requestedMw()));
    assertEquals(own, child.action(0));
  }

  @Test
  void aSetPointIsInformationUnlessItBinds() {
    FakeSelf child = decider(0.5, 0.3);
    informing.coordinateActions(child);
    assertTrue(Double.isNaN(child.requestedMw()));
  }

  @Test
  void whatIsNotUsedOfABindingSetPointIsReported() {
    FakeSelf child = decider(0.2, 0.3).reading("dispatchedMw", 0.2);
    binding.coordinateActions(child);
    binding.report(child.next());
    assertEquals(new Setpoint.Remainder(0.3 - 0.2), child.sent().get(1).payload());
  }

  /** A price, say, stands for no power that could be bounded. */
  @Test
  void aDeciderWhoseActionIsNoPowerTakesABindingSetPoint() {
    FakeSelf child = decider(0.5, 0.3).intends(Double.NaN);
    binding.coordinateActions(child);
    assertEquals(0.3, child.requestedMw());
  }

  @Test
  void aChildThatFollowsTakesItsSetPointEitherWay() {
    for (Setpoint protocol : new Setpoint[] {binding, informing}) {
      FakeSelf child = new FakeSelf(battery, 2).hear(parent, new Setpoint.Directive(0.3));
      protocol.coordinateActions(child);
      assertEquals(0.3, child.requestedMw());
    }
  }
}
