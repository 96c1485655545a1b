package powergrid.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Self;
import powergrid.api.agent.Target;
import powergrid.api.message.MessageType;
import powergrid.api.message.Payload;
import powergrid.api.protocol.HorizontalProtocol;
import powergrid.api.protocol.Protocol;
import powergrid.api.protocol.VerticalProtocol;

/**
 * All who take part in a protocol, on their own, taken through steps by hand: peers under a
 * horizontal one, or a parent and its children under a vertical one. Messages go from one to
 * another as the workbench takes them; each participant is open to the protocol during its turn
 * only, and all that the test does with it goes through its {@link FakeSelf}.
 *
 * <pre>
 * ProtocolHarness peers = ProtocolHarness.peers(new MyProtocol(1), 3);
 * peers.participant(0).reading("demandMw", 0.3).intends(0.1).flexibility().set(0, 0.5, 0, 0, 0);
 * peers.step();
 * peers.participant(0).requestedMw();
 *
 * ProtocolHarness family = ProtocolHarness.family(new MyDispatch(), parent).begin();
 * family.parent().action(0, 0.2);
 * family.finish().child(1).requestedMw();
 * </pre>
 */
public abstract class ProtocolHarness extends ProtocolReadings {
  private final Turn[] turns;
  private final int mostRounds;
  private int[] order;
  private int steps;
  private int rounds;
  private boolean agreed;
  private String doing = "";
  private int present;

  /** Whose way a message takes, for a test that watches or forges messages. */
  @FunctionalInterface
  public interface Wire {
    /**
     * Carries a message.
     *
     * @param round that it is sent in
     * @param from the sender
     * @param to the addressee
     * @param payload what is said
     * @return what is delivered; null where it is lost
     */
    Payload carry(int round, Agent from, Agent to, Payload payload);
  }

  ProtocolHarness(
      Protocol protocol,
      List<MessageType> declared,
      int mostRounds,
      int pace,
      List<FakeAgent> agents) {
    super(protocol, declared, pace, agents);
    this.mostRounds = mostRounds;
    turns = new Turn[agents.size()];
    order = IntStream.range(0, turns.length).toArray();
    protocol.check(agents);
  }

  /**
   * Peers that can all talk with each other, called {@code MG1}, {@code MG2} and so on.
   *
   * @param protocol of all
   * @param number of them
   * @return before its first step
   */
  public static ProtocolHarness peers(HorizontalProtocol protocol, int number) {
    return peers(protocol, Links.complete(number));
  }

  /**
   * Peers that talk with their neighbours, called {@code MG1}, {@code MG2} and so on.
   *
   * @param protocol of all
   * @param links the neighbours of each
   * @return before its first step
   */
  public static ProtocolHarness peers(HorizontalProtocol protocol, int[][] links) {
    List<FakeAgent> agents = new ArrayList<>();
    for (int i = 0; i < links.length; i++) {
      String id = "MG" + (i + 1);
      agents.add(i == 0 ? FakeAgent.grid(id) : agents.get(0).beside(id));
    }
    return peers(protocol, links, agents);
  }

  /**
   * Peers that talk with their neighbours.
   *
   * @param protocol of all
   * @param links the neighbours of each
   * @param agents who they are; their action becomes that part of it which the protocol adds
   * @return before its first step
   */
  public static ProtocolHarness peers(
      HorizontalProtocol protocol, int[][] links, List<FakeAgent> agents) {
    return new PeersHarness(protocol, links, agents);
  }

  /**
   * A parent and its children. The parent's action is what the protocol makes of it, at its initial
   * value.
   *
   * @param protocol of all
   * @param parent with its children
   * @return before its first step
   */
  public static ProtocolHarness family(VerticalProtocol protocol, FakeAgent parent) {
    return new FamilyHarness(protocol, parent);
  }

  /**
   * Has messages arrive later than without delay, where they are heard in the next round and
   * between parent and children at once.
   *
   * @param by rounds; between parent and children, steps
   * @return this
   */
  public final ProtocolHarness delay(int by) {
    courier.delay(by);
    return this;
  }

  /**
   * Has messages be lost.
   *
   * @param share of them, from 0 to 1
   * @param seed of which
   * @return this
   */
  public final ProtocolHarness loss(double share, long seed) {
    courier.lose(share, seed);
    return this;
  }

  /**
   * Has messages take a way of the test's own.
   *
   * @param by sees each and says what is delivered
   * @return this
   */
  public final ProtocolHarness wire(Wire by) {
    courier.wire(by);
    return this;
  }

  /**
   * Sets in which order participants take their turns, as they are numbered otherwise.
   *
   * @param numbers of all participants
   * @return this
   */
  public final ProtocolHarness order(int... numbers) {
    boolean[] there = new boolean[selves.length];
    for (int number : numbers) {
      there[number] = true;
    }
    for (boolean one : there) {
      if (!one || numbers.length != selves.length) {
        throw new IllegalArgumentException(
            Arrays.toString(numbers) + " is no order of " + selves.length + " participants");
      }
    }
    order = numbers.clone();
    return this;
  }

