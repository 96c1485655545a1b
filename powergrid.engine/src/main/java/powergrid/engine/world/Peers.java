package powergrid.engine.world;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import powergrid.api.message.Payload;
import powergrid.api.protocol.HorizontalProtocol;
import powergrid.api.random.RandomStream;
import powergrid.api.scenario.ChannelSetting;

/**
 * Grid agents under one horizontal protocol: who can talk with whom, what is on its way, what the
 * protocol remembers for each, and the rounds of an exchange.
 */
final class Peers implements Post {
  private static final double ROUNDING = 1e-9;

  /** Neighbours up to which each has a place of its own in an observation. */
  private static final int MOST_SLOTS = 8;

  private final HorizontalProtocol protocol;
  private final String label;
  private final Traffic traffic;
  private final RandomStream random = new RandomStream(0);
  private final double roundSeconds;
  private final int mostRounds;
  private final double[][] memory;
  private final SelfView[] views;

  /** By participant and neighbour: the channel to it. */
  private final Channel[][] out;

  /** By participant: whom it can talk with. */
  private final PeerHandle[][] near;

  private final List<Crowd> crowds = new ArrayList<>();

  private double now;
  private int rounds;
  private boolean agreed;

  Peers(
      HorizontalProtocol protocol,
      String label,
      ChannelSetting channel,
      int[][] linked,
      List<GridActor> grids,
      Exogenous exogenous,
      double hours,
      Traffic traffic) {
    this.protocol = protocol;
    this.label = label;
    this.traffic = traffic;
    roundSeconds = channel.round().toNanos() / 1e9;
    mostRounds = Math.min(protocol.rounds(), channel.rounds());
    int n = grids.size();
    memory = new double[n][protocol.memory()];
    views = new SelfView[n];
    out = new Channel[n][];
    near = new PeerHandle[n][];
    PayloadType[] types = PayloadType.of(protocol.messages());
    for (int i = 0; i < n; i++) {
      views[i] = SelfView.asPeer(grids.get(i), this, memory[i], exogenous, hours);
      out[i] = new Channel[linked[i].length];
      for (int k = 0; k < linked[i].length; k++) {
        out[i][k] = new Channel(channel, new Mailbox(label, types));
      }
    }
    for (int i = 0; i < n; i++) {
      PeerHandle[] handles = new PeerHandle[linked[i].length];
      for (int k = 0; k < handles.length; k++) {
        int other = linked[i][k];
        handles[k] =
            new PeerHandle(
                views[i], grids.get(other).face(), out[i][k], into(i, other, linked).mailbox());
      }
      near[i] = handles;
      views[i].neighbours(handles);
    }
  }

  private Channel into(int agent, int from, int[][] linked) {
    for (int k = 0; k < linked[from].length; k++) {
      if (linked[from][k] == agent) {
        return out[from][k];
      }
    }
    throw new AssertionError("a topology that is not symmetric");
  }

  /** The protocol's plug-in in words. */
  String label() {
    return label;
  }

  /** Takes all rounds of a step, and has everybody act on what was heard. */
  void coordinate(double seconds) {
    now = seconds;
    rounds = 0;
    agreed = mostRounds == 0;
    deliver();
    while (rounds < mostRounds && !agreed) {
      agreed = true;
      for (SelfView view : views) {
        protocol.coordinateMessages(view.open(rounds));
        view.close();
        agreed &= view.votesToEnd();
      }
      rounds++;
      now = seconds + rounds * roundSeconds;
      deliver();
    }
    for (SelfView view : views) {
      protocol.coordinateActions(view.open(rounds));
      view.close();
    }
  }

  private void deliver() {
    for (Channel[] of : out) {
      for (Channel channel : of) {
        channel.deliver(now + ROUNDING);
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
  public void send(PeerHandle to, Payload payload) {
    traffic.count(to.channel().mailbox().bytes(payload));
    to.channel().send(payload, now, now + roundSeconds, random);
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

  void reset(long seed) {
    random.state(seed);
    for (Channel[] of : out) {
      for (Channel channel : of) {
        channel.reset();
        channel.mailbox().reset();
      }
    }
    for (double[] numbers : memory) {
      Arrays.fill(numbers, 0);
    }
  }

  void save(DataOutput to) throws IOException {
    to.writeLong(random.state());
    for (Channel[] of : out) {
      for (Channel channel : of) {
        channel.save(to);
        channel.mailbox().save(to);
      }
    }
    for (double[] numbers : memory) {
      Actor.write(to, numbers);
    }
  }

  void restore(DataInput from) throws IOException {
    random.state(from.readLong());
    for (Channel[] of : out) {
      for (Channel channel : of) {
        channel.restore(from);
        channel.mailbox().restore(from);
      }
    }
    for (double[] numbers : memory) {
      Actor.read(from, numbers);
    }
  }
}
