package powergrid.testkit.contract;

import powergrid.api.message.Payload;
import powergrid.testkit.FakeAgent;
import powergrid.testkit.ProtocolHarness;

/** A protocol's participants in random situations; what goes wrong is said with who and when. */
final class Episode {
  final ProtocolHarness group;
  private final Situations situations;
  private int step;

  Episode(ProtocolHarness group, Situations situations) {
    this.group = group;
    this.situations = situations;
  }

  /** Goes on from where another one is. */
  Episode from(Episode other) {
    group.continueFrom(other.group);
    step = other.step;
    return this;
  }

  /** Has a participant hear what another one is made to have said. */
  void hear(int i, int from, Payload payload) {
    group.participant(i).hear((FakeAgent) group.participant(from).agent(), payload);
  }

  /** Begins a step, up to what is decided in it. */
  void begin() {
    situations.begin(group, step);
    guarded(group::begin);
    situations.decide(group, step++);
  }

  /** Takes a round; whether the exchange goes on. */
  boolean round() {
    boolean[] goesOn = new boolean[1];
    guarded(() -> goesOn[0] = group.round());
    return goesOn[0];
  }

  void act() {
    guarded(group::act);
  }

  /** Ends a step that has begun. */
  void end() {
    boolean goesOn = true;
    while (goesOn) {
      goesOn = round();
    }
    act();
  }

  void step() {
    begin();
    end();
  }

  private void guarded(Runnable code) {
    try {
      code.run();
    } catch (RuntimeException | AssertionError e) {
      if (e instanceof AssertionError && e.getMessage().contains("Rule: ")) {
        throw e;
      }
      String rule =
          e instanceof IllegalStateException
              ? "a participant is of use during its own turn only, and only for what the protocol"
                  + " says of itself"
              : "nothing that can happen makes a protocol fail, and it reads and sends what is"
                  + " declared";
      throw new AssertionError(group.where() + ": " + e + ". Rule: " + rule + ".", e);
    }
  }
}
