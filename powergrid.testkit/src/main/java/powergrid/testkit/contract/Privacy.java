package powergrid.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import powergrid.api.agent.Agent;
import powergrid.api.message.Payload;

/**
 * That a participant does the same among others, in other situations, as long as it hears the same:
 * it takes part in two exchanges at once, and in the second hears what is said to it in the first.
 */
final class Privacy {
  private static final String RULE =
      "what a participant does follows from what it reads, remembers and hears alone; messages are"
          + " the only way from one to another";

  private final Episode one;
  private final Episode other;
  private final int i;
  private final Account first;
  private final Account second;
  private final List<Integer> senders = new ArrayList<>();
  private final List<Payload> said = new ArrayList<>();

  /** Of a participant that is in the same situations in both. */
  Privacy(Episode one, Episode other, int i) {
    this.one = one;
    this.other = other;
    this.i = i;
    first = new Account(one.group);
    second = new Account(other.group);
    one.group.wire(
        (round, from, to, payload) -> {
          if (to == me(one)) {
            senders.add(first.index(from));
            said.add(payload);
          }
          return first.carry(round, from, to, payload);
        });
    other.group.wire(
        (round, from, to, payload) -> {
          second.carry(round, from, to, payload);
          return to == me(other) ? null : payload;
        });
  }

  private Agent me(Episode of) {
    return of.group.participant(i).agent();
  }

  private void repeat() {
    for (int k = 0; k < said.size(); k++) {
      other.hear(i, senders.get(k), said.get(k));
    }
    senders.clear();
    said.clear();
  }

  void check(int steps) {
    for (int t = 0; t < steps; t++) {
      first.clear();
      second.clear();
      one.begin();
      repeat(); // a parent's children have reported; nobody else has heard anything new
      other.begin();
      boolean goesOn = true;
      while (goesOn) {
        goesOn = one.round();
        other.round();
        repeat();
        first.vote();
        second.vote();
      }
      one.act();
      other.act();
      first.close();
      second.close();
      Account.same(first, second, i, RULE);
    }
  }
}
