package powergrid.protocols.admm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import powergrid.api.agent.Target;
import powergrid.api.plugin.ConfigurationException;
import powergrid.testkit.Configured;
import powergrid.testkit.FakeAgent;
import powergrid.testkit.FakeSelf;

class AdmmTest {
  /**
   * f = a/2 x² + b x, whose x takes power: of what is injected, the sign of x and b turns. Optimum
   * and price by an independent program.
   */
  private static final double[] A = {0.5, 1, 2, 0.8};

  private static final double[] B = {4, 10, -3, -6};
  private static final double[] OPTIMUM = {-4.21052632, -8.10526316, 2.44736842, 9.86842105};
  private static final double PRICE = 1.89473684;

  private static Configured<Admm> settings() {
    return Configured.of(Admm.class).with("balance", "none").with("share", 1);
  }

  private static Group group(Configured<Admm> settings, int[][] near) {
    double[] far = {1e6, 1e6, 1e6, 1e6};
    double[] low = {-1e6, -1e6, -1e6, -1e6};
    return new Group(settings.build(), near).offers(B, A, low, far);
  }

  private static double error(Group group) {
    double error = 0;
    for (int i = 0; i < 4; i++) {
      // to more digits than published: x = (π − b) / a, π = Σ b/a / Σ 1/a = 36 / 19
      error = Math.max(error, Math.abs(group.x(i) - (36.0 / 19 - B[i]) / A[i]));
    }
    return error;
  }

  /** Iterations until max |x − x*| is below 1e-8, from x = u = 0: by the same program. */
  @ParameterizedTest
  @CsvSource({"0.5, 40", "1, 40", "2, 75"})
  void isExchangeAdmmOnACompleteGraph(double rho, int iterations) {
    Group group = group(settings().with("rho", rho), Group.complete(4));
    int last = -1; // the last iteration that was not there yet; the first round has none
    for (int r = 0; r < 120; r++) {
      group.round(r);
      last = error(group) < 1e-8 ? last : r;
    }
    assertEquals(iterations, last + 1);
    for (int i = 0; i < 4; i++) {
      assertEquals(OPTIMUM[i], group.x(i), 1e-8);
      assertEquals(PRICE, group.price(i), 1e-8);
    }
  }

  @ParameterizedTest
  @CsvSource({"line, 0.1", "line, 0.5", "ring, 0.5", "ring, 2", "star, 0.1", "star, 1"})
  void reachesTheSameOnEveryConnectedGraph(String graph, double rho) {
    int[][] near =
        switch (graph) {
          case "line" -> Group.line(4);
          case "ring" -> Group.ring(4);
          default -> Group.star(4);
        };
    Group group = group(settings().with("rho", rho), near);
    for (int r = 0; r < 1200; r++) {
      group.round(r);
    }
    assertTrue(error(group) < 1e-8, () -> "off by " + error(group));
  }

