package powergrid.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Variables;
import powergrid.api.agent.Visibility;
import powergrid.api.dataset.Known;
import powergrid.api.dataset.Series;
import powergrid.api.device.Device;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.RegulatorTaps;
import powergrid.api.device.Settlement;

class DeviceHarnessTest {
  /** Sells 1 MW above a price of 50 USD/MWh, and counts what it sold. */
  private static final class Seller implements Device {
    private final DeviceContext context;
    private final Series price;
    private final RegulatorTaps taps;
    private final Variables.Real soldMwh;

    Seller(DeviceContext context) {
      this.context = context;
      price = context.series("price");
      taps = context.regulator("reg");
      soldMwh = context.feature("own").real("soldMwh", "MWh", 0, 1000, 0, Visibility.OWNER);
    }

    @Override
    public void offer(double hours, Flexibility out) {
      out.set(0, price.known() > 50 ? 1 : 0, 0, 0, 0);
    }

    @Override
    public void act(double hours) {
      context.terminal().inject(price.actual() > 50 ? 1 : 0, 0.25);
      taps.tap(0, taps.tap(0) + 1);
    }

    @Override
    public void settle(Settlement step) {
      soldMwh.add(step.pMw() * step.hours());
      step.violation(0.5);
      step.curtailed(0.125);
    }
  }

  private static DeviceHarness seller() {
    DeviceHarness seller = DeviceHarness.of(Seller::new).series("price", 60);
    seller.regulator("reg", "abc", 16);
    return seller.start();
  }

  @Test
  void aDayIsToldByItsClock() {
    seller()
        .at("06:30")
        .step("morning peak")
        .expectPower(1)
        .expectReactive(0.25)
        .expectCurtailed(0.125, 0)
        .expectViolation(0.5, 0)
        .expectOffer(0, 1)
        .input("price", 40, 60, 40)
        .expectOffer(0, 0)
        .steps(2)
        .expectState("own.soldMwh", 0.5, 0)
        .until("18:00")
        .expectState("own.soldMwh", 0.5, 0);
  }

  @Test
  void theClockGoesOnPastMidnight() {
    DeviceHarness seller = seller().at("23:30").until("00:15");
    assertEquals(0.75, seller.hoursSinceStart());
    assertEquals(LocalTime.of(0, 15), seller.until("00:15").clock(), "it is that time already");
    assertThrows(IllegalArgumentException.class, () -> seller.until("00:20"));
  }

  @Test
  void failuresNameTheStep() {
    DeviceHarness seller = seller().at("06:30").step("morning peak");
    AssertionError error = assertThrows(AssertionError.class, () -> seller.expectPower(0));
    assertEquals(
        "power, MW, after step 1 (morning peak), at 06:45: expected 0.0, was 1.0",
        error.getMessage());
  }

  @Test
  void everyEpisodeStartsWithTheTapsOfTheFirst() {
    DeviceHarness seller = seller().steps(3);
    assertEquals(3, seller.regulator("reg", "abc", 16).tap(0));
    assertEquals(0, seller.start().regulator("reg", "abc", 16).tap(0));
  }

  @Test
  void goesOnFromWhereAnotherOneIs() {
    DeviceHarness first = seller().steps(3);
    first.random().nextLong();
    DeviceHarness second = seller().continueFrom(first);
    assertEquals(0.75, second.state("own.soldMwh"));
    assertEquals(3, second.regulator("reg", "abc", 16).tap(0));
    assertEquals(first.random().state(), second.random().state());
    assertEquals(LocalTime.of(0, 45), second.clock());
  }

  @Test
  void settlesWhatFlowedElsewhere() {
    DeviceHarness first = seller().realise(flow -> flow.power(-2, 0)).step();
    DeviceHarness second = seller().realise(flow -> flow.sameAs(first.booked())).step();
    second.expectPower(1).expectState("own.soldMwh", 0, 0);
    assertEquals(-2, second.booked().pMw());
  }

  @Test
  void tellsWhetherADeviceMakesOffers() {
    assertTrue(seller().offers());
    assertFalse(
        DeviceHarness.of(
                context ->
                    new Device() {
                      @Override
                      public void act(double hours) {}

                      @Override
                      public void settle(Settlement step) {}
                    })
            .start()
            .offers());
  }

  @Test
  void givesPlausibleSeriesOfTheNamesThatAreKnown() {
    DeviceHarness seller = DeviceHarness.of(Seller::new).otherSeries(new PlausibleSeries(0.25, 96));
    seller.regulator("reg", "abc", 16);
    seller.start().steps(96);
    assertTrue(seller.state("own.soldMwh") > 0);
    FakeSeries sun = new PlausibleSeries(0.25, 96).apply("irradiance");
    assertEquals("W/m²", sun.column().unit());
    assertEquals(Known.AFTER, sun.column().known());
    sun.now(8);
    assertEquals(0, sun.actual(), "night at two in the morning");
    sun.now(48);
    assertTrue(sun.actual() > 0, "day at noon");
    assertEquals(sun.actual(), sun.foreknown().known());
  }
}
