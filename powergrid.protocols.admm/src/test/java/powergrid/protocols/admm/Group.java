package powergrid.protocols.admm;

import java.util.ArrayList;
import java.util.List;
import powergrid.api.protocol.HorizontalProtocol;
import powergrid.api.random.RandomStream;
import powergrid.testkit.FakeAgent;
import powergrid.testkit.FakeSelf;

/** Participants on a graph: what is said in a round is heard in the next one, or lost. */
final class Group {
  private final HorizontalProtocol protocol;
  private final List<FakeSelf> selves = new ArrayList<>();
  private RandomStream luck = new RandomStream(1);
  private double loss;

  /** As many as there are lists of neighbours. */
  Group(HorizontalProtocol protocol, int[][] neighbours) {
    this.protocol = protocol;
    FakeAgent system = FakeAgent.system("system");
    List<FakeAgent> agents = new ArrayList<>();
    for (int i = 0; i < neighbours.length; i++) {
      agents.add(system.below("MG" + (i + 1)));
    }
    for (int i = 0; i < neighbours.length; i++) {
      FakeAgent[] near = new FakeAgent[neighbours[i].length];
      for (int k = 0; k < near.length; k++) {
        near[k] = agents.get(neighbours[i][k]);
      }
      selves.add(new FakeSelf(agents.get(i), protocol.memory()).near(near));
    }
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

  static int[][] line(int n) {
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

  static int[][] star(int n) {
    int[][] near = new int[n][];
    near[0] = new int[n - 1];
    for (int i = 1; i < n; i++) {
      near[0][i - 1] = i;
      near[i] = new int[] {0};
    }
    return near;
  }

  /** Loses a share of the messages, drawn from a seed. */
  Group losing(double share, long seed) {
    loss = share;
    luck = new RandomStream(seed);
    return this;
  }

  FakeSelf self(int i) {
    return selves.get(i);
  }

  /** Gives all a flexibility: margin, and half its slope, within limits. */
  Group offers(double[] margin, double[] slope, double[] least, double[] greatest) {
    for (int i = 0; i < selves.size(); i++) {
      selves.get(i).flexibility().set(least[i], greatest[i], margin[i], margin[i], slope[i] / 2);
    }
    return this;
  }

  /** Gives all a demand of their network, nobody having injected anything. */
  Group demands(double... mw) {
    for (int i = 0; i < selves.size(); i++) {
      selves.get(i).reading("demandMw", mw[i]).reading("netMw", 0).reading("dispatchedMw", 0);
    }
    return this;
  }

  /** Takes a round; whether all voted to end. */
  boolean round(int r) {
    boolean ended = true;
    for (FakeSelf self : selves) {
      protocol.coordinateMessages(self.round(r));
      ended &= self.votedToEnd();
    }
    for (FakeSelf from : selves) {
      for (FakeSelf.Sent sent : from.sent()) {
        if (luck.nextDouble() >= loss) {
          hear(sent, (FakeAgent) from.agent());
        }
      }
    }
    return ended;
  }

  private void hear(FakeSelf.Sent sent, FakeAgent from) {
    for (FakeSelf self : selves) {
      if (self.agent() == sent.to()) {
        self.hear(from, sent.payload());
      }
    }
  }

  /** Takes rounds until all end, and has all act; the number of rounds, negative if it is open. */
  int exchange() {
    int r = 0;
    boolean ended = false;
    while (!ended && r < protocol.rounds()) {
      ended = round(r++);
    }
    for (FakeSelf self : selves) {
      protocol.coordinateActions(self);
    }
    return ended ? r : -r;
  }

  /** The power that a participant is at. */
  double x(int i) {
    return selves.get(i).memory()[0];
  }

  /** The price that a participant is at. */
  double price(int i) {
    return selves.get(i).memory()[1];
  }

  /** What all ask for together. */
  double askedMw() {
    return selves.stream().mapToDouble(FakeSelf::requestedMw).sum();
  }
}