  /** What is lost is made good by the next message: the optimum stays the only point of rest. */
  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.2, 0.5})
  void lossDelaysTheOptimumAndDoesNotMoveIt(double loss) {
    for (int seed = 1; seed <= 5; seed++) {
      for (int[][] near : List.of(Group.complete(4), Group.ring(4))) {
        Group group = group(settings().with("rho", 1), near).losing(loss, seed);
        for (int r = 0; r < 400; r++) {
          group.round(r);
        }
        assertTrue(error(group) < 1e-8, () -> "off by " + error(group));
      }
    }
  }

  /**
   * Marginal costs 72.4 + 200 x, 51.6 + 200 x and 51.6 + 200 x, the third 0.6 MW at most, 1.75 MW
   * together. Without the limit π = 175.2 and x = 0.618 of the third. At its limit: 1.15 MW for the
   * others, π = (1.15 · 200 + 72.4 + 51.6) / 2 = 177, x = 0.523 and 0.627.
   */
  private static Group microgrids(Configured<Admm> settings, int[][] near) {
    return new Group(settings.build(), near)
        .offers(
            new double[] {72.4, 51.6, 51.6},
            new double[] {200, 200, 200},
            new double[] {-0.5, 0, 0},
            new double[] {1.16, 0.8, 0.6})
        .demands(0.7, 0.35, 0.7);
  }

  private static Configured<Admm> demand() {
    return Configured.of(Admm.class).with("share", 1);
  }

  @Test
  void limitsAreKeptAsTheOptimumHasThem() {
    for (int[][] near : List.of(Group.complete(3), Group.line(3))) {
      Group group = microgrids(demand().with("toleranceMw", 1e-9).with("tolerance", 1e-9), near);
      assertTrue(group.exchange() > 0, "it ends");
      assertEquals(0.523, group.self(0).requestedMw(), 1e-6);
      assertEquals(0.627, group.self(1).requestedMw(), 1e-6);
      assertEquals(0.6, group.self(2).requestedMw(), 1e-6);
      assertEquals(177, group.price(1), 1e-4);
    }
  }

  /** A battery buys below 40 and sells above 60; at 50 it stands still: (50 − 30) / 200 = 0.1. */
  @Test
  void whatCostsMoreToSellThanItIsWorthToBuyIsLeftAlone() {
    Group group = new Group(demand().build(), Group.complete(2)).demands(0, 0.1);
    group.self(0).flexibility().set(-0.5, 0.5, 40, 60, 10);
    group.self(1).flexibility().set(0, 1, 30, 30, 100);
    assertTrue(group.exchange() > 0);
    assertEquals(0, group.x(0), 1e-3);
    assertEquals(0.1, group.x(1), 1e-3);
  }

  /** A fixed load of 0.05 MW among the devices, which nobody can dispatch, has to be met too. */
  @Test
  void needsWhatTheNetworkTookAndDevicesThatCannotBeDispatched() {
    Group group = microgrids(demand(), Group.complete(3));
    group.self(1).reading("netMw", 0.2).reading("dispatchedMw", 0.25);
    assertTrue(group.exchange() > 0);
    assertEquals(1.8, group.askedMw(), bound(group, 0.75, 0.4, 0.7));
  }

  /** Σ (1e-4 + 1e-3 max(|x|, |b|)), as the package states it. */
  private static double bound(Group group, double... wanted) {
    double bound = 0;
    for (int i = 0; i < wanted.length; i++) {
      bound += 1e-4 + 1e-3 * Math.max(Math.abs(group.x(i)), wanted[i]);
    }
    return bound;
  }

  @Test
  void endsByItsResidualsWithTheSumWithinItsBound() {
    for (int[][] near : List.of(Group.complete(3), Group.line(3))) {
      for (double rho : new double[] {20, 50, 100, 200}) {
        Group group = microgrids(demand().with("rho", rho), near);
        int rounds = group.exchange();
        assertTrue(rounds > 5 && rounds < 200, rho + ": " + rounds + " rounds");
        assertEquals(1.75, group.askedMw(), bound(group, 0.7, 0.35, 0.7));
      }
    }
  }

  /** Prices agree to the tolerance; the optimum is x = 0.523, 0.627 and 0.6. */
  @Test
  void underLossItEndsNearTheOptimum() {
    for (int seed = 1; seed <= 20; seed++) {
      for (int[][] near : List.of(Group.complete(3), Group.line(3))) {
        Group group = microgrids(demand(), near).losing(0.2, seed);
        assertTrue(group.exchange() > 0, "it ends");
        assertEquals(1.75, group.askedMw(), 0.01 * 1.75);
        assertEquals(0.523, group.x(0), 0.02);
        assertEquals(0.627, group.x(1), 0.02);
      }
    }
  }

  @Test
  void theNextExchangeStartsFromTheLast() {
    Group group = microgrids(demand(), Group.complete(3));
    int cold = group.exchange();
    int same = group.exchange();
    group.demands(0.71, 0.35, 0.69);
    int near = group.exchange();
    assertTrue(same < cold / 2 && near < cold, cold + ", " + same + ", " + near);
  }

  /** 3 MW of 1.16 + 0.8 + 0.6; then −2 MW of −0.5 at least. */
  @Test
  void whatCannotBeMetIsMetAsNearlyAsItCanAndStaysOpen() {
    Group group = microgrids(demand(), Group.complete(3)).demands(1, 1, 1);
    assertEquals(-200, group.exchange(), "open after all rounds");
    assertEquals(1.16 + 0.8 + 0.6, group.askedMw(), 1e-12);
    assertEquals(1000, group.price(2), "the greatest price");
    group.demands(-1, -1, 0);
    assertEquals(-200, group.exchange());
    assertEquals(-0.5, group.askedMw(), 1e-12);
    assertEquals(-1000, group.price(2));
    group.demands(0.7, 0.35, 0.7);
    assertTrue(group.exchange() > 0, "and recovers");
    assertEquals(1.75, group.askedMw(), bound(group, 0.7, 0.35, 0.7));
  }

  @Test
  void whoHearsNothingOfANeighbourDoesNotEndTheExchange() {
    Group group = microgrids(demand(), Group.complete(3));
    assertTrue(group.exchange() > 0);
    assertEquals(-200, group.losing(1, 1).exchange());
    assertTrue(group.losing(0, 1).exchange() > 0);
    assertEquals(1.75, group.askedMw(), bound(group, 0.7, 0.35, 0.7));
  }

  @Test
  void aTotalThatIsGivenIsSharedByAll() {
    Group group =
        microgrids(demand().with("balance", "given").with("totalMw", 1.75), Group.line(3));
    assertTrue(group.exchange() > 0);
    assertEquals(1.75, group.askedMw(), bound(group, 1.75, 0, 0));
    assertEquals(0.523, group.x(0), 5e-3);
  }

  @Test
  void asksForItsShareOfThePowerOrOfThePrice() {
    Group group = microgrids(demand().with("share", 0.25), Group.complete(3));
    group.self(0).intends(0.1);
    group.exchange();
    assertEquals(0.25 * group.x(0) + 0.75 * 0.1, group.self(0).requestedMw(), 1e-12);
    Configured<Admm> priced = demand().with("target", "price").with("share", 0.5);
    assertEquals(Set.of(Target.PRICE), priced.build().targets());
    Group other = microgrids(priced, Group.complete(3));
    other.self(0).realising(Target.PRICE).intends(Target.PRICE, 100);
    other.exchange();
    assertEquals((177 + 100) / 2.0, other.self(0).requested(Target.PRICE), 0.5);
    assertTrue(Double.isNaN(other.self(0).requestedMw()));
    assertTrue(Double.isNaN(other.self(1).requested(Target.PRICE)), "who cannot is not asked");
    assertEquals(Set.of(), demand().with("share", 0).build().targets());
  }

  @Test
  void theSameMessagesGiveTheSameBits() {
    double[][] memories = new double[2][];
    for (int run = 0; run < 2; run++) {
      Group group = microgrids(demand(), Group.line(3)).losing(0.2, 7);
      group.exchange();
      memories[run] = group.self(1).memory().clone();
    }
    assertArrayEquals(memories[0], memories[1]);
  }

  @Test
  void refusesWhatDoesNotGoTogether() {
    assertEquals(
        "totalMw",
        assertThrows(ConfigurationException.class, () -> demand().with("balance", "given").build())
            .path());
    assertEquals(
        "totalMw",
        assertThrows(ConfigurationException.class, () -> demand().with("totalMw", 1).build())
            .path());
    assertEquals(
        "target",
        assertThrows(ConfigurationException.class, () -> demand().with("target", "voltage").build())
            .path());
    FakeAgent device = FakeAgent.grid("MG1").device("gen");
    assertEquals(
        "balance",
        assertThrows(ConfigurationException.class, () -> demand().build().check(List.of(device)))
            .path());
    settings().build().check(List.of(device));
  }

  @Test
  void numbersThatAreNoneAreRefused() {
    FakeSelf me = new FakeSelf(FakeAgent.grid("MG1"), 6);
    me.flexibility().set(0, 1, Double.NEGATIVE_INFINITY, 50, 0);
    String message =
        assertThrows(IllegalArgumentException.class, () -> demand().build().coordinateMessages(me))
            .getMessage();
    assertTrue(message.startsWith("MG1: admm: its flexibility is 0.0 to 1.0 MW"), message);
  }
}
