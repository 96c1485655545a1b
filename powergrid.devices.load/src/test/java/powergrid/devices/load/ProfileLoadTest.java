package powergrid.devices.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import powergrid.api.dataset.Known;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.random.RandomStream;
import powergrid.devices.load.LoadSettings.Mode;
import powergrid.testkit.Configured;
import powergrid.testkit.DeviceHarness;
import powergrid.testkit.FakeSettlement;

/** A load of 0.4 MW at 1 pu, whose last MWh is worth 300 USD. */
class ProfileLoadTest {
  private static final String UNSERVED = "flexibility.unservedMwh";

  private static Configured<LoadSettings> settings(Mode mode) {
    return Configured.of(LoadSettings.class)
        .with("mode", mode)
        .with("peakMw", 0.4)
        .with("minShare", 0.25)
        .with("comfortCost", 300);
  }

  private static DeviceHarness load(Mode mode, double... profile) {
    return DeviceHarness.of(new LoadFactory(), settings(mode).with("powerFactor", 0.8).build())
        .series("load", Known.AFTER, profile)
        .start();
  }

  @Test
  void followsItsProfileAtALaggingPowerFactor() {
    DeviceHarness load = load(Mode.FIXED, 0.5, 1, 1.1, -0.1);
    load.step().expectPower(-0.2).expectState("flexibility.demandMw", 0.2, 1e-15);
    // a power factor of 0.8 is a triangle of 3, 4 and 5: 0.75 MVAr for every MW
    assertEquals(-0.15, load.qMvar(), 1e-15);
    load.step().expectPower(-0.4);
    load.step().expectPower(-0.44).expectCost(0, 0);
    load.step().expectPower(0);
    assertEquals(0, load.actions().space().size(), "nothing to choose");
  }

  @Test
  void takesWhatIsDemandedUntilAsked() {
    DeviceHarness load = load(Mode.CURTAILABLE, 0.5, 1, 1.2);
    load.step().expectPower(-0.2);
    load.step().expectPower(-0.4);
    load.step().expectPower(-0.48).expectCost(0, 0);
  }

  @Test
  void servesWhatItIsBoundTo() {
    DeviceHarness load = load(Mode.CURTAILABLE, 1);
    load.action("consumption", 0.3).step().expectPower(-0.3);
    assertEquals(-0.3 * 0.75, load.qMvar(), 1e-15);
    load.action("consumption", 0).step().expectPower(-0.1);
  }

  @Test
  void paysTheSquareOfWhatIsNotServed() {
    // for an hour 0.4 MWh are demanded and 0.1 MWh not served: 300 · 0.1² / (2 · 0.4) USD
    DeviceHarness load = load(Mode.CURTAILABLE, 1).hours(1);
    load.action("consumption", 0.3)
        .step()
        .expectCost(3.75, 1e-12)
        .expectState(UNSERVED, 0.1, 1e-15);
  }

  @Test
  void booksWhatFlowedAndNotWhatWasAsked() {
    // a quarter of an hour without half of 0.4 MW: 300 · 0.05² / (2 · 0.1) USD
    load(Mode.FIXED, 1)
        .realise(flow -> flow.power(-0.2, 0))
        .step()
        .expectCost(3.75, 1e-12)
        .expectState(UNSERVED, 0.05, 1e-15);
  }

  @Test
  void servesNothingInABlackout() {
    // half of 300 USD/MWh for all of 0.1 MWh
    load(Mode.FIXED, 1)
        .realise(FakeSettlement::black)
        .step()
        .expectCost(15, 1e-12)
        .expectState(UNSERVED, 0.1, 1e-15);
  }

  @Test
  void consumesWhereThePriceMeetsItsMarginalValue() {
    // of 0.4 MW, the part 1 − 75 / 300 is worth more than 75 USD/MWh
    DeviceHarness load = load(Mode.CURTAILABLE, 1);
    assertEquals(-0.3, load.offer().respond(75), 1e-12);
    assertEquals(-0.4, load.offer().respond(0), 1e-12);
    assertEquals(-0.4, load.offer().respond(-50), 1e-12);
    assertEquals(-0.1, load.offer().respond(299), 1e-12, "what it cannot do without");
    assertEquals(-0.1, load.offer().respond(1000), 1e-12);
    load.request(load.offer().respond(75)).step();
    // the next MW costs what the price is: by a difference of the cost booked
    double cost = load.booked().costUsd();
    double more = load.action("consumption", 0.3 - 1e-6).step().booked().costUsd();
    assertEquals(75, (more - cost) / (1e-6 * 0.25), 1e-3);
  }

