package powergrid.protocols.admm;

import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Level;
import powergrid.api.agent.Self;
import powergrid.api.agent.Target;
import powergrid.api.message.MessageType;
import powergrid.api.message.Payload;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.Field;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;
import powergrid.api.protocol.HorizontalProtocol;
import powergrid.api.protocol.HorizontalProtocolFactory;

/**
 * Exchange ADMM among peers, as the package describes it, in its symbols.
 *
 * @param balance what the powers of all participants sum to
 * @param totalMw that sum where it is given; NaN otherwise
 * @param rho penalty on a surplus, and how far it moves prices
 * @param rounds the most that are taken
 * @param toleranceMw absolute tolerance of the residuals
 * @param tolerance relative tolerance of the residuals
 * @param priceLimit prices stay within plus and minus this
 * @param target what participants ask for, power or price
 * @param share of what was agreed on in what is asked for
 */
public record Admm(
    @Field(value = "demand", help = "What the powers of all sum to") Balance balance,
    @Field(unit = "MW", optional = true, help = "That sum where balance is given") double totalMw,
    @Field(
            unit = "USD/MW²h",
            min = 1e-6,
            max = 1e9,
            value = "100",
            help = "Penalty on a surplus, and how far it moves prices")
        double rho,
    @Field(min = 1, max = 10000, value = "200", help = "The most rounds that are taken") int rounds,
    @Field(
            unit = "MW",
            min = 0,
            value = "1e-4",
            help = "Residual below which a participant is content")
        double toleranceMw,
    @Field(
            min = 0,
            max = 1,
            value = "1e-3",
            help = "The same, as a share of powers and prices; the two add up")
        double tolerance,
    @Field(
            unit = "USD/MWh",
            min = 1e-6,
            value = "1000",
            help = "Prices stay within plus and minus this")
        double priceLimit,
    @Field(value = "power", help = "What participants ask for, power or price") Target target,
    @Field(
            min = 0,
            max = 1,
            value = "0.5",
            help = "Share of what was agreed on in what is asked for")
        double share)
    implements HorizontalProtocol {
  private static final List<MessageType> MESSAGES = List.of(MessageType.observed(Account.class));

  /** What a participant remembers: its power, price, sum of surpluses and surplus. */
  private static final int X = 0;

  private static final int PRICE = 1;
  private static final int SUM = 2;
  private static final int SURPLUS = 3;

  /** How many exchanges there were, and whether it voted to end the present one. */
  private static final int EXCHANGE = 4;

  private static final int VOTED = 5;

  /** What the powers of all participants sum to. */
  public enum Balance {
    /** What their networks took in the last step. */
    DEMAND,
    /** Nothing: what some inject, others take. */
    NONE,
    /** A power that is given. */
    GIVEN
  }

  /**
   * Where a participant stands.
   *
   * @param sumMw its surpluses of all rounds
   * @param usdPerMwh its price
   * @param neighbours how many it has
   * @param exchange which exchange it belongs to
   * @param content whether its residuals are within the tolerance
   */
  public record Account(
      @Field(unit = "MW") double sumMw,
      @Field(unit = "USD/MWh") double usdPerMwh,
      @Field(min = 0) int neighbours,
      @Field(min = 0) int exchange,
      @Field boolean content)
      implements Payload {}

  /** Checks what goes together. */
  public Admm {
    if (balance == Balance.GIVEN && !Double.isFinite(totalMw)) {
      throw new ConfigurationException(
          "totalMw", totalMw + " MW is no sum of powers; balance: given needs one, e.g. 1.5 MW");
    }
    if (balance != Balance.GIVEN && !Double.isNaN(totalMw)) {
      throw new ConfigurationException(
          "totalMw", totalMw + " MW counts with balance: given only; give that, or leave it out");
    }
    if (target == Target.VOLTAGE) {
      throw new ConfigurationException(
          "target", "voltage is nothing that a dispatch says; give power or price");
    }
  }

  @Override
  public List<MessageType> messages() {
    return MESSAGES;
  }

  @Override
  public int memory() {
    return 6;
  }

  @Override
  public Set<Target> targets() {
    return share > 0 ? Set.of(target) : Set.of();
  }

  @Override
  public void check(List<? extends Agent> members) {
    for (Agent member : members) {
      if (balance == Balance.DEMAND && member.level() == Level.DEVICE) {
        throw new ConfigurationException(
            "balance",
            "demand is that of a microgrid's network, and "
                + member.id()
                + " is a device; let grids decide, or give balance: none");
      }
    }
  }

  @Override
  public void coordinateMessages(Self me) {
    boolean content = me.round() == 0 ? begin(me) : iterate(me);
    boolean vote = content && neighboursAreContent(me);
    double[] memory = me.memory();
    memory[VOTED] = vote ? 1 : 0;
    if (vote) {
      me.settled();
    }
    me.sendToNeighbours(
        new Account(memory[SUM], memory[PRICE], me.neighbours(), (int) memory[EXCHANGE], content));
  }

  /** Starts from the power, price and sum of the last exchange. */
  private boolean begin(Self me) {
    Flexibility f = me.flexibility();
    if (!Double.isFinite(f.minMw() + f.maxMw() + f.buy() + f.sell() + f.curve())) {
      throw new IllegalArgumentException(
          String.format(
              java.util.Locale.ROOT,
              "%s: admm: its flexibility is %s to %s MW at %s and %s USD/MWh, curve %s; it takes"
                  + " finite numbers",
              me.agent().id(),
              f.minMw(),
              f.maxMw(),
              f.buy(),
              f.sell(),
              f.curve()));
    }
    double[] memory = me.memory();
    memory[EXCHANGE]++;
    memory[X] = Math.max(f.minMw(), Math.min(f.maxMw(), memory[X]));
    memory[SURPLUS] = memory[X] - wantedMw(me) - passedOnMw(me);
    memory[SUM] += memory[SURPLUS];
    return false;
  }

  /** An iteration; whether its residuals are within the tolerance. */
  private boolean iterate(Self me) {
    double[] memory = me.memory();
    double x = memory[X];
    double wanted = wantedMw(me);
    double mean = x - wanted - passedOnMw(me);
    double going = goingPrice(me);
    Flexibility f = me.flexibility();
    double next =
        Flexibility.respond(
            going + rho * (x - mean), f.minMw(), f.maxMw(), f.buy(), f.sell(), f.curve() + rho / 2);
    double surplus = mean + next - x;
    double price = Math.max(-priceLimit, Math.min(priceLimit, going - rho * surplus));
    double moved = next - surplus - (x - memory[SURPLUS]);
    double apart = (going - memory[PRICE]) / rho;
    memory[X] = next;
    memory[PRICE] = price;
    memory[SURPLUS] = surplus;
    memory[SUM] += surplus;
    double dual = toleranceMw + tolerance * Math.abs(price) / rho;
    return Math.abs(surplus) <= toleranceMw + tolerance * Math.max(Math.abs(next), Math.abs(wanted))
        && Math.abs(moved) <= dual
        && Math.abs(apart) <= dual;
  }

  /** Its own part of what all powers sum to. */
  private double wantedMw(Self me) {
    return switch (balance) {
      case DEMAND -> me.read("demandMw") - (me.read("netMw") - me.read("dispatchedMw"));
      case NONE -> 0;
      case GIVEN -> isFirst(me.agent()) ? totalMw : 0;
    };
  }

  /** Whether somebody is the first of all on its level, who answers for the total. */
  private static boolean isFirst(Agent agent) {
    Agent parent = agent.parent();
    return parent == null
        ? agent.index() == 0
        : parent.children().get(0) == agent && isFirst(parent);
  }

  /** What neighbours have taken over of its surplus, by the sums that were heard last. */
  private static double passedOnMw(Self me) {
    double total = 0;
    for (int k = 0; k < me.neighbours(); k++) {
      Account heard = me.latest(Account.class, me.neighbour(k));
      if (heard != null) {
        total += weight(me, heard) * (me.memory()[SUM] - heard.sumMw());
      }
    }
    return total;
  }

  /** The mean of its price and its neighbours'. */
  private static double goingPrice(Self me) {
    double own = me.memory()[PRICE];
    double mean = own;
    for (int k = 0; k < me.neighbours(); k++) {
      Account heard = me.latest(Account.class, me.neighbour(k));
      if (heard != null) {
        mean += weight(me, heard) * (heard.usdPerMwh() - own);
      }
    }
    return mean;
  }

  private static double weight(Self me, Account heard) {
    return 1.0 / (1 + Math.max(me.neighbours(), heard.neighbours()));
  }

  private static boolean neighboursAreContent(Self me) {
    for (int k = 0; k < me.neighbours(); k++) {
      Account heard = me.latest(Account.class, me.neighbour(k));
      if (heard == null || heard.exchange() != (int) me.memory()[EXCHANGE] || !heard.content()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void coordinateActions(Self me) {
    double[] memory = me.memory();
    if (memory[VOTED] == 0) {
      iterate(me);
    }
    if (share > 0 && me.realises(target)) {
      double agreed = memory[target == Target.PRICE ? PRICE : X];
      double intended = me.intended(target);
      me.request(target, Double.isNaN(intended) ? agreed : share * agreed + (1 - share) * intended);
    }
  }

  /** Makes it. */
  @Component(service = HorizontalProtocolFactory.class)
  @PluginType("admm")
  @PluginHelp("peers agree on the cheapest way to supply what all of them need")
  public static final class Factory implements HorizontalProtocolFactory<Admm> {
    @Override
    public Class<Admm> configType() {
      return Admm.class;
    }

    @Override
    public HorizontalProtocol create(Admm configuration) {
      return configuration;
    }
  }
}
