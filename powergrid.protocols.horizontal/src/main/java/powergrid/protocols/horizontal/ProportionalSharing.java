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
 * Proportional sharing among neighbours, as the package describes it.
 *
 * @param share of the balanced power in what is asked for
 */
public record ProportionalSharing(
    @Field(
            min = 0,
            max = 1,
            value = "0.5",
            help = "Share of the balanced power in what is asked for")
        double share)
    implements HorizontalProtocol {
  private static final List<MessageType> MESSAGES = List.of(MessageType.observed(Status.class));

  /**
   * What a participant needs and can do.
   *
   * @param demandMw it needs
   * @param capacityMw it can inject
   */
  public record Status(
      @Field(unit = "MW") double demandMw, @Field(unit = "MW", min = 0) double capacityMw)
      implements Payload {}

  @Override
  public List<MessageType> messages() {
    return MESSAGES;
  }

  @Override
  public void coordinateMessages(Self me) {
    me.sendToNeighbours(new Status(me.read("demandMw"), Asking.capacityMw(me)));
    me.settled();
  }

  @Override
  public void coordinateActions(Self me) {
    double demand = me.read("demandMw");
    double capacity = Asking.capacityMw(me);
    for (int k = 0; k < me.neighbours(); k++) {
      Status heard = me.latest(Status.class, me.neighbour(k));
      if (heard != null) {
        demand += heard.demandMw();
        capacity += heard.capacityMw();
      }
    }
    Asking.askProportion(me, demand, capacity, share);
  }

  /** Makes it. */
  @Component(service = HorizontalProtocolFactory.class)
  @PluginType("proportional-sharing")
  @PluginHelp("neighbours share their demand in proportion to what each of them can")
  public static final class Factory implements HorizontalProtocolFactory<ProportionalSharing> {
    @Override
    public Class<ProportionalSharing> configType() {
      return ProportionalSharing.class;
    }

    @Override
    public HorizontalProtocol create(ProportionalSharing configuration) {
      return configuration;
    }
  }
}
