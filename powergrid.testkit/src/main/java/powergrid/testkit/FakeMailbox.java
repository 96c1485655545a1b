package powergrid.testkit;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import powergrid.api.agent.Agent;
import powergrid.api.message.Payload;

/** What an agent heard: from every sender the newest of each type. Allocates nothing once full. */
final class FakeMailbox {
  private static final int ROOM = 8;

  private Agent[] senders = new Agent[ROOM];
  private Payload[] newest = new Payload[ROOM];
  private int count;

  void deliver(Agent from, Payload payload) {
    int i = find(from, payload.getClass());
    if (i == count) {
      if (count == newest.length) {
        senders = Arrays.copyOf(senders, 2 * count);
        newest = Arrays.copyOf(newest, 2 * count);
      }
      senders[count++] = from;
    }
    newest[i] = payload;
  }

  /** Null where there is none. */
  <P extends Payload> P latest(Class<P> type, Agent from) {
    int i = find(from, type);
    return i == count ? null : type.cast(newest[i]);
  }

  private int find(Agent from, Class<?> type) {
    int i = 0;
    while (i < count && !(senders[i] == from && newest[i].getClass() == type)) {
      i++;
    }
    return i;
  }

  /** Holds what another one does, from its own senders. */
  void continueFrom(
      FakeMailbox other, UnaryOperator<Agent> sender, UnaryOperator<Payload> message) {
    Arrays.fill(newest, null);
    count = 0;
    for (int i = 0; i < other.count; i++) {
      deliver(sender.apply(other.senders[i]), message.apply(other.newest[i]));
    }
  }
}
