package powergrid.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import powergrid.api.agent.Flexibility;
import powergrid.api.random.RandomStream;

/** The cheapest dispatch, held to solutions by hand and to the dual problem. */
class LeastCostTest {
  private static Flexibility offer(
      double minMw, double maxMw, double buy, double sell, double curve) {
    Flexibility offer = new Flexibility();
    offer.set(minMw, maxMw, buy, sell, curve);
    return offer;
  }

  private static double least(double total, Flexibility... offers) {
    LeastCost least = new LeastCost(offers.length);
    for (Flexibility offer : offers) {
      least.add(offer, offer.minMw());
    }
    return least.usdPerHour(total);
  }

  /** 20 + 20 p = 30 + 10 (2 − p) at p = 1, price 40: 20 + 10 and 30 + 5 USD/h. */
  @Test
  void generatorsMeetAtEqualMarginalCost() {
    assertEquals(65, least(2, offer(0, 2, 20, 20, 10), offer(0, 2, 30, 30, 5)), 1e-9);
  }

  /** The second is at its limit of 2 MW, 60 + 20; the first does the rest, 36 + 32.4 USD/h. */
  @Test
  void oneAtItsLimitLeavesTheRestToOthers() {
    assertEquals(148.4, least(3.8, offer(0, 2, 20, 20, 10), offer(0, 2, 30, 30, 5)), 1e-9);
  }

  /**
   * At 0.5 MW the generator's marginal cost is 50: the battery neither buys at 20 nor sells at 60.
   */
  @Test
  void aBatteryRestsBetweenItsPrices() {
    Flexibility battery = offer(-1, 1, 20, 60, 0);
    Flexibility generator = offer(0, 2, 40, 40, 10);
    assertEquals(22.5, least(0.5, battery, generator), 1e-9);
    // from 1 MW on, where the margin is 60, the battery sells: 40 + 10 and 0.5 · 60
    assertEquals(80, least(1.5, battery, generator), 1e-9);
    // that it buys takes a marginal cost below 20, as of the sun's: 0.6 − 0.4 MW
    assertEquals(-8, least(0.2, battery, offer(0, 0.6, 0, 0, 0), generator), 1e-9);
  }

  /** Two at the same price share; what each does is not determined, the cost is. */
  @Test
  void equalPricesShare() {
    assertEquals(60, least(1.2, offer(0, 1, 50, 50, 0), offer(0, 1, 50, 50, 0)), 1e-9);
    assertEquals(0, least(0.7, offer(0, 1, 0, 0, 0), offer(0, 1, 0, 0, 0)), 1e-12);
  }

  /** Worth 100 USD/MWh for the first and 60 for the last of 1 MW: −(100 − 20) at 1 MW. */
  @Test
  void consumersTakeWhatIsWorthMostToThem() {
    assertEquals(-80, least(-1, offer(-1, 0, 100, 100, 20), offer(-1, 0, 50, 50, 0)), 1e-9);
    assertEquals(-105, least(-1.5, offer(-1, 0, 100, 100, 20), offer(-1, 0, 50, 50, 0)), 1e-9);
  }

  @Test
  void theEndsOfTheRangeAreOneDispatchOnly() {
    assertEquals(10, least(0.5, offer(0.5, 1, 20, 20, 0)), 1e-12);
    assertEquals(20, least(1, offer(0.5, 1, 20, 20, 0)), 1e-12);
    assertEquals(0, least(0), 0);
  }

  /** A power beyond the offer was possible, as it was done: 0.8 MW of the sun, though 0.6 known. */
  @Test
  void whatWasDoneIsPossible() {
    LeastCost least = new LeastCost(2);
    least.add(offer(0, 0.6, 0, 0, 0), 0.8);
    least.add(offer(0, 1, 40, 40, 0), 0.2);
    assertEquals(0.2 * 40, least.usdPerHour(1), 1e-9);
  }

  /**
   * Strong duality: the least cost is the greatest value over all prices of price · total plus the
   * sum of what each device could at least cost less the price of its power. The latter is a
   * minimum of a function in two parabolas, at an end, at zero or where one has its vertex.
   */
  @Test
  void itIsTheGreatestOfTheDualProblem() {
    RandomStream random = new RandomStream(7);
    for (int trial = 0; trial < 500; trial++) {
      Flexibility[] offers = new Flexibility[1 + trial % 12];
      double total = 0;
      for (int i = 0; i < offers.length; i++) {
        offers[i] = any(random);
        total += offers[i].minMw() + random.nextDouble() * (offers[i].maxMw() - offers[i].minMw());
      }
      assertEquals(dual(total, offers), least(total, offers), 1e-6, "trial " + trial);
    }
  }

  private static Flexibility any(RandomStream random) {
    double minMw = random.nextDouble() < 0.3 ? 0 : -2 * random.nextDouble();
    double maxMw = random.nextDouble() < 0.3 ? 0 : 2 * random.nextDouble();
    double buy = random.nextDouble() < 0.2 ? 0 : 100 * random.nextDouble();
    double sell = random.nextDouble() < 0.4 ? buy : buy + 50 * random.nextDouble();
    double curve = random.nextDouble() < 0.4 ? 0 : 80 * random.nextDouble();
    return random.nextDouble() < 0.2
        ? offer(0.1, 0.1 + maxMw, buy, sell, curve)
        : offer(minMw, maxMw, buy, sell, curve);
  }

  /** Concave in the price: its top is found by thirds. */
  private static double dual(double total, Flexibility[] offers) {
    double low = -1e3;
    double high = 1e3;
    for (int k = 0; k < 200; k++) {
      double left = low + (high - low) / 3;
      double right = high - (high - low) / 3;
      if (dual(left, total, offers) < dual(right, total, offers)) {
        low = left;
      } else {
        high = right;
      }
    }
    return dual(low, total, offers);
  }

  private static double dual(double price, double total, Flexibility[] offers) {
    double sum = price * total;
    for (Flexibility offer : offers) {
      double[] candidates = {
        offer.minMw(),
        offer.maxMw(),
        0,
        offer.curve() > 0 ? (price - offer.sell()) / (2 * offer.curve()) : 0,
        offer.curve() > 0 ? (price - offer.buy()) / (2 * offer.curve()) : 0,
      };
      double least = Double.POSITIVE_INFINITY;
      for (double p : candidates) {
        if (p >= offer.minMw() && p <= offer.maxMw()) {
          double cost = Math.max(offer.sell() * p, offer.buy() * p) + offer.curve() * p * p;
          least = Math.min(least, cost - price * p);
        }
      }
      sum += least;
    }
    return sum;
  }
}
