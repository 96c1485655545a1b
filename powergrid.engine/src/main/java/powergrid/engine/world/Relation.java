package powergrid.engine.world;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import powergrid.api.protocol.VerticalProtocol;
import powergrid.api.random.RandomStream;
import powergrid.api.scenario.LinkSetting;

/**
 * A parent and its children under one vertical protocol: their channels, and what the protocol
 * remembers for each. What arrives within the coordination window is acted on in the same step.
 */
final class Relation extends Post {
  private final VerticalProtocol protocol;
  private final Channel[] up;
  private final Channel[] down;
  private final double[][] memory;
  private final double window;
  private final Globals globals;

  /**
   * A relation.
   *
   * @param parent with its children
   * @param below all devices of the parent and of its children
   */
  Relation(
      VerticalProtocol protocol,
      String label,
      LinkSetting link,
      AgentFace parent,
      List<DeviceActor> below,
      Common common) {
    super(label, common);
    this.protocol = protocol;
    int children = parent.children().size();
    window = link.window().toNanos() / 1e9;
    double stale = staleAfter(link, common.moment());
    PayloadType[] reports = PayloadType.of(protocol.reports());
    PayloadType[] messages = PayloadType.of(protocol.messages());
    up = new Channel[children];
    down = new Channel[children];
    memory = new double[children + 1][protocol.memory()];
    for (int k = 0; k < children; k++) {
      String child = parent.children().get(k).id();
      up[k] =
          new Channel(
              new Link(link, child, parent.id()),
              new Mailbox(label, reports, common.moment(), stale));
      down[k] =
          new Channel(
              new Link(link, parent.id(), child),
              new Mailbox(label, messages, common.moment(), stale));
    }
    List<AgentFace> members = new java.util.ArrayList<>(List.of(parent));
    members.addAll(parent.children());
    globals = new Globals(protocol, label, members, below);
  }

  /** The age in steps from which a message counts as never heard. */
  static double staleAfter(LinkSetting link, Moment moment) {
    return link.staleAfter()
        .map(age -> moment.steps(age.toNanos() / 1e9))
        .orElse(Double.POSITIVE_INFINITY);
  }

  VerticalProtocol protocol() {
    return protocol;
  }

  Globals globals() {
    return globals;
  }

  /** The way from a child to the parent. */
  Channel up(int child) {
    return up[child];
  }

  /** The way from the parent to a child. */
  Channel down(int child) {
    return down[child];
  }

  /** What the protocol remembers for a child; for the parent, at the index after the last child. */
  double[] memory(int member) {
    return memory[member];
  }

  int parentMember() {
    return memory.length - 1;
  }

  @Override
  double now() {
    return moment().seconds();
  }

  @Override
  int round() {
    return 0;
  }

  @Override
  double arrival(double brought) {
    return brought;
  }

  @Override
  double heardBy() {
    return moment().seconds() + window;
  }

  /** Delivers what has arrived by a time. */
  void deliver(double seconds) {
    for (int k = 0; k < up.length; k++) {
      up[k].deliver(seconds);
      down[k].deliver(seconds);
    }
  }

  void reset(RandomStream episode, String parent) {
    RandomStream links = episode.split("channel " + parent);
    for (int k = 0; k < up.length; k++) {
      up[k].reset(links.nextLong());
      down[k].reset(links.nextLong());
    }
    for (double[] numbers : memory) {
      Arrays.fill(numbers, 0);
    }
    globals.reset();
  }

  void grow() {
    for (int k = 0; k < up.length; k++) {
      up[k].mailbox().grow();
      down[k].mailbox().grow();
    }
  }

  void save(DataOutput out) throws IOException {
    for (int k = 0; k < up.length; k++) {
      up[k].save(out);
      down[k].save(out);
    }
    for (double[] numbers : memory) {
      Actor.write(out, numbers);
    }
    globals.save(out);
  }

  void restore(DataInput in) throws IOException {
    for (int k = 0; k < up.length; k++) {
      up[k].restore(in);
      down[k].restore(in);
    }
    for (double[] numbers : memory) {
      Actor.read(in, numbers);
    }
    globals.restore(in);
  }
}
