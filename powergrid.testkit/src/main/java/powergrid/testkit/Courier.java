package powergrid.testkit;

import java.util.Arrays;
import java.util.List;
import powergrid.api.agent.Agent;
import powergrid.api.message.MessageType;
import powergrid.api.message.Payload;
import powergrid.api.random.RandomStream;

/**
 * Takes messages to their addressees, some rounds later or not at all, and counts them. Every way
 * from one to another has luck of its own, so that what others say changes nothing.
 */
final class Courier {
  private static final int ROOM = 16;

  private final FakeSelf[] selves;
  private final RecordNumbers[] types;

  /** How many rounds a message takes at least. */
  private final int pace;

  private final RandomStream[] luck;
  private int delay;
  private double loss;
  private ProtocolHarness.Wire wire = (round, from, to, payload) -> payload;

  private int[] senders = new int[ROOM];
  private int[] addressees = new int[ROOM];
  private Payload[] payloads = new Payload[ROOM];
  private long[] due = new long[ROOM];
  private int count;

  private long now;
  private long messages;
  private long bytes;

  Courier(FakeSelf[] selves, List<MessageType> declared, int pace) {
    this.selves = selves;
    this.pace = pace;
    types = declared.stream().map(RecordNumbers::of).toArray(RecordNumbers[]::new);
    luck = new RandomStream[selves.length * selves.length];
    lose(0, 0);
  }

  void delay(int rounds) {
    delay = rounds;
  }

  void lose(double share, long seed) {
    loss = share;
    RandomStream all = new RandomStream(seed);
    for (int i = 0; i < luck.length; i++) {
      luck[i] = new RandomStream(all.nextLong());
    }
  }

  void wire(ProtocolHarness.Wire by) {
    wire = by;
  }

  /** Starts counting anew. */
  void clear() {
    messages = 0;
    bytes = 0;
  }

  long messages() {
    return messages;
  }

  long bytes() {
    return bytes;
  }

  /** Takes a message of a type that is declared. */
  void send(int round, int from, Agent to, Payload payload) {
    messages++;
    bytes += numbers(payload.getClass()).bytes((Record) payload);
    int addressee = indexOf(to);
    boolean lost = luck[from * selves.length + addressee].nextDouble() < loss;
    Payload carried = wire.carry(round, selves[from].agent(), to, payload);
    if (lost || carried == null) {
      return;
    }
    keep(from, addressee, carried, now + pace + delay);
  }

  private void keep(int from, int to, Payload payload, long arrives) {
    if (count == payloads.length) {
      senders = Arrays.copyOf(senders, 2 * count);
      addressees = Arrays.copyOf(addressees, 2 * count);
      payloads = Arrays.copyOf(payloads, 2 * count);
      due = Arrays.copyOf(due, 2 * count);
    }
    senders[count] = from;
    addressees[count] = to;
    payloads[count] = payload;
    due[count++] = arrives;
  }

  /** A declared type. */
  RecordNumbers numbers(Class<?> type) {
    for (RecordNumbers numbers : types) {
      if (numbers.type() == type) {
        return numbers;
      }
    }
    throw new AssertionError(type + " is not declared");
  }

  private int indexOf(Agent agent) {
    for (int i = 0; i < selves.length; i++) {
      if (selves[i].agent() == agent) {
        return i;
      }
    }
    throw new AssertionError(agent.id() + " does not take part");
  }

  /** A round is over. */
  void tick() {
    now++;
  }

  /** Delivers what is due. */
  void deliver() {
    deliver(now);
  }

  /** Delivers all that is on its way. */
  void deliverAll() {
    deliver(Long.MAX_VALUE);
  }

  private void deliver(long until) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (due[i] <= until) {
        selves[addressees[i]].hear((FakeAgent) selves[senders[i]].agent(), payloads[i]);
      } else {
        senders[kept] = senders[i];
        addressees[kept] = addressees[i];
        payloads[kept] = payloads[i];
        due[kept++] = due[i];
      }
    }
    Arrays.fill(payloads, kept, count, null);
    count = kept;
  }

  /** Goes on from where another one is, with copies of what is on its way. */
  void continueFrom(Courier other) {
    now = other.now;
    count = 0;
    for (int i = 0; i < other.count; i++) {
      keep(other.senders[i], other.addressees[i], copy(other.payloads[i]), other.due[i]);
    }
    for (int i = 0; i < luck.length; i++) {
      luck[i].state(other.luck[i].state());
    }
  }

  /** A payload as it comes back from a snapshot. */
  Payload copy(Payload payload) {
    return (Payload) numbers(payload.getClass()).copy((Record) payload);
  }
}
