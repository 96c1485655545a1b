package powergrid.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import powergrid.api.agent.Self;
import powergrid.api.protocol.HorizontalProtocol;

/** Peers: what is said in a round is heard in the next one, what is left over in the next step. */
final class PeersHarness extends ProtocolHarness {
  private final HorizontalProtocol protocol;
  private final Consumer<Self> speaks;
  private final Consumer<Self> acts;

  PeersHarness(HorizontalProtocol protocol, int[][] links, List<FakeAgent> agents) {
    super(protocol, protocol.messages(), protocol.rounds(), 1, deciding(protocol, agents));
    this.protocol = protocol;
    speaks = protocol::coordinateMessages;
    acts = protocol::coordinateActions;
    for (int i = 0; i < agents.size(); i++) {
      FakeAgent me = agents.get(i);
      FakeAgent[] near = Arrays.stream(links[i]).mapToObj(agents::get).toArray(FakeAgent[]::new);
      participant(i).near(near);
      Turn.Role role = new Turn.Role(me, null, List.of(), List.of(near));
      participate(i, role, protocol.messages(), protocol.messages());
    }
  }

  /** In a horizontal protocol an agent sees that part of its action which the protocol added. */
  private static List<FakeAgent> deciding(HorizontalProtocol protocol, List<FakeAgent> agents) {
    agents.forEach(agent -> agent.actionSpace(protocol.actionSpace(agent)));
    return agents;
  }

  @Override
  void report() {
    courier.deliverAll();
  }

  @Override
  boolean speak() {
    boolean agreed = true;
    for (int k = 0; k < participants(); k++) {
      agreed &= turn("coordinateMessages", ordered(k), rounds(), speaks).votedToEnd();
    }
    return agreed;
  }

  @Override
  void arrive() {
    courier.tick();
    courier.deliver();
  }

  @Override
  void actAll() {
    for (int k = 0; k < participants(); k++) {
      turn("coordinateActions", ordered(k), rounds(), acts);
    }
  }

  @Override
  boolean contracting() {
    return protocol.contracts();
  }
}
