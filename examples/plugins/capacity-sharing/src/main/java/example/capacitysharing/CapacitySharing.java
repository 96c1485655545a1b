package example.capacitysharing;

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
 * Proportional load sharing: neighbours run at the same share of what each of them can inject.
 *
 * <p>In one round each tells its neighbours its demand D and its capacity C, the most that its
 * devices reported they can inject. With the sums over itself and those it has heard from it asks
 * of itself
 *
 * <pre>
 * r = min(1, max(0, Σ D / Σ C))
 * request = share · r C + (1 − share) · intended
 * </pre>
 *
 * <p>Where everybody hears everybody, r is the same for all, so that with {@code share: 1} what is
 * asked for sums up to the demand, as far as the capacity goes (equal ratios as in ratio consensus,
 * Dominguez-Garcia and Hadjicostis, <em>Distributed algorithms for control of demand response and
 * distributed energy resources</em>, IEEE CDC 2011, here without iteration). What was heard last
 * stands in for what is lost or late; who has no capacity asks for nothing.
 *
 * @param share of r C in what is asked for; the rest is what the participant had in mind
 */
public record CapacitySharing(
    @Field(min = 0, max = 1, value = "0.5", help = "Share of r C in what is asked for")
        double share)
    implements HorizontalProtocol {
  private static final List<MessageType> MESSAGES = List.of(MessageType.observed(Status.class));

  /**
   * What a participant tells its neighbours.
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
    me.sendToNeighbours(new Status(me.read("demandMw"), capacityMw(me)));
    me.settled();
  }

  @Override
  public void coordinateActions(Self me) {
    double demand = me.read("demandMw");
    double capacity = capacityMw(me);
    for (int k = 0; k < me.neighbours(); k++) {
      Status heard = me.latest(Status.class, me.neighbour(k));
      demand += heard == null ? 0 : heard.demandMw();
      capacity += heard == null ? 0 : heard.capacityMw();
    }
    if (capacityMw(me) > 0) {
      double fair = Math.min(1, Math.max(0, demand / capacity)) * capacityMw(me);
      double intended = me.intendedMw();
      me.requestMw(Double.isNaN(intended) ? fair : share * fair + (1 - share) * intended);
    }
  }

  private static double capacityMw(Self me) {
    return Math.max(0, me.flexibility().maxMw());
  }

  /** What the workbench finds in the jar. */
  @Component(service = HorizontalProtocolFactory.class)
  @PluginType("capacity-sharing")
  @PluginHelp("neighbours run at the same share of what each of them can inject")
  public static final class Factory implements HorizontalProtocolFactory<CapacitySharing> {
    @Override
    public Class<CapacitySharing> configType() {
      return CapacitySharing.class;
    }

    @Override
    public HorizontalProtocol create(CapacitySharing configuration) {
      return configuration;
    }
  }
}
