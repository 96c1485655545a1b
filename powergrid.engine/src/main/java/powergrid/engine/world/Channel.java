package powergrid.engine.world;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import powergrid.api.message.Payload;

/**
 * The way of messages from one agent to another: through a link into a mailbox, delivered in the
 * order in which they arrive.
 */
final class Channel {
  private static final int ROOM = 4;

  private final Link link;
  private final Mailbox to;
  private Payload[] payloads = new Payload[ROOM];
  private double[] sent = new double[ROOM];
  private double[] arrivals = new double[ROOM];
  private int count;

  /** A channel through a link into a mailbox. */
  Channel(Link link, Mailbox to) {
    this.link = link;
    this.to = to;
  }

  Link link() {
    return link;
  }

  Mailbox mailbox() {
    return to;
  }

  /** Keeps a message until it arrives. */
  void keep(Payload payload, double now, double arrives) {
    if (count == payloads.length) {
      payloads = Arrays.copyOf(payloads, 2 * count);
      sent = Arrays.copyOf(sent, 2 * count);
      arrivals = Arrays.copyOf(arrivals, 2 * count);
    }
    int i = count++;
    while (i > 0 && arrivals[i - 1] > arrives) {
      arrivals[i] = arrivals[i - 1];
      sent[i] = sent[i - 1];
      payloads[i] = payloads[i - 1];
      i--;
    }
    arrivals[i] = arrives;
    sent[i] = now;
    payloads[i] = payload;
  }

  /** Delivers what has arrived by a time. */
  void deliver(double now) {
    int arrived = 0;
    while (arrived < count && arrivals[arrived] <= now) {
      to.deliver(payloads[arrived], sent[arrived]);
      arrived++;
    }
    if (arrived > 0) {
      count -= arrived;
      System.arraycopy(payloads, arrived, payloads, 0, count);
      System.arraycopy(sent, arrived, sent, 0, count);
      System.arraycopy(arrivals, arrived, arrivals, 0, count);
      Arrays.fill(payloads, count, count + arrived, null);
    }
  }

  void reset(long seed) {
    Arrays.fill(payloads, null);
    count = 0;
    link.reset(seed);
    to.reset();
  }

  void save(DataOutput out) throws IOException {
    link.save(out);
    to.save(out);
    out.writeInt(count);
    for (int i = 0; i < count; i++) {
      out.writeDouble(arrivals[i]);
      out.writeDouble(sent[i]);
      to.save(payloads[i], out);
    }
  }

  void restore(DataInput in) throws IOException {
    link.restore(in);
    to.restore(in);
    Arrays.fill(payloads, null);
    int many = in.readInt();
    if (many > payloads.length) {
      payloads = new Payload[many];
      sent = new double[many];
      arrivals = new double[many];
    }
    for (int i = 0; i < many; i++) {
      arrivals[i] = in.readDouble();
      sent[i] = in.readDouble();
      payloads[i] = to.restorePayload(in);
    }
    count = many;
  }
}
