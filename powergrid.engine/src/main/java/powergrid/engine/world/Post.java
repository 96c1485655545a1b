package powergrid.engine.world;

import powergrid.api.agent.Agent;
import powergrid.api.message.Payload;

/** What takes an agent's messages on their way: a relation to children, or an exchange of peers. */
abstract class Post {
  private final String label;
  private final Moment moment;
  private final Traffic traffic;
  private final Tracer tracer;

  /** For the messages of a protocol, whose plug-in has a label. */
  Post(String label, Common common) {
    this.label = label;
    moment = common.moment();
    traffic = common.traffic();
    tracer = common.tracer();
  }

  /** The protocol's plug-in in words. */
  final String label() {
    return label;
  }

  final Moment moment() {
    return moment;
  }

  /** Sends, and counts what is sent. */
  final void send(Agent from, PeerHandle to, Payload payload) {
    Channel channel = to.channel();
    PayloadType type = channel.mailbox().type(payload);
    int bytes = type.bytes(payload);
    traffic.count(bytes);
    double now = now();
    double arrives = arrival(channel.link().arrival(bytes, now));
    if (!tracer.idle()) {
      tracer.tell(moment, round(), from, to.agent(), label, type, payload, now, arrives);
    }
    if (arrives <= heardBy()) {
      channel.mailbox().deliver(payload, now);
    } else if (Double.isNaN(arrives)) {
      traffic.lose();
    } else {
      channel.keep(payload, now, arrives);
    }
  }

  /** The time in seconds since the episode's start. */
  abstract double now();

  /** The present round of an exchange. */
  abstract int round();

  /** When a message is heard that a link brings at a time; NaN stays so. */
  abstract double arrival(double brought);

  /** A time up to which whatever arrives counts as there already. */
  abstract double heardBy();
}
