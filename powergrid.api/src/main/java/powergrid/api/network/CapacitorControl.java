package powergrid.api.network;

/**
 * Switches a capacitor's phases together, by what it measures.
 *
 * @param signal what it measures
 * @param branch the branch through whose from end it measures reactive power; empty for a voltage,
 *     which it measures at the capacitor's bus
 * @param phase the phase whose voltage to neutral it measures: 0 for a, 1 for b, 2 for c; of no
 *     meaning for reactive power, which is that of all phases
 * @param on where it switches on: pu, below which; or MVAr, above which
 * @param off where it switches off: pu, above which; or MVAr, below which
 * @param delaySeconds how long the signal must be beyond one of them, s
 */
public record CapacitorControl(
    Signal signal, String branch, int phase, double on, double off, double delaySeconds) {
  /** What is measured. */
  public enum Signal {
    /** Voltage to neutral, pu. */
    VOLTAGE,
    /** Reactive power through a branch, MVAr. */
    REACTIVE_POWER
  }

  /** Checks that the two thresholds are apart in the right order. */
  public CapacitorControl {
    boolean apart = signal == Signal.VOLTAGE ? on < off : on > off;
    boolean delays = delaySeconds >= 0 && delaySeconds < Double.POSITIVE_INFINITY;
    if (!apart || !delays || phase < 0 || phase > 2) {
      throw new IllegalArgumentException(
          "a capacitor control by "
              + signal
              + " on phase "
              + phase
              + " that switches on at "
              + on
              + ", off at "
              + off
              + ", after "
              + delaySeconds
              + " s; a voltage switches on below off, reactive power on above off, delays are from 0 and finite");
    }
  }

  /** The same control in a network in which every name has a prefix and capacitors are scaled. */
  CapacitorControl included(String prefix, double scale) {
    double factor = signal == Signal.VOLTAGE ? 1 : scale;
    return new CapacitorControl(
        signal,
        branch.isEmpty() ? branch : prefix + branch,
        phase,
        on * factor,
        off * factor,
        delaySeconds);
  }
}
