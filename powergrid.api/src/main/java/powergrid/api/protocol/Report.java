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
}
