package powergrid.testkit.contract;

import powergrid.api.agent.Agent;
import powergrid.api.message.Payload;
import powergrid.testkit.ProtocolHarness;
import powergrid.testkit.RecordNumbers;

/** That what a protocol sends is all in its numbers, and counted. */
final class Tally implements ProtocolHarness.Wire {
  private final ProtocolHarness group;
  private long messages;
  private long bytes;

  /** Counts what a group says. */
  Tally(ProtocolHarness group) {
    this.group = group;
    group.wire(this);
  }

  @Override
  public Payload carry(int round, Agent from, Agent to, Payload payload) {
    RecordNumbers type = group.numbers(payload);
    messages++;
    boolean arrays = false;
    bytes += type.bytes((Record) payload);
    for (int i = 0; i < type.size(); i++) {
      arrays |= type.component(i).getType().isArray();
    }
    Record copy = type.copy((Record) payload);
    if (!copy.equals(payload) && !arrays) { // a record compares arrays by what they are, not hold
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
