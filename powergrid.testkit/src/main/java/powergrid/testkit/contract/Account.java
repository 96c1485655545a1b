package powergrid.testkit.contract;

import java.util.Arrays;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Target;
import powergrid.api.message.Payload;
import powergrid.testkit.FakeSelf;
import powergrid.testkit.ProtocolHarness;

/**
 * All that comes of each participant in a step, to the bit: what it says, votes, asks for,
 * contracts, remembers and draws.
 */
final class Account implements ProtocolHarness.Wire {
  private final ProtocolHarness group;
  private final StringBuilder[] told;

  /** Takes the place of the group's wire. */
  Account(ProtocolHarness group) {
    this.group = group;
    told = new StringBuilder[group.participants()];
    clear();
    group.wire(this);
  }

  /** A new step. */
  void clear() {
    Arrays.setAll(told, i -> new StringBuilder());
  }

  @Override
  public Payload carry(int round, Agent from, Agent to, Payload payload) {
    told[index(from)].append("says to ").append(to.id()).append(' ').append(text(payload));
    return payload;
  }

  /** A payload by its numbers, whatever its own text is. */
  String text(Payload payload) {
    double[] numbers = new double[group.numbers(payload).size()];
    group.numbers(payload).read((Record) payload, numbers);
    return payload.getClass().getSimpleName() + Arrays.toString(numbers) + "; ";
  }

  int index(Agent agent) {
    int i = 0;
    while (group.participant(i).agent() != agent) {
      i++;
    }
    return i;
  }

  /** After a round. */
  void vote() {
    for (int i = 0; i < told.length; i++) {
      told[i].append(group.votedToEnd(i) ? "votes to end; " : "");
    }
  }

  /** At a step's end. */
  void close() {
    for (int i = 0; i < told.length; i++) {
      FakeSelf self = group.participant(i);
      for (Target target : Target.values()) {
        told[i].append("asks for ").append(target).append(' ').append(self.requested(target));
        told[i].append("; ");
      }
      told[i].append("contracts ").append(self.contracts());
      told[i].append("; can do ").append(self.flexibility().minMw()).append(" to ");
      told[i].append(self.flexibility().maxMw()).append(" MW; remembers ");
      told[i].append(Arrays.toString(self.memory()));
      told[i].append("; its stream is at ").append(self.random().state());
      for (int k = 0; k < self.agent().actionSpace().size(); k++) {
        told[i].append("; acts ").append(self.action(k));
      }
    }
  }

  /** That the same came of a participant in two accounts. */
  static void same(Account one, Account other, int i, String rule) {
    String[] first = one.told[i].toString().split("; ", -1);
    String[] second = other.told[i].toString().split("; ", -1);
    for (int k = 0; k < Math.max(first.length, second.length); k++) {
      String here = k < first.length ? first[k] : "nothing more";
      String there = k < second.length ? second[k] : "nothing more";
      if (!here.equals(there)) {
        throw new AssertionError(
            String.format(
                "%s: %s once %s, and once %s. Rule: %s.",
                one.group.where(), one.group.participant(i).agent().id(), here, there, rule));
      }
    }
  }
}
