package powergrid.engine.world;

import powergrid.api.message.Payload;

/** What takes an agent's messages on their way: a relation to children, or a channel to peers. */
interface Post {
  /** Sends, and counts what is sent. */
  void send(PeerHandle to, Payload payload);
}
