package powergrid.policies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import powergrid.api.plugin.NoFields;
import powergrid.api.policy.Policy;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;
import powergrid.testkit.Configured;
import powergrid.testkit.FakeAgent;
import powergrid.testkit.FakeDecision;
import powergrid.testkit.FakeSelf;

class PoliciesTest {
  private static FakeAgent agent(Axis... axes) {
    return FakeAgent.grid("MG1").actionSpace(Space.of(axes));
  }

  @Test
  void holdChoosesNothing() {
    FakeAgent agent = agent(Axis.real("p", "MW", 0, 1));
    FakeSelf self = new FakeSelf(agent, 0).held(0, 0.4);
    new Hold.Factory().create(new NoFields(), agent).act(new FakeDecision(self));
    assertFalse(self.proposed());
    assertEquals(0.4, self.action(0));
  }

  @Test
  void randomIsUniformBetweenTheBounds() {
    FakeAgent agent = agent(Axis.real("p", "MW", -1, 3));
    FakeSelf self = new FakeSelf(agent, 0);
    FakeDecision decision = new FakeDecision(self);
    Policy random = new Random.Factory().create(new NoFields(), agent);
    double sum = 0;
    double squares = 0;
    int n = 100_000;
    for (int t = 0; t < n; t++) {
      random.act(decision);
      assertTrue(self.action(0) >= -1 && self.action(0) <= 3);
      sum += self.action(0);
      squares += self.action(0) * self.action(0);
    }
    // uniform on [−1, 3]: mean 1, variance 4²/12
    assertEquals(1, sum / n, 0.02);
    assertEquals(16.0 / 12, squares / n - sum / n * sum / n, 0.02);
  }

  @Test
  void randomLeavesClosedChoicesOut() {
    FakeAgent agent = agent(Axis.choice("other", 2), Axis.choice("tap", 4));
    FakeSelf self = new FakeSelf(agent, 0);
    FakeDecision decision = new FakeDecision(self).close(2).close(4);
    Policy random = new Random.Factory().create(new NoFields(), agent);
    int[] taken = new int[4];
    for (int t = 0; t < 10_000; t++) {
      random.act(decision);
      taken[(int) self.action(1)]++;
    }
    assertEquals(0, taken[0] + taken[2]);
    assertEquals(5_000, taken[1], 250, "five standard deviations of a fair coin");
  }

  @Test
  void ruleSaysTheTariffWhereThePriceIsItsAction() {
    FakeAgent agent = agent(Axis.real("price", "USD/MWh", 0, 300));
    FakeSelf self = new FakeSelf(agent, 0).reading("price", 87.5);
    rule(agent).act(new FakeDecision(self));
    assertEquals(87.5, self.action(0));
  }

  @Test
  void ruleHoldsOnDevicesAndOnWhatItDoesNotKnow() {
    FakeAgent device = FakeAgent.grid("MG1").device("ess1", Axis.real("p", "MW", -1, 1));
    for (FakeAgent agent : new FakeAgent[] {device, agent(), agent(Axis.choice("tap", 3))}) {
      FakeSelf self = new FakeSelf(agent, 0);
      rule(agent).act(new FakeDecision(self));
      assertFalse(self.proposed());
    }
  }

  private static Policy rule(FakeAgent agent) {
    return new Rule.Factory().create(Configured.of(Rule.class).build(), agent);
  }
}
