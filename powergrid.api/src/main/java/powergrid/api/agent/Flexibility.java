package powergrid.api.agent;

/**
 * What an agent could do in a step, and at what price: a range of power and its marginal values.
 * The marginal cost of injecting p is {@code sell + 2 curve p} above zero and {@code buy + 2 curve
 * p} below, with {@code buy ≤ sell}: a battery buys low and sells high, a generator only sells. The
 * one word that devices and protocols share. Mutable, so that a step allocates none.
 */
public final class Flexibility {
  private double minMw;
  private double maxMw;
  private double buy;
  private double sell;
  private double curve;

  /**
   * Sets all of it.
   *
   * @param minMw least power injected, MW; negative for consumption
   * @param maxMw greatest power injected, MW
   * @param buy marginal value of consuming, USD/MWh
   * @param sell marginal cost of injecting, USD/MWh, not below {@code buy}
   * @param curve half the slope of both, USD/MW²h, not negative
   */
  public void set(double minMw, double maxMw, double buy, double sell, double curve) {
    assert minMw <= maxMw : "empty range [" + minMw + ", " + maxMw + "] MW";
    assert buy <= sell && curve >= 0 : "margins " + buy + ", " + sell + ", curve " + curve;
    this.minMw = minMw;
    this.maxMw = maxMw;
    this.buy = buy;
    this.sell = sell;
    this.curve = curve;
  }

  /**
   * Sets a power that cannot be moved.
   *
   * @param pMw MW injected
   */
  public void fix(double pMw) {
    set(pMw, pMw, 0, 0, 0);
  }

  /**
   * The best response to a price: where marginal cost meets it, within the range.
   *
   * @param price USD/MWh
   * @return MW injected
   */
  public double respond(double price) {
    return respond(price, minMw, maxMw, buy, sell, curve);
  }

  /**
   * The best response of a flexibility that is told in numbers, as by a message.
   *
   * @param price USD/MWh
   * @param minMw least power injected
   * @param maxMw greatest power injected
   * @param buy marginal value of consuming, USD/MWh
   * @param sell marginal cost of injecting, USD/MWh
   * @param curve half the slope of both, USD/MW²h
   * @return MW injected
   */
  public static double respond(
      double price, double minMw, double maxMw, double buy, double sell, double curve) {
    double p;
    if (curve > 0) {
      p = price > sell ? (price - sell) / (2 * curve) : Math.min(0, (price - buy) / (2 * curve));
    } else {
      p = price > sell ? maxMw : price < buy ? minMw : 0;
    }
    return Math.max(minMw, Math.min(maxMw, p));
  }

  /**
   * Least power.
   *
   * @return MW injected
   */
  public double minMw() {
    return minMw;
  }

  /**
   * Greatest power.
   *
   * @return MW injected
   */
  public double maxMw() {
    return maxMw;
  }

  /**
   * Marginal value of consuming.
   *
   * @return USD/MWh
   */
  public double buy() {
    return buy;
  }

  /**
   * Marginal cost of injecting.
   *
   * @return USD/MWh
   */
  public double sell() {
    return sell;
  }

  /**
   * Half the slope of both margins.
   *
   * @return USD/MW²h
   */
  public double curve() {
    return curve;
  }
}
