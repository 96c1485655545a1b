package powergrid.protocols.horizontal;

import java.util.ArrayList;
import java.util.List;
import powergrid.api.protocol.HorizontalProtocol;
import powergrid.testkit.FakeAgent;
import powergrid.testkit.FakeSelf;

/** Participants on a graph without delay or loss: what is said in a round is heard in the next. */
final class Group {
  private final HorizontalProtocol protocol;
  private final List<FakeAgent> agents = new ArrayList<>();
  private final List<FakeSelf> selves = new ArrayList<>();

  /** As many as there are lists of neighbours. */
  Group(HorizontalProtocol protocol, int[][] neighbours) {
    this.protocol = protocol;
    for (int i = 0; i < neighbours.length; i++) {
      agents.add(FakeAgent.grid("MG" + i));
    }
    for (int i = 0; i < neighbours.length; i++) {
      FakeAgent[] near = new FakeAgent[neighbours[i].length];
      for (int k = 0; k < near.length; k++) {
        near[k] = agents.get(neighbours[i][k]);
      }
      selves.add(new FakeSelf(agents.get(i), protocol.memory()).near(near));
    }
  }

  static int[][] path(int n) {
    int[][] near = new int[n][];
    for (int i = 0; i < n; i++) {
      near[i] = i == 0 ? new int[] {1} : i == n - 1 ? new int[] {n - 2} : new int[] {i - 1, i + 1};
    }
    return near;
  }

  static int[][] ring(int n) {
    int[][] near = new int[n][];
    for (int i = 0; i < n; i++) {
      near[i] = new int[] {(i + n - 1) % n, (i + 1) % n};
    }
    return near;
  }

  static int[][] complete(int n) {
    int[][] near = new int[n][n - 1];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < n - 1; k++) {
        near[i][k] = k < i ? k : k + 1;
      }
    }
    return near;
  }

  FakeSelf self(int i) {
    return selves.get(i);
  }

  /** Takes a round; whether all voted to end. */
  boolean round(int r) {
    boolean ended = true;
    for (FakeSelf self : selves) {
      protocol.coordinateMessages(self.round(r));
      ended &= self.votedToEnd();
    }
    for (int i = 0; i < selves.size(); i++) {
      for (FakeSelf.Sent sent : selves.get(i).sent()) {
        selves.get(agents.indexOf(sent.to())).hear(agents.get(i), sent.payload());
      }
    }
    return ended;
  }

  /** Takes rounds until all end, and has all act; the number of rounds. */
  int exchange() {
    int r = 0;
    boolean ended = false;
    while (!ended && r < protocol.rounds()) {
      ended = round(r++);
    }
    selves.forEach(protocol::coordinateActions);
    return r;
  }
}
