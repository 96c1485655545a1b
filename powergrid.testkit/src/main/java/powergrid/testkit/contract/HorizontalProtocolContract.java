package powergrid.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Target;
import powergrid.api.message.MessageType;
import powergrid.api.protocol.HorizontalProtocol;
import powergrid.api.protocol.HorizontalProtocolFactory;
import powergrid.testkit.FakeAgent;
import powergrid.testkit.FakeSelf;
import powergrid.testkit.Links;
import powergrid.testkit.ProtocolHarness;

/**
 * What every horizontal protocol must keep to, as tests for one to inherit:
 *
 * <pre>
 * class SharingContractTest extends HorizontalProtocolContract&lt;Sharing&gt; {
 *   protected HorizontalProtocolFactory&lt;Sharing&gt; factory() {
 *     return new Sharing.Factory();
 *   }
 *
 *   protected Sharing configuration() {
 *     return Configured.of(Sharing.class).build();
 *   }
 * }
 * </pre>
 *
 * <p>Participants are four grid agents that can do from −1 to 2 MW at most.
 *
 * @param <C> the protocol's configuration
 */
public abstract class HorizontalProtocolContract<C extends Record>
    extends ProtocolContract<C, HorizontalProtocol> {
  private static final int PEERS = 4;
  private static final double LEAST_MW = -1;
  private static final double GREATEST_MW = 2;
  private static final double TOLERANCE = 1e-9;

  /** For subclasses. */
  protected HorizontalProtocolContract() {}

  /**
   * The factory of the protocol.
   *
   * @return a new one
   */
  protected abstract HorizontalProtocolFactory<C> factory();

  @Override
  protected boolean mayAskFor(ProtocolHarness group, int i, double pMw) {
    Flexibility can = group.participant(i).flexibility();
    double meant = group.intendedMw(i);
    double mind = Double.isNaN(meant) ? 0 : meant;
    return pMw >= Math.min(0, Math.min(mind, can.minMw())) - TOLERANCE
        && pMw <= Math.max(0, Math.max(mind, can.maxMw())) + TOLERANCE;
  }

  @Override
  final Function<C, HorizontalProtocol> maker() {
    HorizontalProtocolFactory<C> factory = factory();
    return factory::create;
  }

  @Override
  final Class<C> configType() {
    return factory().configType();
  }

  @Override
  final ProtocolHarness usual(HorizontalProtocol protocol) {
    return peers(protocol, Links.complete(PEERS));
  }

  @Override
  final ProtocolHarness sparse(HorizontalProtocol protocol) {
    return peers(protocol, Links.line(PEERS));
  }

  @Override
  final ProtocolHarness alone(HorizontalProtocol protocol) {
    return peers(protocol, Links.complete(1));
  }

  private static ProtocolHarness peers(HorizontalProtocol protocol, int[][] links) {
    List<FakeAgent> agents = new ArrayList<>();
    for (int i = 0; i < links.length; i++) {
      String id = "MG" + (i + 1);
      FakeAgent agent = i == 0 ? FakeAgent.grid(id) : agents.get(0).beside(id);
      agents.add(agent.dispatched(LEAST_MW, GREATEST_MW, 0));
    }
    return ProtocolHarness.peers(protocol, links, agents);
  }

  @Override
  final List<MessageType> declared(HorizontalProtocol protocol) {
    return protocol.messages();
  }

  @Override
  final void checkTargets(HorizontalProtocol protocol, ProtocolHarness group) {
    group.each(
        self -> {
          for (Target target : Target.values()) {
            if (!Double.isNaN(self.requested(target)) && !protocol.targets().contains(target)) {
              throw new AssertionError(
                  String.format(
                      "%s: %s asks for a %s. Rule: what participants ask for is in targets().",
                      group.where(), self.agent().id(), target));
            }
          }
        });
  }

  @Override
  final double missingMw(ProtocolHarness group) {
    double missing = 0;
    for (int i = 0; i < group.participants(); i++) {
      FakeSelf self = group.participant(i);
      double asked = self.requestedMw();
      missing += Double.isNaN(asked) ? 0 : asked - self.intendedMw();
    }
    return missing;
  }
}