  /**
   * Demand of constant elasticity D (π / 80)^−0.2 taken linear at 80 USD/MWh: 10 % more price, 2 %
   * less demand. The last MWh is worth 80 (1 + 1 / 0.2) = 480 USD.
   */
  @Test
  void answersAPriceByItsElasticity() {
    DeviceHarness load = elastic(-0.2);
    assertEquals(-0.4, load.offer().respond(80), 1e-12);
    assertEquals(-0.4 * 0.98, load.offer().respond(88), 1e-12);
    assertEquals(-0.4 * (1 - 0.2 * 0.5), load.offer().respond(120), 1e-12);
    assertEquals(-0.4, load.offer().respond(10), 1e-12, "no more than the demand");
    double slope = (load.offer().respond(80.0001) + 0.4) / 0.0001;
    double ofConstantElasticity = -0.2 * 0.4 / 80; // dq/dπ = ε q / π
    assertEquals(-ofConstantElasticity, slope, 1e-9);
  }

  @Test
  void paysWhatAnElasticDemandIsWorth() {
    // for an hour 0.1 of 0.4 MWh not served: 0.1 · (80 + (480 − 80) · 0.25 / 2) USD
    DeviceHarness load = elastic(-0.2).hours(1);
    load.action("consumption", 0.3).step().expectCost(13, 1e-12);
  }

  private static DeviceHarness elastic(double elasticity) {
    LoadSettings settings =
        settings(Mode.CURTAILABLE)
            .with("referencePrice", 80)
            .with("elasticity", elasticity)
            .build();
    return DeviceHarness.of(new LoadFactory(), settings).series("load", Known.AFTER, 1).start();
  }

  @Test
  void refusesPricesThatDoNotGoTogether() {
    checkRefused("referencePrice", settings(Mode.FIXED).with("referencePrice", 80));
    checkRefused("referencePrice", settings(Mode.CURTAILABLE).with("elasticity", -0.2));
    checkRefused("elasticity", settings(Mode.FIXED).with("elasticity", -0.2));
    checkRefused("comfortCost", settings(Mode.CURTAILABLE).with("referencePrice", 301));
  }

  private static void checkRefused(String field, Configured<LoadSettings> settings) {
    assertEquals(field, assertThrows(ConfigurationException.class, settings::build).path());
  }

  @Test
  void liftsItsBoundWhenAskedForAllItOffered() {
    DeviceHarness load = load(Mode.CURTAILABLE, 0.5, 0.7, 0.7);
    load.step();
    load.request(load.offer().minMw()).step().expectPower(-0.28);
    load.request(-0.2).step().expectPower(-0.2);
    assertEquals(-0.2, load.intendedMw(), 1e-15);
  }

  @Test
  void servesWithinItsDemandWhateverIsAsked() {
    RandomStream random = new RandomStream(7);
    DeviceHarness load = load(Mode.CURTAILABLE, 1);
    for (int t = 0; t < 10_000; t++) {
      double profile = 1.4 * random.nextDouble() - 0.2;
      load.series("load", Known.AFTER, profile);
      load.action("consumption", 0.8 * random.nextDouble() - 0.2);
      load.realise(t % 100 == 0 ? FakeSettlement::black : flow -> flow).step();
      double demand = 0.4 * Math.max(0, profile);
      double served = t % 100 == 0 ? 0 : -load.pMw();
      assertTrue(-load.pMw() >= 0.25 * demand - 1e-15 && -load.pMw() <= demand, "power");
      assertEquals(0.75 * load.pMw(), load.qMvar(), 1e-15, "reactive power");
      assertEquals(demand / 4, load.state(UNSERVED) + served / 4, 1e-12, "balance");
    }
  }

  @Test
  void refusesSettingsThatDoNotGoTogether() {
    assertEquals("peakMw", refused(Configured.of(LoadSettings.class).with("mode", Mode.FIXED)));
    assertEquals("blockMw", refused(settings(Mode.SHIFTABLE)));
  }

  private static String refused(Configured<LoadSettings> settings) {
    return assertThrows(ConfigurationException.class, settings::build).path();
  }
}