  /**
   * Has everybody see a variable of a device, as one of visibility {@code ALL}.
   *
   * @param device whose
   * @param name of the variable
   * @param value of it
   * @return this
   */
  public final ProtocolHarness show(Agent device, String name, double value) {
    globals.show(device, name, value);
    return this;
  }

  /**
   * Does the same to all who take part.
   *
   * @param what to do
   * @return this
   */
  public final ProtocolHarness each(Consumer<FakeSelf> what) {
    for (FakeSelf self : selves) {
      what.accept(self);
    }
    return this;
  }

  /**
   * Takes a step: {@link #begin} and {@link #finish}. Allocates nothing itself.
   *
   * @return this
   */
  public final ProtocolHarness step() {
    return begin().finish();
  }

  /**
   * Begins a step: nobody has proposed or asked for anything, and children have reported. What is
   * to be decided can be decided now.
   *
   * @return this
   */
  public final ProtocolHarness begin() {
    steps++;
    rounds = 0;
    agreed = mostRounds == 0;
    courier.clear();
    for (FakeSelf self : selves) {
      self.next();
    }
    report();
    return this;
  }

  /**
   * Ends a step that has begun: all rounds, and what comes of them.
   *
   * @return this
   */
  public final ProtocolHarness finish() {
    boolean goesOn = true;
    while (goesOn) {
      goesOn = round();
    }
    return act();
  }

  /**
   * Takes a round, for a test that looks at each; unless all that there may be are taken.
   *
   * @return whether the exchange goes on
   */
  public final boolean round() {
    if (rounds == mostRounds) {
      return false;
    }
    agreed = speak();
    rounds++;
    arrive();
    return !agreed && rounds < mostRounds;
  }

  /**
   * Has all act on what they heard, after the last round.
   *
   * @return this
   */
  public final ProtocolHarness act() {
    actAll();
    globals.sync();
    return this;
  }

  /** Children report, and what was under way arrives. */
  abstract void report();

  /** Whoever speaks does; whether all voted to end. */
  abstract boolean speak();

  /** A round is over. */
  abstract void arrive();

  /** Whoever acts does. */
  abstract void actAll();

  /**
   * What a participant's present action stands for: what the test said, of a parent what it is
   * asked for or the protocol makes of its action.
   *
   * @param i its number
   * @param target what
   * @return in the target's unit; NaN for none
   */
  public double intended(int i, Target target) {
    return selves[i].intended(target);
  }

  /**
   * The power that a participant's present action stands for.
   *
   * @param i its number
   * @return MW injected; NaN for none
   */
  public final double intendedMw(int i) {
    return intended(i, Target.POWER);
  }

  /** Whether the protocol makes contracts. */
  boolean contracting() {
    return false;
  }

  final void participate(int i, Turn.Role role, List<MessageType> says, List<MessageType> hears) {
    turns[i] = new Turn(this, selves[i], i, role, says, hears);
  }

  /** A participant's turn: its code runs on the only view of it that is open. */
  final Turn turn(String what, int i, int round, Consumer<Self> code) {
    doing = what;
    present = i;
    try {
      code.accept(turns[i].open(round));
      doing = "";
    } finally {
      turns[i].close();
    }
    return turns[i];
  }

  final Turn view(int i) {
    return turns[i];
  }

  final int ordered(int k) {
    return order[k];
  }

  /**
   * Rounds of the last exchange.
   *
   * @return how many were taken
   */
  public final int rounds() {
    return rounds;
  }

  /**
   * Whether all voted to end the last exchange.
   *
   * @return false where rounds ran out
   */
  public final boolean agreed() {
    return agreed;
  }

  /**
   * Whether a participant voted to end in its last turn.
   *
   * @param i its number
   * @return true if it did
   */
  public final boolean votedToEnd(int i) {
    return turns[i].votedToEnd();
  }

  /**
   * What is going on, or went wrong, for a failure's message.
   *
   * @return e.g. {@code step 3, coordinateMessages of MG2 in round 0}; between turns the step alone
   */
  public final String where() {
    String turn =
        doing.isEmpty()
            ? ""
            : ", " + doing + " of " + selves[present].agent().id() + " in round " + rounds;
    return "step " + steps + turn;
  }

  /**
   * Goes on from where another one of the same protocol and participants is, as a restored
   * environment does: memory, what was heard and what is under way, actions, streams and global
   * state are the other's, and so is what participants read. Messages are made anew of their
   * numbers. To be called between steps.
   *
   * @param other to go on from
   * @return this
   */
  public final ProtocolHarness continueFrom(ProtocolHarness other) {
    for (int i = 0; i < selves.length; i++) {
      selves[i].continueFrom(other.selves[i], agent -> mine(agent, other), courier::copy);
    }
    courier.continueFrom(other.courier);
    globals.continueFrom(other.globals);
    steps = other.steps;
    return this;
  }

  private Agent mine(Agent agent, ProtocolHarness other) {
    for (int i = 0; i < selves.length; i++) {
      if (other.selves[i].agent() == agent) {
        return selves[i].agent();
      }
    }
    throw new IllegalArgumentException(agent.id() + " takes part in neither");
  }
}
