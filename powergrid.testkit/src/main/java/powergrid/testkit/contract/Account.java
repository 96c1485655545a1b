package powergrid.testkit.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

  /** By participant. */
  private final List<List<String>> told = new ArrayList<>();

  /** Takes the place of the group's wire. */
  Account(ProtocolHarness group) {
    this.group = group;
    for (int i = 0; i < group.participants(); i++) {
      told.add(new ArrayList<>());
    }
    group.wire(this);
  }

  /** A new step. */
  void clear() {
    told.forEach(List::clear);
  }

  /** Tells a payload by its numbers, whatever its own text is. */
  @Override
  public Payload carry(int round, Agent from, Agent to, Payload payload) {
    double[] numbers = new double[group.numbers(payload).size()];
    group.numbers(payload).read((Record) payload, numbers);
    String said = payload.getClass().getSimpleName() + Arrays.toString(numbers);
    told.get(index(from)).add("says to " + to.id() + " " + said);
    return payload;
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
    for (int i = 0; i < told.size(); i++) {
      told.get(i).add(group.votedToEnd(i) ? "votes to end" : "does not vote to end");
    }
  }

  /** At a step's end. */
  void close() {
    for (int i = 0; i < told.size(); i++) {
      FakeSelf self = group.participant(i);
      List<String> mine = told.get(i);
      for (Target target : Target.values()) {
        mine.add("asks for " + target + " " + self.requested(target));
      }
      mine.add("contracts " + self.contracts());
      mine.add(
          "can do " + self.flexibility().minMw() + " to " + self.flexibility().maxMw() + " MW");
      mine.add("remembers " + Arrays.toString(self.memory()));
      mine.add("has its stream at " + self.random().state());
      for (int k = 0; k < self.agent().actionSpace().size(); k++) {
        mine.add("acts by " + self.action(k));
      }
    }
  }

  /** That the same came of a participant in two accounts. */
  static void same(Account one, Account other, int i, String rule) {
    List<String> first = one.told.get(i);
    List<String> second = other.told.get(i);
    for (int k = 0; k < Math.max(first.size(), second.size()); k++) {
      String here = k < first.size() ? first.get(k) : "nothing more";
      String there = k < second.size() ? second.get(k) : "nothing more";
      if (!here.equals(there)) {
        throw new AssertionError(
            String.format(
                "%s: %s once %s, and once %s. Rule: %s.",
                one.group.where(), one.group.participant(i).agent().id(), here, there, rule));
      }
    }
  }
}
