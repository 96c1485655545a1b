package powergrid.engine.world;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import powergrid.api.message.Payload;
import powergrid.api.protocol.VerticalProtocol;

/**
 * A parent and its children under one vertical protocol: their mailboxes, what the protocol
 * remembers for each, and the way of their messages. Delivery is at once: the ideal channel.
 */
final class Relation implements Post {
  private final VerticalProtocol protocol;
  private final String label;
  private final Mailbox[] up;
  private final Mailbox[] down;
  private final double[][] memory;
  private final Traffic traffic;

  Relation(VerticalProtocol protocol, String label, int children, Traffic traffic) {
    this.protocol = protocol;
    this.label = label;
    this.traffic = traffic;
    PayloadType[] reports = PayloadType.of(protocol.reports());
    PayloadType[] messages = PayloadType.of(protocol.messages());
    up = new Mailbox[children];
    down = new Mailbox[children];
    memory = new double[children + 1][protocol.memory()];
    for (int k = 0; k < children; k++) {
      up[k] = new Mailbox(label, reports);
      down[k] = new Mailbox(label, messages);
    }
  }

  VerticalProtocol protocol() {
    return protocol;
  }

  /** The protocol's plug-in in words. */
  String label() {
    return label;
  }

  /** What the parent heard from a child. */
  Mailbox up(int child) {
    return up[child];
  }

  /** What a child heard from its parent. */
  Mailbox down(int child) {
    return down[child];
  }

  /** What the protocol remembers for a child; for the parent, at the index after the last child. */
  double[] memory(int member) {
    return memory[member];
  }

  int parentMember() {
    return memory.length - 1;
  }

  void reset() {
    for (int k = 0; k < up.length; k++) {
      up[k].reset();
      down[k].reset();
    }
    for (double[] numbers : memory) {
      Arrays.fill(numbers, 0);
    }
  }

  void grow() {
    for (int k = 0; k < up.length; k++) {
      up[k].grow();
      down[k].grow();
    }
  }

  @Override
  public void send(PeerHandle to, Payload payload) {
    send(to.sendTo(), payload);
  }

  private void send(Mailbox to, Payload payload) {
    traffic.count(to.bytes(payload));
    to.deliver(payload);
  }

  void save(DataOutput out) throws IOException {
    for (int k = 0; k < up.length; k++) {
      up[k].save(out);
      down[k].save(out);
    }
    for (double[] numbers : memory) {
      for (double number : numbers) {
        out.writeDouble(number);
      }
    }
  }

  void restore(DataInput in) throws IOException {
    for (int k = 0; k < up.length; k++) {
      up[k].restore(in);
      down[k].restore(in);
    }
    for (double[] numbers : memory) {
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = in.readDouble();
      }
    }
  }
}
