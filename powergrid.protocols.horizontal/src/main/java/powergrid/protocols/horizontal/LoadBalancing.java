package powergrid.protocols.horizontal;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import powergrid.api.agent.Self;
import powergrid.api.message.MessageType;
import powergrid.api.message.Payload;
import powergrid.api.plugin.Field;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;
import powergrid.api.protocol.HorizontalProtocol;
import powergrid.api.protocol.HorizontalProtocolFactory;

/**
 * Load balancing by ratio consensus, as the package describes it.
 *
 * @param rounds the most that are taken
 * @param tolerance change in a round, as a share, below which a participant is content
 * @param share of the balanced power in what is asked for
 */
public record LoadBalancing(
    @Field(min = 1, max = 10000, value = "50", help = "The most rounds that are taken") int rounds,
    @Field(min = 0, max = 1, value = "1e-6", help = "Change below which a participant is content")
        double tolerance,
    @Field(
            min = 0,
            max = 1,
            value = "0.5",
            help = "Share of the balanced power in what is asked for")
        double share)
    implements HorizontalProtocol {
  private static final List<MessageType> MESSAGES = List.of(MessageType.observed(Balance.class));

  /** What a participant remembers: two averages, and how many exchanges there were. */
  private static final int DEMAND = 0;

  private static final int CAPACITY = 1;
  private static final int EXCHANGE = 2;

  /**
   * What a participant holds of the two averages.
   *
   * @param demandMw of the demand
   * @param capacityMw of the capacity
   * @param neighbours how many it has
   * @param exchange which exchange it belongs to
   */
  public record Balance(
      @Field(unit = "MW") double demandMw,
      @Field(unit = "MW") double capacityMw,
      @Field(min = 0) int neighbours,
      @Field(min = 0) int exchange)
      implements Payload {}

  @Override
  public List<MessageType> messages() {
    return MESSAGES;
  }

  @Override
  public int memory() {
    return 3;
  }

  @Override
  public void coordinateMessages(Self me) {
    double[] memory = me.memory();
    if (me.round() == 0) {
      memory[DEMAND] = me.read("demandMw");
      memory[CAPACITY] = Asking.capacityMw(me);
      memory[EXCHANGE]++;
    } else {
      average(me);
    }
    me.sendToNeighbours(
        new Balance(memory[DEMAND], memory[CAPACITY], me.neighbours(), (int) memory[EXCHANGE]));
  }

  @Override
  public void coordinateActions(Self me) {
    average(me);
    double[] memory = me.memory();
    Asking.askProportion(me, memory[DEMAND], memory[CAPACITY], share);
  }

  private void average(Self me) {
    double[] memory = me.memory();
    double demand = 0;
    double capacity = 0;
    boolean content = true;
    for (int k = 0; k < me.neighbours(); k++) {
      Balance heard = me.latest(Balance.class, me.neighbour(k));
      if (heard != null && heard.exchange() == (int) memory[EXCHANGE]) {
        double w = Weights.of(me.neighbours(), heard.neighbours(), Double.NaN);
        demand += w * (heard.demandMw() - memory[DEMAND]);
        capacity += w * (heard.capacityMw() - memory[CAPACITY]);
      } else {
        content = false;
      }
    }
    memory[DEMAND] += demand;
    memory[CAPACITY] += capacity;
    if (content
        && Math.abs(demand) <= tolerance * Math.abs(memory[DEMAND])
        && Math.abs(capacity) <= tolerance * memory[CAPACITY]) {
      me.settled();
    }
  }

  /** Makes it. */
  @Component(service = HorizontalProtocolFactory.class)
  @PluginType("load-balancing")
  @PluginHelp("peers supply the same share of what each of them can")
  public static final class Factory implements HorizontalProtocolFactory<LoadBalancing> {
    @Override
    public Class<LoadBalancing> configType() {
      return LoadBalancing.class;
    }

    @Override
    public HorizontalProtocol create(LoadBalancing configuration) {
      return configuration;
    }
  }
}
