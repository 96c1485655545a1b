package powergrid.protocols.trading;

import powergrid.api.message.Payload;
import powergrid.api.plugin.Field;

/**
 * What a participant would trade in a step, to the auctioneer.
 *
 * @param sellMw of its surplus
 * @param offer least price for that
 * @param extraMw that it could inject beyond its intention
 * @param extraOffer least price for that
 * @param buyMw of its deficit
 * @param bid greatest price for that
 * @param exchange which exchange it belongs to
 */
public record Order(
    @Field(unit = "MW", min = 0) double sellMw,
    @Field(unit = "USD/MWh") double offer,
    @Field(unit = "MW", min = 0) double extraMw,
    @Field(unit = "USD/MWh") double extraOffer,
    @Field(unit = "MW", min = 0) double buyMw,
    @Field(unit = "USD/MWh") double bid,
    @Field(min = 0) int exchange)
    implements Payload {
  /** The field that is no order: a negative quantity, or a number that is not finite. */
  String mistake() {
    String negative =
        sellMw < 0
            ? "sellMw " + sellMw
            : extraMw < 0 ? "extraMw " + extraMw : buyMw < 0 ? "buyMw " + buyMw : "";
    if (!negative.isEmpty()) {
      return negative + " MW; a quantity is at least 0";
    }
    boolean finite =
        Double.isFinite(sellMw + offer + extraMw) && Double.isFinite(extraOffer + buyMw + bid);
    return finite ? "" : this + "; quantities and prices are finite numbers";
  }
}
