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
    Book book = new Book();
    book.bid(2, 3, 50);
    book.offer(5, 5, 90);
    book.bid(0, 1, 100);
    book.offer(4, 1, 60);
    book.offer(3, 1.5, 20);
    book.bid(1, 2, 80);
    assertEquals(3, book.match());
    check(book, 0, 3, 0, 1, 60);
    check(book, 1, 3, 1, 0.5, 50);
    check(book, 2, 4, 1, 1, 70);
    assertEquals(70, book.uniform());
  }

  private static void check(Book b, int pair, int seller, int buyer, double mw, double middle) {
    assertEquals(seller, b.seller(pair));
    assertEquals(buyer, b.buyer(pair));
    assertEquals(mw, b.mw(pair), 1e-12);
    assertEquals(middle, b.middle(pair), 1e-12);
  }

  @Test
  void equalPricesGoInTheOrderOfTheParticipants() {
    Book book = new Book();
    book.offer(1, 1, 30);
    book.offer(2, 1, 30);
    book.bid(0, 1, 40);
    assertEquals(1, book.match());
    assertEquals(1, book.seller(0));
  }

  @Test
  void nobodyTradesWhereBidsStayBelowOffersAndNothingIsLeftOfAnotherAuction() {
    Book book = new Book();
    book.offer(0, 1, 40);
    book.bid(1, 1, 50);
    assertEquals(1, book.match());
    book.clear();
    book.offer(0, 1, 60);
    book.bid(1, 1, 50);
    assertEquals(0, book.match());
    assertEquals(0, book.uniform());
  }

  /** What every double auction with truthful orders must keep, over a thousand random books. */
  @Test
  void randomBooksKeepTheInvariants() {
    RandomStream random = new RandomStream(11);
    Book book = new Book();
    int traded = 0;
    for (int run = 0; run < 1000; run++) {
      int n = 2 + random.nextInt(12);
      double[] price = new double[n];
      double[] mw = new double[n];
      boolean[] sells = new boolean[n];
      book.clear();
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
      int pairs = book.match();
      double[] sum = new double[n];
      double gained = 0;
      for (int i = 0; i < pairs; i++) {
        traded++;
        int seller = book.seller(i);
        int buyer = book.buyer(i);
        assertTrue(sells[seller] && !sells[buyer]);
        assertTrue(book.mw(i) > 0);
        sum[seller] += book.mw(i);
        sum[buyer] += book.mw(i);
        gained += book.mw(i) * (price[buyer] - price[seller]);
        // nobody is worse off than without the trade, at either price
        for (double p : new double[] {book.uniform(), book.middle(i)}) {
          assertTrue(p >= price[seller] - 1e-9 && p <= price[buyer] + 1e-9);
        }
      }
      for (int i = 0; i < n; i++) {
        assertTrue(sum[i] <= mw[i] + 1e-9, "no more than was offered or bid for");
      }
      assertEquals(best(price, mw, sells), gained, 1e-6, "all gains of trade are made");
    }
    assertTrue(traded > 1000, traded + " trades");
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
