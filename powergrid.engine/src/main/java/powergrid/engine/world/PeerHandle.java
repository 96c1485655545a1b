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
  private final Mailbox heardFrom;

  PeerHandle(SelfView owner, AgentFace agent, Mailbox sendTo, Mailbox heardFrom) {
    this.owner = owner;
    this.agent = agent;
    this.sendTo = sendTo;
    this.heardFrom = heardFrom;
  }

  @Override
  public Agent agent() {
    return agent;
  }

  SelfView owner() {
    return owner;
  }

  Mailbox sendTo() {
    return sendTo;
  }

  Mailbox heardFrom() {
    return heardFrom;
  }
}
