package powergrid.protocols.trading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import powergrid.api.random.RandomStream;

class BookTest {
  /**
   * By hand. Bids, sorted: 100 (1 MW, by 0), 80 (2 MW, by 1), 50 (3 MW, by 2). Offers, sorted: 20
   * (1.5 MW, by 3), 60 (1 MW, by 4), 90 (5 MW, by 5). Bidder 0 takes 1 MW of 3; bidder 1 takes the
   * 0.5 MW that 3 has left and 1 MW of 4, and would need 90 for the rest. Half way between the last
   * bid, 80, and the last offer, 60, lies 70.
   */
  @Test
  void aBookWorkedByHandIsMatchedInOrderOfPrice() {
    Book book = new Book(6);
    book.bid(2, 3, 50);
    book.offer(5, 5, 90);
    book.bid(0, 1, 100);
    book.offer(4, 1, 60);
    book.offer(3, 1.5, 20);
    book.bid(1, 2, 80);
    Book.Pair[] pairs = book.match();
    assertEquals(3, pairs.length);
    assertEquals(new Book.Pair(3, 0, 1, 20, 100), pairs[0]);
    assertEquals(new Book.Pair(3, 1, 0.5, 20, 80), pairs[1]);
    assertEquals(new Book.Pair(4, 1, 1, 60, 80), pairs[2]);
    assertEquals(60, pairs[0].middle());
    assertEquals(50, pairs[1].middle());
    assertEquals(70, pairs[2].middle(), "the uniform price");
  }

  @Test
  void equalPricesGoInTheOrderOfTheParticipants() {
    Book book = new Book(3);
    book.offer(1, 1, 30);
    book.offer(2, 1, 30);
    book.bid(0, 1, 40);
    Book.Pair[] pairs = book.match();
    assertEquals(1, pairs.length);
    assertEquals(1, pairs[0].seller());
  }

  @Test
  void nobodyTradesWhereBidsStayBelowOffers() {
    Book book = new Book(2);
    book.offer(0, 1, 60);
    book.bid(1, 1, 50);
    assertEquals(0, book.match().length);
  }

  /** What every double auction with truthful orders must keep, over a thousand random books. */
  @Test
  void randomBooksKeepTheInvariants() {
    RandomStream random = new RandomStream(11);
    int traded = 0;
    for (int run = 0; run < 1000; run++) {
      int n = 2 + random.nextInt(12);
      double[] price = new double[n];
      double[] mw = new double[n];
      boolean[] sells = new boolean[n];
      Book book = new Book(n);
      for (int i = 0; i < n; i++) {
        price[i] = 100 * random.nextDouble();
        mw[i] = random.nextDouble();
        sells[i] = random.nextDouble() < 0.5;
        if (sells[i]) {
          book.offer(i, mw[i], price[i]);
        } else {
          book.bid(i, mw[i], price[i]);
        }
      }
      Book.Pair[] pairs = book.match();
      double uniform = pairs.length == 0 ? 0 : pairs[pairs.length - 1].middle();
      double[] sum = new double[n];
      for (Book.Pair pair : pairs) {
        traded++;
        assertTrue(sells[pair.seller()] && !sells[pair.buyer()]);
        assertTrue(pair.mw() > 0);
        sum[pair.seller()] += pair.mw();
        sum[pair.buyer()] += pair.mw();
        // nobody is worse off than without the trade, at either price
        for (double p : new double[] {uniform, pair.middle()}) {
          assertTrue(p >= price[pair.seller()] - 1e-9 && p <= price[pair.buyer()] + 1e-9);
        }
      }
      for (int i = 0; i < n; i++) {
        assertTrue(sum[i] <= mw[i] + 1e-9, "no more than was offered or bid for");
      }
      assertEquals(best(price, mw, sells), gained(pairs), 1e-6, "all gains of trade are made");
    }
    assertTrue(traded > 1000, traded + " trades");
  }

  private static double gained(Book.Pair[] pairs) {
    double usd = 0;
    for (Book.Pair pair : pairs) {
      usd += pair.mw() * (pair.bid() - pair.offer());
    }
    return usd;
  }

  /**
   * The greatest surplus: that of the price at which supply meets demand, which is among the
   * orders' own (least over prices of the sum of what each would gain at it, by duality).
   */
  private static double best(double[] price, double[] mw, boolean[] sells) {
    double least = Double.POSITIVE_INFINITY;
    for (double at : price) {
      double sum = 0;
      for (int i = 0; i < price.length; i++) {
        sum += mw[i] * Math.max(0, sells[i] ? at - price[i] : price[i] - at);
      }
      least = Math.min(least, sum);
    }
    return least;
  }
}
