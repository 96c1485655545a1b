package powergrid.engine.world;

import powergrid.api.agent.Agent;
import powergrid.api.agent.Peer;

/**
 * An address that carries its mailboxes, so that nothing is looked up to send or to read. Of use to
 * its owner alone.
 */
final class PeerHandle implements Peer {
  private final SelfView owner;
  private final AgentFace agent;
  private final Mailbox sendTo;

  /** Null where messages arrive at once. */
  private final Channel channel;

  private final Mailbox heardFrom;

  PeerHandle(SelfView owner, AgentFace agent, Mailbox sendTo, Mailbox heardFrom) {
    this(owner, agent, sendTo, null, heardFrom);
  }

  PeerHandle(SelfView owner, AgentFace agent, Channel channel, Mailbox heardFrom) {
    this(owner, agent, channel.mailbox(), channel, heardFrom);
  }

  private PeerHandle(
      SelfView owner, AgentFace agent, Mailbox sendTo, Channel channel, Mailbox heardFrom) {
    this.owner = owner;
    this.agent = agent;
    this.sendTo = sendTo;
    this.channel = channel;
    this.heardFrom = heardFrom;
  }

  @Override
  public Agent agent() {
    return agent;
  }

  SelfView owner() {
    return owner;
  }

  /** What takes a message there; null where messages arrive at once. */
  Channel channel() {
    return channel;
  }

  Mailbox sendTo() {
    return sendTo;
  }

  Mailbox heardFrom() {
    return heardFrom;
  }
}
