package powergrid.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import powergrid.api.agent.Variables;
import powergrid.api.agent.Visibility;
import powergrid.api.dataset.Known;
import powergrid.api.device.Device;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.Settlement;
import powergrid.api.protocol.Report;

class TestkitTest {
  /** Injects the root of what it is told: no number where that is negative. */
  private static final class Plain implements Device {
    private final DeviceContext context;
    private final Variables.Real p;
    private final Variables.Real energy;

    Plain(DeviceContext context) {
      this.context = context;
      p = context.actions().real("p", "MW", -1, 1, 0, Visibility.OWNER);
      energy = context.feature("own").real("energy", "MWh", -100, 100, 0, Visibility.OWNER);
    }

    @Override
    public void act(double hours) {
      context.terminal().inject(Math.sqrt(p.get()), 0);
    }

    @Override
    public void settle(Settlement step) {
      energy.add(step.pMw() * step.hours());
    }
  }

  @Test
  void theHarnessRefusesPowerThatIsNoNumber() {
    DeviceHarness harness = DeviceHarness.of(Plain::new).start().action("p", -1);
    assertThrows(AssertionError.class, harness::step);
  }

  @Test
  void theHarnessSettlesWhatFlowed() {
    DeviceHarness.of(Plain::new)
        .start()
        .action("p", 0.25)
        .step()
        .expectPower(0.5)
        .expectState("own.energy", 0.125, 1e-12)
        .realise(flow -> flow.power(-1, 0))
        .step()
        .expectState("own.energy", 0.125 - 0.25, 1e-12);
  }

  @Test
  void theHarnessSaysWhatWasNotAsExpected() {
    DeviceHarness harness = DeviceHarness.of(Plain::new).start();
    AssertionError error = assertThrows(AssertionError.class, () -> harness.expectPower(1));
    assertEquals("power, MW, after step 0, at 00:00: expected 1.0, was 0.0", error.getMessage());
    assertThrows(IllegalArgumentException.class, () -> harness.state("own.enrgy"));
  }

  @Test
  void seriesAreKnownAsTheySay() {
    FakeSeries ahead = new FakeSeries("price", Known.AHEAD, 1, 2, 3);
    FakeSeries after = new FakeSeries("load", Known.AFTER, 1, 2, 3);
    ahead.now(1);
    after.now(1);
    assertEquals(3, ahead.ahead(1));
    assertTrue(Double.isNaN(ahead.ahead(2)), "past the end");
    assertEquals(1, after.known(), "the last interval's");
    assertEquals(2, after.actual());
    assertTrue(Double.isNaN(after.ahead(0)));
  }

  @Test
  void whatIsNotKnownMayBeForecast() {
    FakeSeries load = new FakeSeries("load", Known.AFTER, 1, 2, 3);
    assertTrue(Double.isNaN(load.forecast(1)));
    load.forecasts(10, 20, 30).now(1);
    assertEquals(20, load.forecast(0));
    assertEquals(30, load.forecast(1));
    assertTrue(Double.isNaN(load.forecast(2)), "past the horizon");
    FakeSelf self = new FakeSelf(FakeAgent.grid("MG1"), 0).reading("price", 5);
    self.forecast("price", 50, 60);
    assertEquals(5, self.forecast("price", 0), "what is known");
    assertEquals(60, self.forecast("price", 1));
  }

  @Test
  void agentsTalkWithTheirRelationsOnly() {
    FakeAgent parent = FakeAgent.grid("MG1");
    FakeAgent child = parent.device("ess1");
    FakeSelf self = new FakeSelf(child, 0);
    Report report = new Report(0, 1, 0, 0, 0);
    self.send(self.parent(), report);
    assertEquals(parent, self.sent().get(0).to());
    assertThrows(AssertionError.class, () -> self.send(parent.device("other"), report));
  }
}
