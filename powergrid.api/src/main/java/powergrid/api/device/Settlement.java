package powergrid.api.device;

import org.osgi.annotation.versioning.ProviderType;

/** What really happened at a device in a step, and the book it writes the consequences to. */
@ProviderType
public interface Settlement {
  /**
   * Length of the step.
   *
   * @return hours
   */
  double hours();

  /**
   * Realised active power.
   *
   * @return MW injected, all phases together; 0 in a blackout
   */
  double pMw();

  /**
   * Realised reactive power.
   *
   * @return MVAr injected, all phases together; 0 in a blackout
   */
  double qMvar();

  /**
   * Mean voltage magnitude over the terminal's phases: line to neutral, or line to line (in per
   * unit of the line-to-line base) for delta.
   *
   * @return pu; 0 in a blackout
   */
  double voltagePu();

  /**
   * Realised active power of a phase. What is line to line goes by its first phase: 0 for a–b, 1
   * for b–c, 2 for c–a.
   *
   * @param phase 0, 1 or 2
   * @return MW injected; 0 where the device is not connected to it
   */
  double pMw(int phase);

  /**
   * Realised reactive power of a phase.
   *
   * @param phase as in {@link #pMw(int)}
   * @return MVAr injected; 0 where the device is not connected to it
   */
  double qMvar(int phase);

  /**
   * Voltage magnitude of a phase.
   *
   * @param phase as in {@link #pMw(int)}
   * @return pu; 0 where the device is not connected to it, and without supply
   */
  double voltagePu(int phase);

  /**
   * Whether the device formed its island's voltage, alone or with others: its power is then what
   * the island took.
   *
   * @return false for a device that is not grid-forming, and while the grid supplies it
   */
  boolean formedGrid();

  /**
   * Whether the network had no solution and its load went unserved.
   *
   * @return true in a blackout
   */
  boolean blackout();

  /**
   * What the device's microgrid has sold by contracts for this step, minus what it has bought: of
   * the metered exchange, what a grid connection has nothing to settle for. Without what an
   * operator trades with microgrids attached to its network: that crosses their meters, not its
   * own.
   *
   * @return MW; 0 without contracts
   */
  double contractedMw();

  /**
   * Books what the device's microgrid pays to whoever supplies it: a cost to the one and revenue to
   * the other, where that is an agent too, as an operator is to the microgrids attached to its
   * network. Where it is not, a cost like any other.
   *
   * @param usd USD; negative for what is paid the other way
   */
  void bill(double usd);

  /**
   * Books a cost.
   *
   * @param usd USD; negative for revenue
   */
  void cost(double usd);

  /**
   * Books a breach of a safety limit, apart from cost.
   *
   * @param severity per unit of the limit × hours
   */
  void violation(double severity);

  /**
   * Books energy that was available and not used. A device that can curtail books it in every step,
   * 0 too: what it injects then counts as available energy that it used.
   *
   * @param mwh MWh
   */
  void curtailed(double mwh);
}
