package powergrid.api.network;

import java.util.Optional;

/**
 * A step-voltage regulator of type B: the to side's voltage without current is the from side's
 * times (1 + step · tap), a tap a phase. Its series impedance is at its from side, whatever the
 * tap.
 *
 * @param id unique among the branches
 * @param from a bus
 * @param to a bus
 * @param phases it regulates
 * @param step change of voltage a tap, pu; usually 0.00625
 * @param maxTap taps each way; usually 16
 * @param taps initial positions, whole numbers from −maxTap to maxTap
 * @param rOhm series resistance by phase, Ω, at its from side; usually neglected
 * @param xOhm series reactance by phase, Ω, at its from side; usually neglected
 * @param control what moves its taps, if anything does
 */
public record Regulator(
    String id,
    String from,
    String to,
    Phases phases,
    double step,
    int maxTap,
    PhaseValues taps,
    PhaseValues rOhm,
    PhaseValues xOhm,
    Optional<RegulatorControl> control)
    implements Branch {
  /** Checks that the relay that moves all phases is on one of them. */
  public Regulator {
    int gang = control.isPresent() ? control.get().gangPhase() : -1;
    if (gang >= 0 && !phases.has(gang)) {
      throw new IllegalArgumentException(
          "regulator "
              + id
              + " is ganged on phase "
              + "abc".charAt(gang)
              + ", but has phases "
              + phases);
    }
  }

  /**
   * A regulator without impedance whose taps nothing moves.
   *
   * @param id unique among the branches
   * @param from a bus
   * @param to a bus
   * @param phases it regulates
   * @param step change of voltage a tap, pu; usually 0.00625
   * @param maxTap taps each way; usually 16
   * @param taps initial positions, whole numbers from −maxTap to maxTap
   */
  public Regulator(
      String id, String from, String to, Phases phases, double step, int maxTap, PhaseValues taps) {
    this(
        id,
        from,
        to,
        phases,
        step,
        maxTap,
        taps,
        PhaseValues.ZERO,
        PhaseValues.ZERO,
        Optional.empty());
  }

  @Override
  public double ratingA() {
    return Double.NaN;
  }

  @Override
  public Regulator renamed(String p) {
    return new Regulator(p + id, p + from, p + to, phases, step, maxTap, taps, rOhm, xOhm, control);
  }
}
