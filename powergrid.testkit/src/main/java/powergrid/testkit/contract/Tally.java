package powergrid.testkit.contract;

import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import powergrid.api.agent.Agent;
import powergrid.api.message.Payload;
import powergrid.testkit.ProtocolHarness;
import powergrid.testkit.RecordNumbers;

/** That what a protocol sends is all in its numbers, and counted. */
final class Tally implements ProtocolHarness.Wire {
  private final ProtocolHarness group;
  private final Map<Class<?>, RecordNumbers> types = new HashMap<>();
  private long messages;
  private long bytes;

  /** Counts what a group says. */
  Tally(ProtocolHarness group) {
    this.group = group;
    group.wire(this);
  }

  @Override
  public Payload carry(int round, Agent from, Agent to, Payload payload) {
    RecordNumbers type = types.computeIfAbsent(payload.getClass(), RecordNumbers::of);
    messages++;
    for (RecordComponent component : type.components()) {
      Class<?> is = component.getType();
      bytes += is == double.class ? 8 : is == int.class ? 4 : 1;
    }
    Record copy = type.copy((Record) payload);
    if (!copy.equals(payload)) {
      throw new AssertionError(
          String.format(
              "%s: says %s, which a snapshot gives back as %s. Rule: a message is all in the"
                  + " numbers that its components give, and equals another of the same numbers.",
              group.where(), payload, copy));
    }
    return payload;
  }

  /** That as much was counted in a step as was sent. */
  void check() {
    if (messages != group.messages() || bytes != group.bytes()) {
      throw new AssertionError(
          String.format(
              "%s: %d messages of %d bytes were sent, %d of %d counted. Rule: a message is counted"
                  + " once for every addressee.",
              group.where(), messages, bytes, group.messages(), group.bytes()));
    }
    messages = 0;
    bytes = 0;
  }
}
