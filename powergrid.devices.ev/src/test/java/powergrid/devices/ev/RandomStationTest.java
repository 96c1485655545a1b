package powergrid.devices.ev;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import powergrid.api.random.RandomStream;
import powergrid.testkit.Configured;
import powergrid.testkit.DeviceHarness;

class RandomStationTest {
  private static Configured<EvSettings> settings() {
    return Configured.of(EvSettings.class).with("chargers", 7).with("initialOccupancy", 0.5);
  }

  private static DeviceHarness start(Configured<EvSettings> settings, double arrivals) {
    return DeviceHarness.of(new EvFactory(), settings.build()).series("arrivals", arrivals).start();
  }

  @Test
  void comeAsAPoissonProcessDoes() {
    // vehicles stay less than a step, so all 50 outlets are free: in a step of a quarter of an hour
    // each is taken with probability 1 − exp(−0.5/4), binomial; four standard deviations are 912
    DeviceHarness station =
        start(
            settings()
                .with("chargers", 50)
                .with("initialOccupancy", 0)
                .with("dwellMeanHours", 0.1)
                .with("dwellMinHours", 0.1)
                .with("dwellDeviationHours", 0)
                .with("dwellMaxHours", 0.1),
            0.5);
    double came = 0;
    for (int t = 0; t < 10_000; t++) {
      came += station.step().state("station.connected");
    }
    double p = 1 - Math.exp(-0.125);
    assertEquals(500_000 * p, came, 4 * Math.sqrt(500_000 * p * (1 - p)));
  }

  @Test
  void needAndStayAsIndependentTruncatedNormalVariatesDo() {
    // a vehicle at every outlet in every episode: 5,000 of them, symmetrically truncated, so that
    // means are those configured; four standard errors of at most 1/√5000 deviations
    Configured<EvSettings> symmetric =
        settings()
            .with("chargers", 50)
            .with("initialOccupancy", 1)
            .with("chargerMaxMw", 1)
            .with("needMeanMwh", 0.02)
            .with("needMinMwh", 0)
            .with("needDeviationMwh", 0.01)
            .with("dwellMeanHours", 5)
            .with("dwellMinHours", 1)
            .with("dwellMaxHours", 9)
            .with("dwellDeviationHours", 2);
    DeviceHarness station = start(symmetric, 0);
    double needs = 0;
    double stays = 0;
    double product = 0;
    for (int episode = 0; episode < 100; episode++) {
      station.seed(episode).start();
      for (int k = 1; k <= 50; k++) {
        double need = (station.state("outlet" + k + ".needMwh") - 0.02) / 0.01;
        double stay = (station.state("outlet" + k + ".hoursLeft") - 5) / 2;
        needs += need;
        stays += stay;
        product += need * stay;
      }
    }
    double fourErrors = 4 * Math.sqrt(5000);
    assertEquals(0, needs, fourErrors);
    assertEquals(0, stays, fourErrors);
    assertEquals(0, product, fourErrors, "correlation");
  }

  @Test
  void comeWhateverIsDoneWithTheOthers() {
    DeviceHarness fast = start(settings().with("bidirectional", true), 0.3);
    DeviceHarness slow = start(settings().with("bidirectional", true), 0.3);
    for (int t = 0; t < 1_000; t++) {
      fast.step();
      slow.action("p", 1).step();
      assertEquals(fast.state("service.arrivedMwh"), slow.state("service.arrivedMwh"), 0);
      assertEquals(fast.state("station.connected"), slow.state("station.connected"), 0);
    }
  }

  @Test
  void departWithAllTheyNeedWhateverIsAskedOneWay() {
    departWithAllTheyNeed(settings());
  }

  @Test
  void departWithAllTheyNeedWhateverIsAskedBothWays() {
    departWithAllTheyNeed(settings().with("bidirectional", true));
  }

  private static void departWithAllTheyNeed(Configured<EvSettings> settings) {
    DeviceHarness station = start(settings, 0.3);
    double max = station.actions().space().axis(0).high();
    RandomStream random = new RandomStream(17);
    double stored = station.state("station.needMwh");
    for (int t = 0; t < 10_000; t++) {
      double asked = max * (4 * random.nextDouble() - 2);
      boolean one = station.actions().space().axis(0).name().equals("consumption");
      station.action(one ? "consumption" : "p", one ? asked : -asked);
      double least = station.offer().minMw();
      double greatest = station.offer().maxMw();
      double intended = station.intendedMw();
      double p = station.step().pMw();
      assertTrue(p >= least && p <= greatest && Math.abs(p) <= max, "power " + p);
      assertEquals(intended, p, 0);
      assertEquals(Math.max(least, Math.min(greatest, -asked)), p, 1e-12);
      assertEquals(0, station.state("service.unmetMwh"), 1e-12, "unmet at step " + t);
      stored += station.state("service.arrivedMwh") - station.state("service.deliveredMwh");
      assertEquals(stored, station.state("station.needMwh"), 1e-9);
      checkOutlets(station);
    }
  }

  @Test
  void balanceTheirEnergyWhateverFlows() {
    for (boolean bidirectional : new boolean[] {false, true}) {
      DeviceHarness station = start(settings().with("bidirectional", bidirectional), 0.3);
      RandomStream random = new RandomStream(19);
      double need = station.state("station.needMwh");
      for (int t = 0; t < 10_000; t++) {
        station.action(bidirectional ? "p" : "consumption", 0.2 * random.nextDouble() - 0.1);
        double part = random.nextDouble();
        station.realise(flow -> part < 0.1 ? flow.black() : flow.power(part * flow.pMw(), 0));
        double p = station.step().booked().pMw();
        need +=
            station.state("service.arrivedMwh")
                - station.state("service.deliveredMwh")
                - station.state("service.unmetMwh");
        assertEquals(need, station.state("station.needMwh"), 1e-9);
        if (!bidirectional) {
          assertEquals(-p * 0.25 * 0.9, station.state("service.deliveredMwh"), 1e-12);
        }
        checkOutlets(station);
      }
    }
  }

  private static void checkOutlets(DeviceHarness station) {
    double sum = 0;
    int taken = 0;
    for (int k = 1; k <= 7; k++) {
      double need = station.state("outlet" + k + ".needMwh");
      double left = station.state("outlet" + k + ".hoursLeft");
      assertTrue(need >= 0 && need <= 0.04 && (left > 0 || need == 0), "outlet " + k);
      sum += need;
      taken += left > 0 ? 1 : 0;
    }
    assertEquals(sum, station.state("station.needMwh"), 1e-15);
    assertEquals(taken, station.state("station.connected"), 0);
  }
}
