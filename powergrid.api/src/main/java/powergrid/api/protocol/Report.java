package powergrid.api.protocol;

import powergrid.api.agent.Flexibility;
import powergrid.api.message.Payload;
import powergrid.api.plugin.Field;

/**
 * A {@link Flexibility} as a message: what a child tells its parent before the parent decides.
 *
 * @param minMw least power injected
 * @param maxMw greatest power injected
 * @param buy marginal value of consuming
 * @param sell marginal cost of injecting
 * @param curve half the slope of both
 */
public record Report(
    @Field(unit = "MW") double minMw,
    @Field(unit = "MW") double maxMw,
    @Field(unit = "USD/MWh") double buy,
    @Field(unit = "USD/MWh") double sell,
    @Field(unit = "USD/MW²h") double curve)
    implements Payload {
  /**
   * The report of a flexibility.
   *
   * @param f what is offered
   * @return its words
   */
  public static Report of(Flexibility f) {
    return new Report(f.minMw(), f.maxMw(), f.buy(), f.sell(), f.curve());
  }

  /**
   * What a little more power costs, beyond one within the range.
   *
   * @param pMw MW injected
   * @param more true for injecting more, false for what injecting less would save; they differ
   *     where there is a step at no power
   * @return USD/MWh
   */
  public double marginal(double pMw, boolean more) {
    boolean injects = more ? pMw >= 0 && maxMw > 0 : pMw > 0;
    return (injects ? sell : buy) + 2 * curve * pMw;
  }
}
