package powergrid.engine.world;

import powergrid.api.agent.Agent;
import powergrid.api.agent.Peer;

/**
 * An address that carries the channel to it and what was heard from it, so that nothing is looked
 * up to send or to read. Of use to its owner alone.
 */
final class PeerHandle implements Peer {
  private final SelfView owner;
  private final AgentFace agent;
  private final Channel channel;
  private final Mailbox heardFrom;

  PeerHandle(SelfView owner, AgentFace agent, Channel channel, Mailbox heardFrom) {
    this.owner = owner;
    this.agent = agent;
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

  /** What takes a message there; null at one's own address. */
  Channel channel() {
    return channel;
  }

  /** Null at one's own address. */
  Mailbox heardFrom() {
    return heardFrom;
  }
}
