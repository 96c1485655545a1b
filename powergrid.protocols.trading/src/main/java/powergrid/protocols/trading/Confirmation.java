package powergrid.protocols.trading;

import powergrid.api.message.Payload;
import powergrid.api.plugin.Field;

/**
 * What became of a participant's orders, from the auctioneer.
 *
 * @param soldMw power sold
 * @param boughtMw power bought
 * @param usdPerMwh mean price of both; 0 without a trade
 * @param exchange which exchange it belongs to
 */
public record Confirmation(
    @Field(unit = "MW", min = 0) double soldMw,
    @Field(unit = "MW", min = 0) double boughtMw,
    @Field(unit = "USD/MWh") double usdPerMwh,
    @Field(min = 0) int exchange)
    implements Payload {}
