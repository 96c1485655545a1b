package powergrid.protocols.horizontal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import powergrid.api.agent.Target;
import powergrid.api.plugin.ConfigurationException;
import powergrid.testkit.Configured;
import powergrid.testkit.Links;
import powergrid.testkit.ProtocolHarness;

class ConsensusTest {
  private static Configured<Consensus> settings() {
    return Configured.of(Consensus.class).with("rounds", 10_000).with("share", 1);
  }

  private static ProtocolHarness group(
      Configured<Consensus> settings, int[][] near, double... start) {
    ProtocolHarness group = ProtocolHarness.peers(settings.build(), near);
    for (int i = 0; i < near.length; i++) {
      group.participant(i).reading("netMw", start.length > 1 ? start[i] : i * i % 7);
    }
    return group;
  }

  private static double mean(int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += i * i % 7;
    }
    return sum / n;
  }

  /** Equal weights of self and neighbours would end at 60.0143. */
  @Test
  void reachesTheTrueAverageOnAnIrregularGraph() {
    ProtocolHarness group =
        group(settings().with("tolerance", 1e-12), Links.line(3), 59.9, 60.1, 60.0);
    group.step();
    for (int i = 0; i < 3; i++) {
      assertEquals(60, group.participant(i).requestedMw(), 1e-9);
    }
  }

  /** Asymptotic rates: the second largest eigenvalue modulus of the iteration, by eigensolver. */
  @Test
  void convergesAtTheRatesOfMetropolisWeights() {
    checkRate(settings(), Links.line(5), 0.8727);
    checkRate(settings(), Links.ring(8), 0.8047);
    checkRate(settings(), Links.ring(20), 0.9674);
  }

  /** The best constant weight is 2 / (λ2 + λN), its rate (λN − λ2) / (λN + λ2). */
  @Test
  void convergesAtTheRatesOfTheBestConstantWeight() {
    checkRate(settings().with("weight", 2 / (0.3820 + 3.6180)), Links.line(5), 0.8090);
    checkRate(settings().with("weight", 2 / (0.5858 + 4)), Links.ring(8), 0.7445);
    checkRate(settings().with("weight", 2 / (0.0979 + 4)), Links.ring(20), 0.9522);
  }

  private static void checkRate(Configured<Consensus> settings, int[][] near, double expected) {
    ProtocolHarness group = group(settings, near).begin();
    int rounds = (int) (Math.log(1e-5) / Math.log(expected)); // then half again, far above rounding
    double before = 0;
    for (int r = 0; r <= 2 * rounds; r++) {
      group.round();
      if (r == rounds) {
        before = error(group, near.length);
      }
    }
    double rate = Math.pow(error(group, near.length) / before, 1.0 / rounds);
    assertEquals(expected, rate, 2e-3);
  }

  private static double error(ProtocolHarness group, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double error = group.participant(i).memory()[0] - mean(n);
      sum += error * error;
    }
    return Math.sqrt(sum);
  }

  @Test
  void endsWhenNobodyMovesAnyMoreAndNotBefore() {
    ProtocolHarness group = group(settings().with("tolerance", 1e-9), Links.ring(8));
    int rounds = group.step().rounds();
    // an error of 1e-9 at a rate of 0.8047 takes about 95 rounds
    assertTrue(rounds > 60 && rounds < 140, "rounds: " + rounds);
    assertEquals(mean(8), group.participant(3).requestedMw(), 1e-7);
  }

  @Test
  void asksForItsShareOfTheAverageBesideWhatTheParticipantMeant() {
    ProtocolHarness group =
        group(settings().with("share", 0.25).with("tolerance", 1e-12), Links.line(2), 1, 3);
    group.participant(0).intends(4);
    group.step();
    assertEquals(0.25 * 2 + 0.75 * 4, group.participant(0).requestedMw(), 1e-9);
  }

  @Test
  void startsEveryExchangeFromWhatIsReadThen() {
    ProtocolHarness group = group(settings().with("tolerance", 1e-12), Links.line(2), 1, 3);
    group.step();
    group.participant(0).reading("netMw", 10);
    group.participant(1).reading("netMw", 20);
    group.step();
    assertEquals(15, group.participant(0).requestedMw(), 1e-9);
  }

  /** The mean of 1.01, 1.03 and 1.02 pu is 1.02 pu; a quarter of it, and of what each meant. */
  @Test
  void asksForAVoltageOfWhichParticipantsMeantAnother() {
    Configured<Consensus> settings =
        settings().with("target", "voltage").with("share", 0.25).with("tolerance", 1e-12);
    ProtocolHarness group = ProtocolHarness.peers(settings.build(), Links.line(3));
    double[] start = {1.01, 1.03, 1.02};
    for (int i = 0; i < 3; i++) {
      group.participant(i).reading("voltagePu", start[i]).intends(Target.VOLTAGE, 0.98);
    }
    group.step();
    for (int i = 0; i < 3; i++) {
      assertEquals(0.25 * 1.02 + 0.75 * 0.98, group.participant(i).requested(Target.VOLTAGE), 1e-9);
      assertTrue(Double.isNaN(group.participant(i).requestedMw()));
    }
  }

  @Test
  void averagesWhatGoesWithItsTargetUnlessItIsToldOtherwise() {
    assertEquals("netMw", settings().build().quantity());
    assertEquals("price", settings().with("target", "price").build().quantity());
    assertEquals("voltagePu", settings().with("target", "voltage").build().quantity());
    assertEquals(
        "offer", settings().with("target", "price").with("quantity", "offer").build().quantity());
    assertEquals(Set.of(Target.PRICE), settings().with("target", "price").build().targets());
  }

  @Test
  void refusesAQuantityOfAnotherUnitThanItsTargets() {
    ConfigurationException refused =
        assertThrows(
            ConfigurationException.class,
            () -> settings().with("target", "voltage").with("quantity", "demandMw").build());
    assertEquals("quantity", refused.path());
    assertEquals(
        "'demandMw' is in MW and a voltage in pu; give a reading in that, e.g. voltagePu,"
            + " or target: power",
        refused.getMessage());
  }
}
