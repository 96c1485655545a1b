package powergrid.testkit.contract;

import java.util.function.IntConsumer;

/** That the same comes of two groups of participants in the same situations, to the bit. */
final class Likeness {
  private final Episode one;
  private final Episode other;
  private final Account first;
  private final Account second;
  private final String rule;

  /** Of two episodes that begin alike. */
  Likeness(Episode one, Episode other, String rule) {
    this.one = one;
    this.other = other;
    this.rule = rule;
    first = new Account(one.group);
    second = new Account(other.group);
  }

  void check(int steps) {
    check(steps, step -> {});
  }

  /** Takes what is to be done before each step. */
  void check(int steps, IntConsumer before) {
    for (int t = 0; t < steps; t++) {
      before.accept(t);
      first.clear();
      second.clear();
      one.begin();
      other.begin();
      boolean goesOn = true;
      while (goesOn) {
        boolean here = one.round();
        boolean there = other.round();
        goesOn = here || there;
        first.vote();
        second.vote();
      }
      one.act();
      other.act();
      first.close();
      second.close();
      for (int i = 0; i < one.group.participants(); i++) {
        Account.same(first, second, i, rule);
      }
    }
  }
}
