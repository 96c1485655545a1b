package powergrid.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import powergrid.api.agent.Self;
import powergrid.api.message.MessageType;
import powergrid.api.message.Payload;
import powergrid.api.protocol.GlobalState;
import powergrid.api.protocol.HorizontalProtocol;
import powergrid.api.space.Axis;

class ProtocolHarnessTest {
  /** A count, and what makes 13 bytes of it. */
  public record Count(double count, int round, boolean first) implements Payload {}

  /** What nobody declares. */
  public record Other(double x) implements Payload {}

  /** Everybody counts the rounds and tells; content from the fifth on. Remembers all rounds. */
  private static class Counting implements HorizontalProtocol {
    final List<Integer> heard = new ArrayList<>();

    @Override
    public List<MessageType> messages() {
      return List.of(MessageType.observed(Count.class));
    }

    @Override
    public int rounds() {
      return 7;
    }

    @Override
    public int memory() {
      return 1;
    }

    @Override
    public void coordinateMessages(Self me) {
      if (me.neighbours() > 0) {
        Count last = me.latest(Count.class, me.neighbour(0));
        heard.add(last == null ? -1 : (int) last.count());
      }
      me.sendToNeighbours(new Count(me.memory()[0]++, me.round(), me.round() == 0));
      if (me.round() == 4) {
        me.settled();
      }
    }

    @Override
    public void coordinateActions(Self me) {
      me.requestMw(me.memory()[0]);
    }
  }

  @Test
  void whatIsSaidInARoundIsHeardInTheNext() {
    Counting protocol = new Counting();
    ProtocolHarness peers = ProtocolHarness.peers(protocol, 2).step();
    assertEquals(List.of(-1, -1, 0, 0, 1, 1, 2, 2, 3, 3), protocol.heard);
    assertEquals(5, peers.participant(1).requestedMw());
  }

  @Test
  void anExchangeEndsWhenAllVoteInARound() {
    ProtocolHarness peers = ProtocolHarness.peers(new Counting(), 3).begin();
    for (int r = 0; r < 4; r++) {
      assertTrue(peers.round());
      assertFalse(peers.votedToEnd(0));
    }
    assertFalse(peers.round());
    assertTrue(peers.votedToEnd(0));
    assertTrue(peers.agreed());
    assertEquals(5, peers.rounds());
  }

  @Test
  void countsAMessageForEveryAddressee() {
    ProtocolHarness peers = ProtocolHarness.peers(new Counting(), Links.line(3)).step();
    assertEquals(5 * 4, peers.messages(), "the one between has two neighbours, the others one");
    assertEquals(5 * 4 * (8 + 4 + 1), peers.bytes());
    assertEquals(5 * 4, peers.step().messages(), "of the last step");
  }

  @Test
  void aDelayedMessageIsHeardRoundsLaterAndWhatIsLeftOverInTheNextStep() {
    Counting protocol = new Counting();
    ProtocolHarness peers = ProtocolHarness.peers(protocol, 2).delay(2).step();
    assertEquals(List.of(-1, -1, -1, -1, -1, -1, 0, 0, 1, 1), protocol.heard);
    protocol.heard.clear();
    peers.begin().round();
    assertEquals(List.of(4, 4), protocol.heard);
  }

  @Test
  void losesTheShareOfMessagesThatItIsTold() {
    assertEquals(List.of(), heard(1, 7), "all of them");
    List<Integer> heard = heard(0.25, 7);
    // 10,000 draws at 0.75: four standard deviations are 173
    assertEquals(7_500, heard.size(), 173);
    assertEquals(heard, heard(0.25, 7), "the same of the same seed");
    assertFalse(heard.equals(heard(0.25, 8)));
  }

  /** The first participant's counts that the second one heard, in 2,000 steps of five rounds. */
  private static List<Integer> heard(double loss, long seed) {
    Counting protocol = new Counting();
    ProtocolHarness peers = ProtocolHarness.peers(protocol, 2).loss(loss, seed);
    for (int t = 0; t < 2_000; t++) {
      peers.step();
    }
    List<Integer> others = new ArrayList<>();
    for (int i = 1; i < protocol.heard.size(); i += 2) {
      others.add(protocol.heard.get(i));
    }
    return others.stream().filter(count -> count >= 0).distinct().toList();
  }

  @Test
  void aWireSeesAndForgesMessages() {
    Counting protocol = new Counting();
    List<String> seen = new ArrayList<>();
    ProtocolHarness peers =
        ProtocolHarness.peers(protocol, 2)
            .wire(
                (round, from, to, payload) -> {
                  seen.add(round + " " + from.id() + " " + to.id());
                  return from.id().equals("MG1") ? new Count(70, 0, false) : null;
                });
    peers.begin().round();
    peers.round();
    assertEquals(List.of("0 MG1 MG2", "0 MG2 MG1", "1 MG1 MG2", "1 MG2 MG1"), seen);
    assertEquals(List.of(-1, -1, -1, 70), protocol.heard);
  }

