package powergrid.engine.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import powergrid.api.scenario.LinkSetting;
import powergrid.api.scenario.LinkSetting.BurstSetting;
import powergrid.api.scenario.LinkSetting.OutageSetting;

class LinkTest {
  private static final Duration NONE = Duration.ZERO;
  private static final double UNLIMITED = Double.POSITIVE_INFINITY;

  private static Link link(
      Duration latency,
      Duration jitter,
      double loss,
      double bitsPerSecond,
      List<OutageSetting> outages,
      BurstSetting bursts) {
    Link link =
        new Link(
            new LinkSetting(
                latency,
                jitter,
                loss,
                bitsPerSecond,
                Optional.empty(),
                outages,
                Optional.ofNullable(bursts),
                Duration.ofMinutes(1)),
            "A",
            "B");
    link.reset(7);
    return link;
  }

  @Test
  void anIdealLinkBringsEverythingAtOnce() {
    Link link = new Link(LinkSetting.IDEAL, "A", "B");
    link.reset(1);
    assertTrue(link.ideal());
    assertEquals(12.5, link.arrival(1_000_000, 12.5));
  }

  @Test
  void latencyIsAtLeastTheFixedPartAndAtMostTheJitterMore() {
    Link link = link(Duration.ofSeconds(2), Duration.ofSeconds(3), 0, UNLIMITED, List.of(), null);
    double sum = 0;
    for (int i = 0; i < 10_000; i++) {
      double took = link.arrival(8, i) - i;
      assertTrue(took >= 2 && took < 5, "took " + took);
      sum += took;
    }
    assertEquals(3.5, sum / 10_000, 0.03, "mean of 2 + uniform(0, 3)");
  }

  /** 3 standard deviations of a binomial of 10,000: 3 √(0.2 · 0.8 / 10,000) = 0.012. */
  @Test
  void theShareOfLostMessagesIsTheGivenOne() {
    Link link = link(NONE, NONE, 0.2, UNLIMITED, List.of(), null);
    int lost = 0;
    for (int i = 0; i < 10_000; i++) {
      lost += Double.isNaN(link.arrival(8, i)) ? 1 : 0;
    }
    assertEquals(0.2, lost / 10_000.0, 0.012);
  }

  /** 125 bytes at 1,000 bit/s take a second each; what is sent meanwhile waits. */
  @Test
  void messagesQueueForBandwidth() {
    Link link = link(NONE, NONE, 0, 1000, List.of(), null);
    assertEquals(1, link.arrival(125, 0), 1e-12);
    assertEquals(2, link.arrival(125, 0), 1e-12);
    assertEquals(3, link.arrival(125, 0.5), 1e-12);
    assertEquals(11, link.arrival(125, 10), 1e-12, "the queue is empty again");
  }

  @Test
  void nothingArrivesThatIsSentDuringAnOutageOfOneOfTheTwo() {
    List<OutageSetting> outages =
        List.of(
            new OutageSetting(Duration.ofSeconds(10), Duration.ofSeconds(5), List.of()),
            new OutageSetting(Duration.ofSeconds(20), Duration.ofSeconds(5), List.of("B")),
            new OutageSetting(Duration.ofSeconds(30), Duration.ofSeconds(5), List.of("C")));
    Link link = link(NONE, NONE, 0, UNLIMITED, outages, null);
    assertEquals(9.9, link.arrival(8, 9.9));
    assertTrue(Double.isNaN(link.arrival(8, 10)));
    assertTrue(Double.isNaN(link.arrival(8, 14.9)));
    assertEquals(15, link.arrival(8, 15));
    assertTrue(Double.isNaN(link.arrival(8, 22)));
    assertEquals(32, link.arrival(8, 32), "an outage of somebody else");
  }

  /** Of a Markov chain of two states the share in one is its mean time by the sum of both. */
  @Test
  void burstsTakeTheirShareOfTimeInRuns() {
    BurstSetting bursts = new BurstSetting(Duration.ofSeconds(90), Duration.ofSeconds(10));
    Link link = link(NONE, NONE, 0, UNLIMITED, List.of(), bursts);
    int lost = 0;
    int runs = 0;
    boolean before = false;
    for (int t = 0; t < 1_000_000; t++) {
      boolean gone = Double.isNaN(link.arrival(8, t));
      lost += gone ? 1 : 0;
      runs += gone && !before ? 1 : 0;
      before = gone;
    }
    assertEquals(0.1, lost / 1e6, 0.005);
    assertEquals(10, (double) lost / runs, 0.6, "mean length");
    assertFalse(link.ideal());
  }

  @Test
  void theSameSeedGivesTheSameLuckWhateverIsLost() {
    Link all = link(NONE, Duration.ofSeconds(9), 0, UNLIMITED, List.of(), null);
    Link some = link(NONE, Duration.ofSeconds(9), 0.3, UNLIMITED, List.of(), null);
    for (int i = 0; i < 1000; i++) {
      double arrives = all.arrival(8, i);
      double other = some.arrival(8, i);
      assertTrue(Double.isNaN(other) || other == arrives);
    }
  }
}
