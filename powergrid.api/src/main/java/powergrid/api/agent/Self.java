package powergrid.api.agent;

import org.osgi.annotation.versioning.ProviderType;
import powergrid.api.message.Payload;
import powergrid.api.random.RandomStream;

/**
 * An agent seen by itself: all that a protocol or a policy gets to see. Valid during the call that
 * it is passed to; used outside that turn, it throws an {@link IllegalStateException}.
 */
@ProviderType
public interface Self {
  /**
   * Its public face.
   *
   * @return the agent
   */
  Agent agent();

  /**
   * The length of the present step.
   *
   * @return hours
   */
  double hours();

  /**
   * A stream of its own, saved and restored with the environment.
   *
   * @return the stream
   */
  RandomStream random();

  /**
   * One of its own readings. Every agent reads the series of the scenario as far as it may know
   * them ({@code price}, {@code load}, {@code irradiance}, …: the present interval's value where
   * {@code known} is {@code ahead} or {@code now}, else the last one's); a grid agent also {@code
   * netMw}, what its devices injected, {@code importMw}, what its network drew from its source in
   * the last step; a device its own state variables by name ({@code storage.soc}) and {@code pMw},
   * {@code qMvar}, {@code voltagePu}.
   *
   * @param name of the reading
   * @return its value; NaN before the first step where it comes from a step
   * @throws IllegalArgumentException if there is no such reading, naming those there are
   */
  double read(String name);

  /**
   * A known value of a series some intervals ahead.
   *
   * @param name of the series
   * @param intervals 0 for the present one
   * @return the value; NaN where it is not known that far ahead
   */
  double ahead(String name, int intervals);

  /**
   * What is known or forecast of a series some intervals ahead: the known value where there is one,
   * else the forecast that the scenario asks for.
   *
   * @param name of the series
   * @param intervals 0 for the present one
   * @return the value; NaN where there is neither
   */
  double forecast(String name, int intervals);

  /**
   * Its flexibility in the present step: a device's offer; a parent's is fixed at the power of its
   * devices in the last step.
   *
   * @return valid until the next step
   */
  Flexibility flexibility();

  /**
   * Whether a caller, a policy or a protocol has chosen its action in this step.
   *
   * @return false while it holds
   */
  boolean proposed();

  /**
   * A component of its present action.
   *
   * @param i index in its action space
   * @return the value
   */
  double action(int i);

  /**
   * Chooses a component of its action. Clamped to the space and counted; marks it as proposed.
   *
   * @param i index in its action space
   * @param value not NaN
   */
  void action(int i, double value);

  /**
   * The power that its present action stands for.
   *
   * @return MW injected; NaN where the action stands for none
   */
  double intendedMw();

  /**
   * Asks for an active power. A device sets its action as near to it as it can.
   *
   * @param pMw MW injected
   */
  void requestMw(double pMw);

  /**
   * The power asked for in this step.
   *
   * @return MW injected; NaN where none was
   */
  double requestedMw();

  /**
   * Its parent's address.
   *
   * @return null at the top
   */
  Peer parent();

  /**
   * How many children it has.
   *
   * @return 0 for a device
   */
  int children();

  /**
   * A child's address.
   *
   * @param k 0 to children − 1
   * @return the address
   */
  Peer child(int k);

  /**
   * Sends a message. It is counted, travels the relation's channel and can be read where it
   * arrives, by {@link #latest}.
   *
   * @param to the addressee
   * @param payload of a type that the protocol declares
   */
  void send(Peer to, Payload payload);

  /**
   * Sends the same payload to every child, as a message each.
   *
   * @param payload of a type that the protocol declares
   */
  void sendToChildren(Payload payload);

  /**
   * How many peers it can talk with, by the topology of the channel. In a horizontal protocol only.
   *
   * @return 0 in a vertical protocol
   */
  int neighbours();

  /**
   * A neighbour's address.
   *
   * @param k 0 to neighbours − 1, in the scenario's order
   * @return the address
   */
  Peer neighbour(int k);

  /**
   * Sends the same payload to every neighbour, as a message each.
   *
   * @param payload of a type that the protocol declares
   */
  void sendToNeighbours(Payload payload);

  /**
   * The present round of an exchange.
   *
   * @return 0 for the first, and in a vertical protocol
   */
  int round();

  /** Votes to end the exchange. When all participants do so in a round, it is the last one. */
  void settled();

  /**
   * The newest payload of a type that was delivered from somebody, however old.
   *
   * @param <P> the type
   * @param type the payload's class
   * @param from the sender
   * @return null if there was none in this episode
   */
  <P extends Payload> P latest(Class<P> type, Peer from);

  /**
   * The numbers that this protocol remembers for this agent, in this role. Saved, restored, and
   * zero at reset.
   *
   * @return as many as the protocol's {@code memory()}
   */
  double[] memory();
}
