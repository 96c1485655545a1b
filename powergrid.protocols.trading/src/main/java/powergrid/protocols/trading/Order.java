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
  /** What is wrong with it, in words; empty for an order that can be matched. */
  String mistake() {
    String wrong = quantity("sellMw", sellMw);
    wrong = wrong.isEmpty() ? price("offer", offer) : wrong;
    wrong = wrong.isEmpty() ? quantity("extraMw", extraMw) : wrong;
    wrong = wrong.isEmpty() ? price("extraOffer", extraOffer) : wrong;
    wrong = wrong.isEmpty() ? quantity("buyMw", buyMw) : wrong;
    wrong = wrong.isEmpty() ? price("bid", bid) : wrong;
    return wrong.isEmpty() && buyMw > 0 && sellMw + extraMw > 0
        ? "buyMw " + buyMw + " MW beside what it sells; who sells does not buy"
        : wrong;
  }

  private static String quantity(String name, double mw) {
    return mw >= 0 && mw < Double.POSITIVE_INFINITY
        ? ""
        : name + " " + mw + " MW; a quantity is finite and at least 0";
  }

  private static String price(String name, double usdPerMwh) {
    return Double.isFinite(usdPerMwh)
        ? ""
        : name + " " + usdPerMwh + " USD/MWh; a price is a finite number";
  }
}
