package powergrid.protocols.trading;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import powergrid.api.plugin.Field;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;
import powergrid.api.protocol.HorizontalProtocol;
import powergrid.api.protocol.HorizontalProtocolFactory;

/**
 * A double auction among peers, as the package describes it.
 *
 * @param auctioneer id of the participant that runs it; the first where there is none
 * @param pricing one price for all, or one a pair
 * @param fee what each side owes the auctioneer
 * @param tariff name of the series that grid connections buy at
 * @param sellFactor what they sell at, as a share of it
 * @param margin share of a position that is not traded
 * @param bidFactor what is bid, as a share of what energy is worth to a buyer
 * @param offerFactor what is asked for, as a multiple of what energy is worth to a seller
 * @param extra whether production beyond the intended is offered too
 * @param checkNetwork whether trades that would violate a limit of the network are left out
 * @param rounds the most that an auction takes
 */
public record P2pTrading(
    @Field(help = "Id of the participant that runs the auction; the first if left out")
        Optional<String> auctioneer,
    @Field(value = "uniform", help = "One price for all, or the midpoint of each pair")
        Pricing pricing,
    @Field(
            unit = "USD/MWh",
            min = 0,
            value = "0",
            help = "What each side of a trade owes the auctioneer")
        double fee,
    @Field(value = "price", help = "Series that grid connections buy at, USD/MWh") String tariff,
    @Field(
            min = 0,
            max = 1,
            value = "0.9",
            help = "What grid connections sell at, as a share of the tariff")
        double sellFactor,
    @Field(min = 0, max = 1, value = "0.05", help = "Share of a position that is not traded")
        double margin,
    @Field(
            min = 0,
            max = 1,
            value = "1",
            help = "What is bid, as a share of what the energy is worth; 1 is truthful")
        double bidFactor,
    @Field(
            min = 1,
            max = 100,
            value = "1",
            help = "What is asked for, as a multiple of what the energy is worth; 1 is truthful")
        double offerFactor,
    @Field(
            value = "true",
            help = "Whether production beyond the intended is offered at its marginal cost")
        boolean extra,
    @Field(
            value = "false",
            help = "Whether trades that would violate a limit of the network are left out")
        boolean checkNetwork,
    @Field(min = 3, max = 10000, value = "10", help = "The most rounds that an auction takes")
        int rounds) {
  /** How trades are priced. */
  public enum Pricing {
    /** Half way between the last bid and the last offer that are matched. */
    UNIFORM,
    /** Half way between the bid and the offer of each pair. */
    MIDPOINT
  }

  /** Makes it. */
  @Component(service = HorizontalProtocolFactory.class)
  @PluginType("p2p-trading")
  @PluginHelp("peers trade surplus and deficit in a double auction")
  public static final class Factory implements HorizontalProtocolFactory<P2pTrading> {
    @Override
    public Class<P2pTrading> configType() {
      return P2pTrading.class;
    }

    @Override
    public HorizontalProtocol create(P2pTrading configuration) {
      return new Auction(configuration);
    }
  }
}
