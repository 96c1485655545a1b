package powergrid.api.agent;

import org.osgi.annotation.versioning.ProviderType;
import powergrid.api.device.Polyline;
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
   * the last step, {@code demandMw}, the sum of both, and {@code voltagePu}, the mean voltage of
   * its devices; every agent {@code dispatchedMw}, what was injected by those below it, or itself,
   * who can be {@linkplain Agent#dispatch dispatched}; a device its own state variables by name
   * ({@code storage.soc}) and {@code pMw}, {@code qMvar}, {@code voltagePu}.
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
   * @param i index in its action space; in a horizontal protocol, in the part that this protocol
   *     added to it
   * @return the value
   */
  double action(int i);

  /**
   * Chooses a component of its action. Clamped to the space and counted; marks it as proposed.
   *
   * @param i as for {@link #action(int)}
   * @param value not NaN
   */
  void action(int i, double value);

  /**
   * The power that its present action stands for.
   *
   * @return MW injected; NaN where the action stands for none
   */
  default double intendedMw() {
    return intended(Target.POWER);
  }

  /**
   * What its present action stands for.
   *
   * @param target what
   * @return in the target's unit; NaN where the action stands for none
   */
  double intended(Target target);

  /**
   * Asks for something in this step; a later call replaces an earlier one. A device sets its action
   * as near to a power as it can; a parent's vertical protocol turns what it {@link #realises} into
   * what it tells its children.
   *
   * @param target what
   * @param value in the target's unit, finite
   */
  void request(Target target, double value);

  /**
   * Asks for an active power.
   *
   * @param pMw MW injected
   */
  default void requestMw(double pMw) {
    request(Target.POWER, pMw);
  }

  /**
   * What was asked for in this step.
   *
   * @param target what
   * @return in the target's unit; NaN where nothing was
   */
  double requested(Target target);

  /**
   * The power asked for in this step.
   *
   * @return MW injected; NaN where none was
   */
  default double requestedMw() {
    return requested(Target.POWER);
  }

  /**
   * Whether what is asked of it leads to something.
   *
   * @param target what
   * @return of a device true for power, where it can be dispatched; of a parent what its vertical
   *     protocol realises
   */
  boolean realises(Target target);

  /**
   * Sets a curve that a device follows within the solve of this step; without one it follows the
   * curve that it was configured with. A protocol sets it again in every step, by the latest
   * message that was delivered. Of use to an agent whose {@link Agent#follows} has it.
   *
   * @param characteristic which
   * @param curve by voltage in pu
   * @throws IllegalArgumentException if it follows no such curve
   */
  void follow(Characteristic characteristic, Polyline curve);

  /**
   * A value that this protocol published ({@link powergrid.api.protocol.Protocol#syncGlobalState}),
   * as of the last step.
   *
   * @param name as declared
   * @return the value; 0 until it is first published
   */
  double global(String name);

  /**
   * Its own address, e.g. for a contract that it takes part in.
   *
   * @return in a horizontal protocol; null in a vertical one
   */
  Peer me();

  /**
   * Registers a contract for this step's energy between two of its neighbours, or one and itself.
   * It binds both, whether or not they hear of it: the buyer pays the seller at once, and what
   * either {@linkplain powergrid.api.device.Settlement#contractedMw exchanges beside it} is settled
   * at its grid connection. In a horizontal protocol that says that it {@link
   * powergrid.api.protocol.HorizontalProtocol#contracts contracts}.
   *
   * @param seller who injects
   * @param buyer who takes
   * @param mw power during the whole step, more than 0
   * @param usdPerMwh what the buyer pays the seller
   * @param feeUsdPerMwh what each of the two pays, in addition, to the agent that registers it; 0
   *     for nothing
   */
  void contract(Peer seller, Peer buyer, double mw, double usdPerMwh, double feeUsdPerMwh);

  /**
   * Whether the networks would stay within their limits if a contract were carried out: a solve of
   * the state after the last step, with its power and that of all contracts of this step injected
   * by the sellers and taken by the buyers where they are connected.
   *
   * @param seller who injects
   * @param buyer who takes
   * @param mw power
   * @return false if a voltage would leave 0.95 to 1.05 pu, or a rated branch be overloaded, and
   *     was or would be so by less without it; or if there is no solution
   */
  boolean admissible(Peer seller, Peer buyer, double mw);

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
   * What it is learning, while it learns.
   *
   * @return null where it does not, or acts in another copy than the first that its learner has
   */
  Model model();

  /**
   * The numbers that this protocol remembers for this agent, in this role. Saved, restored, and
   * zero at reset.
   *
   * @return as many as the protocol's {@code memory()}
   */
  double[] memory();
}
