package powergrid.api.environment;

import java.time.LocalDateTime;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Flexibility;

/** What happened in a step, to everybody: for rewards, metrics and recorders, never for agents. */
@ProviderType
public interface StepView {
  /**
   * Everybody.
   *
   * @return as {@link Environment#agents()}, their action spaces in physical units
   */
  List<? extends Agent> agents();

  /**
   * When the episode's first step begins: the day that the seed drew.
   *
   * @return local standard time
   */
  LocalDateTime start();

  /**
   * How many steps of the episode have been taken.
   *
   * @return 0 after a reset
   */
  int step();

  /**
   * Length of the step.
   *
   * @return hours
   */
  double hours();

  /**
   * An agent's cost in the step; a parent's includes its children's.
   *
   * @param agent its index
   * @return USD
   */
  double cost(int agent);

  /**
   * An agent's breaches of safety limits in the step; a parent's includes its children's.
   *
   * @param agent its index
   * @return per unit × hours
   */
  double violation(int agent);

  /**
   * An agent's realised power; a parent's is its children's together.
   *
   * @param agent its index
   * @return MW injected
   */
  double netMw(int agent);

  /**
   * Energy that an agent had available and did not use; a parent's includes its children's.
   *
   * @param agent its index
   * @return MWh
   */
  double curtailedMwh(int agent);

  /**
   * Energy that an agent had available: what it injected and what it curtailed, of devices that
   * book what they curtail; a parent's includes its children's.
   *
   * @param agent its index
   * @return MWh; 0 for devices that never curtail
   */
  double availableMwh(int agent);

  /**
   * Power that a microgrid takes through the tie by which it is attached to a feeder.
   *
   * @param agent its index
   * @return MW, negative while it feeds back, 0 in a blackout; NaN for an agent without a tie
   */
  double tieMw(int agent);

  /**
   * The power that was last asked of an agent in the step.
   *
   * @param agent its index
   * @return MW injected; NaN where none was
   */
  double requestedMw(int agent);

  /**
   * How far the power that protocols asked of an agent is from what its own decision stood for.
   *
   * @param agent its index
   * @return MW, not negative; 0 for an agent that does not decide, of which nothing was asked, or
   *     whose action stands for no power
   */
  double overrideMw(int agent);

  /**
   * What an agent's caller or policy chose, minus what its action space took of it, in magnitude.
   *
   * @param agent its index
   * @return mean over its axes, in their own units
   */
  double clamped(int agent);

  /**
   * The newest values of a device's state variables, and of what is measured of every device:
   * {@code electrical.pMw}, {@code qMvar}, {@code voltagePu}, the same by phase and {@code
   * electrical.currentA.a} and so on, {@code economics.costUsd}, {@code economics.revenueUsd}.
   *
   * @param agent its index
   * @param name of the variable, e.g. {@code storage.soc}
   * @return NaN where it has none of that name
   */
  double state(int agent, String name);

  /**
   * The present value of a series.
   *
   * @param name e.g. {@code price}
   * @return that of the last step's interval; NaN where there is no such series
   */
  double series(String name);

  /**
   * The networks.
   *
   * @return one or more
   */
  List<? extends FeederView> feeders();

  /**
   * What a microgrid sold by contracts for the step, minus what it bought.
   *
   * @param agent its index
   * @return MW
   */
  double contractedMw(int agent);

  /**
   * The contracts made for the step.
   *
   * @return in the order in which they were registered; valid until the next step
   */
  List<Contract> contracts();

  /**
   * What a device could have done in the step, at what price, as it offered it if anybody asked.
   *
   * @param agent its index
   * @return valid until the next step; null for what is no device
   */
  Flexibility offered(int agent);

  /**
   * Rounds that peers took in the step.
   *
   * @return 0 where they do not coordinate
   */
  int rounds();

  /**
   * Whether peers came to an end of themselves rather than by their protocol's greatest number of
   * rounds or the end of the coordination window.
   *
   * @return true also where they do not coordinate
   */
  boolean agreed();

  /**
   * Messages sent in the step.
   *
   * @return a count of addressees
   */
  long messages();

  /**
   * Bytes sent in the step.
   *
   * @return a sum over addressees
   */
  long bytes();

  /**
   * Messages sent in the step that never arrive.
   *
   * @return a count of addressees
   */
  long messagesLost();
}