  @Test
  void takesTurnsInTheOrderThatItIsTold() {
    List<String> turns = new ArrayList<>();
    HorizontalProtocol protocol =
        new HorizontalProtocol() {
          @Override
          public void coordinateMessages(Self me) {
            turns.add(me.agent().id());
          }
        };
    ProtocolHarness.peers(protocol, 3).order(2, 0, 1).step();
    assertEquals(List.of("MG3", "MG1", "MG2"), turns);
    assertThrows(
        IllegalArgumentException.class, () -> ProtocolHarness.peers(protocol, 2).order(0, 0));
  }

  @Test
  void aSelfIsShutOutsideItsTurn() {
    List<Self> kept = new ArrayList<>();
    ProtocolHarness peers =
        ProtocolHarness.peers(
            new HorizontalProtocol() {
              @Override
              public void coordinateMessages(Self me) {
                kept.add(me);
                kept.get(0).memory(); // of the first one, also in the second one's turn
              }
            },
            2);
    IllegalStateException error = assertThrows(IllegalStateException.class, peers::step);
    assertEquals("MG1 is used outside its turn", error.getMessage());
    assertEquals("step 1, coordinateMessages of MG2 in round 0", peers.where());
    assertThrows(IllegalStateException.class, () -> kept.get(1).read("price"), "after it failed");
  }

  @Test
  void refusesWhatIsNotDeclaredAndWhoIsNotRelated() {
    assertEquals(
        "MG1 sends a Other, which the protocol does not declare this way; it declares [Count]",
        refused(me -> me.sendToNeighbours(new Other(1))));
    assertEquals(
        "MG1 looks for a Other, which the protocol does not declare this way; it declares [Count]",
        refused(me -> me.latest(Other.class, me.neighbour(0))));
    assertEquals(
        "MG1 can talk with its own parent, children and neighbours only, not with MG9",
        refused(me -> me.send(FakeAgent.grid("MG9"), new Count(1, 2, false))));
    assertEquals(
        "MG1 sends a message to itself", refused(me -> me.send(me.me(), new Count(1, 2, false))));
    assertEquals(
        "MG1: MG2 sells to itself",
        refused(me -> me.contract(me.neighbour(0), me.neighbour(0), 1, 50, 0)));
  }

  private static String refused(java.util.function.Consumer<Self> by) {
    ProtocolHarness peers =
        ProtocolHarness.peers(
            new Counting() {
              @Override
              public void coordinateMessages(Self me) {
                by.accept(me);
              }

              @Override
              public boolean contracts() {
                return true;
              }
            },
            2);
    return assertThrows(IllegalArgumentException.class, peers::step).getMessage();
  }

  @Test
  void contractsAreForProtocolsThatSaySo() {
    ProtocolHarness peers =
        ProtocolHarness.peers(
            new HorizontalProtocol() {
              @Override
              public void coordinateActions(Self me) {
                me.contract(me.me(), me.neighbour(0), 1, 50, 0);
              }
            },
            2);
    assertThrows(IllegalStateException.class, peers::step);
  }

  @Test
  void goesOnFromWhereAnotherOneIs() {
    Counting first = new Counting();
    Counting second = new Counting();
    ProtocolHarness one = ProtocolHarness.peers(first, 2).delay(1).loss(0.4, 3).step().step();
    one.participant(0).random().nextLong();
    ProtocolHarness other =
        ProtocolHarness.peers(second, 2).delay(1).loss(0.4, 99).continueFrom(one);
    first.heard.clear();
    for (int t = 0; t < 20; t++) {
      one.step();
      other.step();
    }
    assertEquals(first.heard, second.heard);
    assertEquals(110, other.participant(0).requestedMw(), "22 steps of five rounds");
    assertEquals(
        one.participant(0).random().state(), other.participant(0).random().state(), "streams");
  }

  @Test
  void publishesGlobalStateAfterAStep() {
    FakeAgent device = FakeAgent.grid("MG9").device("ess1");
    HorizontalProtocol protocol =
        new HorizontalProtocol() {
          @Override
          public List<Axis> globals() {
            return List.of(Axis.real("price", "USD/MWh", 0, 100));
          }

          @Override
          public void coordinateActions(Self me) {
            me.requestMw(me.global("price"));
          }

          @Override
          public void syncGlobalState(GlobalState state) {
            state.publish("price", state.members().size() * state.read(device, "soc"));
          }
        };
    ProtocolHarness peers = ProtocolHarness.peers(protocol, 3).show(device, "soc", 0.5).step();
    assertEquals(0, peers.participant(0).requestedMw(), "nothing is published yet");
    assertEquals(1.5, peers.global("price"));
    assertEquals(1.5, peers.step().participant(0).requestedMw());
    assertThrows(IllegalArgumentException.class, () -> peers.global("volume"));
  }

  @Test
  void someoneAloneHasNobodyToTalkTo() {
    for (int[][] links : List.of(Links.complete(1), Links.line(1))) {
      ProtocolHarness peers = ProtocolHarness.peers(new Counting(), links).step();
      assertEquals(0, peers.messages());
      assertNull(peers.participant(0).parent());
    }
  }
}
