package powergrid.protocols.horizontal;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
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
 * Average consensus, as the package describes it.
 *
 * @param quantity reading of the participants that is averaged; null, when it is made, for the one
 *     that goes with the target
 * @param target what participants ask for
 * @param weight of every neighbour; NaN for the weights of Metropolis
 * @param rounds the most that are taken
 * @param tolerance change in a round, as a share, below which a participant is content
 * @param share of what was agreed on in what is asked for
 */
public record Consensus(
    @Field(
            optional = true,
            help =
                "Reading of the participants that is averaged, in the target's unit; netMw,"
                    + " price or voltagePu by the target if left out")
        String quantity,
    @Field(value = "power", help = "What participants ask for") Target target,
    @Field(
            min = 0,
            max = 1,
            optional = true,
            help = "Weight of every neighbour; Metropolis if left out")
        double weight,
    @Field(min = 1, max = 10000, value = "50", help = "The most rounds that are taken") int rounds,
    @Field(min = 0, max = 1, value = "1e-6", help = "Change below which a participant is content")
        double tolerance,
    @Field(min = 0, max = 1, value = "0.5", help = "Share of the average in what is asked for")
        double share)
    implements HorizontalProtocol {
  private static final List<MessageType> MESSAGES = List.of(MessageType.observed(Value.class));

  /** What a participant remembers: its number, and how many exchanges there were. */
  private static final int X = 0;

  private static final int EXCHANGE = 1;

  /**
   * What a participant holds.
   *
   * @param x its number
   * @param neighbours how many it has
   * @param exchange which exchange it belongs to
   */
  public record Value(@Field double x, @Field(min = 0) int neighbours, @Field(min = 0) int exchange)
      implements Payload {}

  /** Completes the quantity, and checks that it can be what is asked for. */
  public Consensus {
    if (quantity == null) {
      quantity = readings(target).get(0);
    }
    for (Target other : Target.values()) {
      if (other != target && readings(other).contains(quantity)) {
        throw new ConfigurationException(
            "quantity",
            String.format(
                Locale.ROOT,
                "'%s' is in %s and a %s in %s; give a reading in that, e.g. %s, or target: %s",
                quantity,
                other.unit(),
                name(target),
                target.unit(),
                readings(target).get(0),
                name(other)));
      }
    }
  }

  private static String name(Target target) {
    return target.name().toLowerCase(Locale.ROOT);
  }

  /** Readings in a target's unit, of those that every grid agent has; the usual one first. */
  private static List<String> readings(Target target) {
    return switch (target) {
      case POWER -> List.of("netMw", "demandMw", "importMw");
      case PRICE -> List.of("price");
      case VOLTAGE -> List.of("voltagePu");
    };
  }

  @Override
  public List<MessageType> messages() {
    return MESSAGES;
  }

  @Override
  public int memory() {
    return 2;
  }

  @Override
  public Set<Target> targets() {
    return share > 0 ? Set.of(target) : Set.of();
  }

  @Override
  public void coordinateMessages(Self me) {
    double[] memory = me.memory();
    if (me.round() == 0) {
      memory[X] = me.read(quantity);
      memory[EXCHANGE]++;
    } else {
      average(me);
    }
    me.sendToNeighbours(new Value(memory[X], me.neighbours(), (int) memory[EXCHANGE]));
  }

  @Override
  public void coordinateActions(Self me) {
    average(me);
    if (share > 0) {
      Asking.ask(me, target, me.memory()[X], share);
    }
  }

  private void average(Self me) {
    double[] memory = me.memory();
    double change = 0;
    boolean content = true;
    for (int k = 0; k < me.neighbours(); k++) {
      Value heard = me.latest(Value.class, me.neighbour(k));
      if (heard != null && heard.exchange() == (int) memory[EXCHANGE]) {
        double w = Weights.of(me.neighbours(), heard.neighbours(), weight);
        change += w * (heard.x() - memory[X]);
      } else {
        content = false;
      }
    }
    memory[X] += change;
    if (content && Math.abs(change) <= tolerance * Math.abs(memory[X])) {
      me.settled();
    }
  }

  /** Makes it. */
  @Component(service = HorizontalProtocolFactory.class)
  @PluginType("consensus")
  @PluginHelp("peers agree on an average of what each of them reads")
  public static final class Factory implements HorizontalProtocolFactory<Consensus> {
    @Override
    public Class<Consensus> configType() {
      return Consensus.class;
    }

    @Override
    public HorizontalProtocol create(Consensus configuration) {
      return configuration;
    }
  }
}
