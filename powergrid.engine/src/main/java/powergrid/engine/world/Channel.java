package powergrid.engine.world;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import powergrid.api.message.Payload;
import powergrid.api.random.RandomStream;
import powergrid.api.scenario.ChannelSetting;

/**
 * The way of messages from one agent to another: delayed, lost, delivered in the order in which
 * they arrive. Draws two variates a message whatever becomes of it, so that channels of one
 * topology see the same luck.
 */
final class Channel {
  private static final int ROOM = 4;

  private final double latency;
  private final double jitter;
  private final double loss;
  private final Mailbox to;
  private Payload[] payloads = new Payload[ROOM];
  private double[] arrivals = new double[ROOM];
  private int count;

  /** A channel into a mailbox. */
  Channel(ChannelSetting setting, Mailbox to) {
    latency = setting.latency().toNanos() / 1e9;
    jitter = setting.jitter().toNanos() / 1e9;
    loss = setting.loss();
    this.to = to;
  }

  Mailbox mailbox() {
    return to;
  }

  /** Sends at a time; it arrives at a boundary between rounds, not before the given one. */
  void send(Payload payload, double now, double earliest, RandomStream random) {
    double luck = random.nextDouble();
    double late = random.nextDouble();
    if (luck < loss) {
      return;
    }
    if (count == payloads.length) {
      payloads = Arrays.copyOf(payloads, 2 * count);
      arrivals = Arrays.copyOf(arrivals, 2 * count);
    }
    double arrives = Math.max(earliest, now + latency + jitter * late);
    int i = count++;
    while (i > 0 && arrivals[i - 1] > arrives) {
      arrivals[i] = arrivals[i - 1];
      payloads[i] = payloads[i - 1];
      i--;
    }
    arrivals[i] = arrives;
    payloads[i] = payload;
  }

  /** Delivers what has arrived by a time. */
  void deliver(double now) {
    int arrived = 0;
    while (arrived < count && arrivals[arrived] <= now) {
      to.deliver(payloads[arrived++]);
    }
    if (arrived > 0) {
      count -= arrived;
      System.arraycopy(payloads, arrived, payloads, 0, count);
      System.arraycopy(arrivals, arrived, arrivals, 0, count);
      Arrays.fill(payloads, count, count + arrived, null);
    }
  }

  void reset() {
    Arrays.fill(payloads, null);
    count = 0;
  }

  void save(DataOutput out) throws IOException {
    out.writeInt(count);
    for (int i = 0; i < count; i++) {
      out.writeDouble(arrivals[i]);
      to.save(payloads[i], out);
    }
  }

  void restore(DataInput in) throws IOException {
    reset();
    int many = in.readInt();
    payloads = new Payload[Math.max(ROOM, many)];
    arrivals = new double[payloads.length];
    for (int i = 0; i < many; i++) {
      arrivals[i] = in.readDouble();
      payloads[i] = to.restorePayload(in);
    }
    count = many;
  }
}
