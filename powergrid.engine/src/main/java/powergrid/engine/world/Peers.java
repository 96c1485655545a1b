package powergrid.engine.world;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import powergrid.api.protocol.HorizontalProtocol;
import powergrid.api.random.RandomStream;
import powergrid.api.scenario.ChannelSetting;

/**
 * Agents of a level under one horizontal protocol: who can talk with whom, what is on its way, what
 * the protocol remembers for each, and the rounds of an exchange.
 */
final class Peers extends Post {
  private static final double ROUNDING = 1e-9;

  /** Neighbours up to which each has a place of its own in an observation. */
  private static final int MOST_SLOTS = 8;

  private final HorizontalProtocol protocol;

  /** Names its random stream: that of the first is as if it were the only one. */
  private final String stream;

  private final double roundSeconds;
  private final int mostRounds;
  private final double[][] memory;
  private final SelfView[] views;

  /** By participant and neighbour: the channel to it. */
  private final Channel[][] out;

  /** By participant: whom it can talk with. */
  private final PeerHandle[][] near;

  private final List<Crowd> crowds = new ArrayList<>();
  private final Globals globals;
  private final boolean ofParents;
  private double now;
  private int rounds;
  private boolean agreed;

  /**
   * Peers of one level.
   *
   * @param number of the protocol among those that they follow
   * @param linked the neighbours of each, as {@link Topology} finds them
   * @param firstAction where each one's part of its action begins that this protocol added
   * @param below devices that are participants or below one
   */
  Peers(
      HorizontalProtocol protocol,
      int number,
      String label,
      ChannelSetting channel,
      int[][] linked,
      List<? extends Actor> participants,
      int[] firstAction,
      List<DeviceActor> below,
      Common common) {
    super(label, common);
    this.protocol = protocol;
    stream = number == 0 ? "peers" : "peers " + number;
    roundSeconds = channel.round().toNanos() / 1e9;
    mostRounds = Math.min(protocol.rounds(), channel.rounds());
    int n = participants.size();
    ofParents = participants.get(0) instanceof ParentActor;
    globals = new Globals(protocol, label, participants.stream().map(Actor::face).toList(), below);
    memory = new double[n][protocol.memory()];
    views = new SelfView[n];
    out = new Channel[n][];
    near = new PeerHandle[n][];
    PayloadType[] types = PayloadType.of(protocol.messages());
    double stale = Relation.staleAfter(channel.link(), common.moment());
    for (int i = 0; i < n; i++) {
      Actor from = participants.get(i);
      views[i] = SelfView.asPeer(from, this, globals, common, memory[i], firstAction[i]);
      out[i] = new Channel[linked[i].length];
      for (int k = 0; k < linked[i].length; k++) {
        String to = participants.get(linked[i][k]).face().id();
        out[i][k] =
            new Channel(
                new Link(channel.link(), from.face().id(), to),
                new Mailbox(label, types, common.moment(), stale));
      }
    }
    for (int i = 0; i < n; i++) {
      PeerHandle[] handles = new PeerHandle[linked[i].length];
      for (int k = 0; k < handles.length; k++) {
        int other = linked[i][k];
        handles[k] =
            new PeerHandle(
                views[i],
                participants.get(other).face(),
                out[i][k],
                into(i, other, linked).mailbox());
      }
      near[i] = handles;
      views[i].neighbours(handles);
    }
  }

  /** Lets participants make contracts, which can be examined beforehand. */
  void contracting(Admission by) {
    for (SelfView view : views) {
      view.contracting(by);
    }
  }

  /** Whether participants have children, and so coordinate before those are told anything. */
  boolean ofParents() {
    return ofParents;
  }

  /** Whether participants make contracts. */
  boolean contracts() {
    return protocol.contracts();
  }

  /** Whether participants tell each other what they learn. */
  boolean exchangesModels() {
    return protocol.exchangesModels();
  }

  Globals globals() {
    return globals;
  }

  private Channel into(int agent, int from, int[][] linked) {
    for (int k = 0; k < linked[from].length; k++) {
      if (linked[from][k] == agent) {
        return out[from][k];
      }
    }
    throw new AssertionError("a topology that is not symmetric");
  }

  /** Takes all rounds of a step, and has everybody act on what was heard. */
  void coordinate() {
    double seconds = moment().seconds();
    now = seconds;
    rounds = 0;
    agreed = mostRounds == 0;
    while (rounds < mostRounds && !agreed) {
      agreed = true;
      for (SelfView view : views) {
        protocol.coordinateMessages(view.open(rounds));
        view.close();
        agreed &= view.votesToEnd();
      }
      rounds++;
      now = seconds + rounds * roundSeconds;
      deliver(now);
    }
    for (SelfView view : views) {
      protocol.coordinateActions(view.open(rounds));
      view.close();
    }
  }

  /** Delivers what has arrived by a time. */
  void deliver(double seconds) {
    for (Channel[] of : out) {
      for (Channel channel : of) {
        channel.deliver(seconds + ROUNDING);
      }
    }
  }

  /** Rounds of the last exchange. */
  int rounds() {
    return rounds;
  }

  /** Whether all voted to end the last exchange. */
  boolean agreed() {
    return agreed;
  }

  @Override
  double now() {
    return now;
  }

  @Override
  int round() {
    return rounds;
  }

  /** In the next round at the earliest. */
  @Override
  double arrival(double brought) {
    return Math.max(now + roundSeconds, brought);
  }

  @Override
  double heardBy() {
    return now;
  }

  /** Has an observer see what a participant hears: each neighbour, or sums over more than a few. */
  void hear(int participant, Observer observer) {
    PeerHandle[] handles = near[participant];
    if (handles.length > MOST_SLOTS) {
      Crowd crowd = new Crowd(Arrays.stream(handles).map(PeerHandle::heardFrom).toList());
      crowds.add(crowd);
      observer.hear(crowd);
    } else {
      for (PeerHandle handle : handles) {
        observer.hear(handle.agent().id() + ".", handle.heardFrom());
      }
    }
  }

  /** Brings sums for observations up to date. */
  void look() {
    for (int i = 0; i < crowds.size(); i++) { // an iterator would be an allocation
      crowds.get(i).look();
    }
  }

  /** What was heard gets a step older. */
  void grow() {
    for (Channel[] of : out) {
      for (Channel channel : of) {
        channel.mailbox().grow();
      }
    }
  }

  void reset(RandomStream episode) {
    RandomStream links = episode.split(stream);
    for (Channel[] of : out) {
      for (Channel channel : of) {
        channel.reset(links.nextLong());
      }
    }
    for (double[] numbers : memory) {
      Arrays.fill(numbers, 0);
    }
    globals.reset();
  }

  void save(DataOutput to) throws IOException {
    for (Channel[] of : out) {
      for (Channel channel : of) {
        channel.save(to);
      }
    }
    for (double[] numbers : memory) {
      Actor.write(to, numbers);
    }
    globals.save(to);
  }

  void restore(DataInput from) throws IOException {
    for (Channel[] of : out) {
      for (Channel channel : of) {
        channel.restore(from);
      }
    }
    for (double[] numbers : memory) {
      Actor.read(from, numbers);
    }
    globals.restore(from);
  }
}
