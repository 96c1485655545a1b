package powergrid.api.network;

/**
 * How a step-voltage regulator controls its taps. Its relay compares the voltage of the potential
 * transformer, less the line drop that the compensator makes of the current transformer's current,
 * {@code |V / ptRatio − (R + jX) · I / ctAmpere|}, with a band: W. H. Kersting, Distribution System
 * Modeling and Analysis, chapter 7.
 *
 * @param setVolts centre of the band, V on the relay, by phase
 * @param bandVolts width of the band, V: half of it lies on each side
 * @param ptRatio primary volts a relay volt
 * @param ctAmpere primary rating of the current transformer, A
 * @param rVolts resistance setting of the compensator, V, by phase
 * @param xVolts reactance setting of the compensator, V, by phase
 * @param delaySeconds how long the relay must see a voltage outside the band before the first move,
 *     s
 * @param moveSeconds how long each further move of the same excursion takes, s
 * @param gangPhase the phase whose relay moves all phases together, 0 to 2; −1 if each has its own
 * @param reverse what it does while power flows backwards
 */
public record RegulatorControl(
    PhaseValues setVolts,
    double bandVolts,
    double ptRatio,
    double ctAmpere,
    PhaseValues rVolts,
    PhaseValues xVolts,
    double delaySeconds,
    double moveSeconds,
    int gangPhase,
    ReverseMode reverse) {
  /** Checks the settings. */
  public RegulatorControl {
    boolean positive = bandVolts > 0 && ptRatio > 0 && ctAmpere > 0;
    boolean finite = Double.isFinite(bandVolts + ptRatio + ctAmpere + delaySeconds + moveSeconds);
    if (!(positive && finite && delaySeconds >= 0 && moveSeconds >= 0)) {
      throw new IllegalArgumentException(
          "a regulator control with band "
              + bandVolts
              + " V, ratio "
              + ptRatio
              + ", current transformer "
              + ctAmpere
              + " A and delays "
              + delaySeconds
              + " and "
              + moveSeconds
              + " s; band, ratio and rating must be above 0, delays not below 0, and all finite");
    }
    if (!Double.isFinite(setVolts.sum() + rVolts.sum() + xVolts.sum())) {
      throw new IllegalArgumentException(
          "a regulator control set to "
              + setVolts
              + " V, compensating "
              + rVolts
              + " and "
              + xVolts
              + " V; all must be finite");
    }
    if (gangPhase < -1 || gangPhase > 2) {
      throw new IllegalArgumentException(
          "a regulator control ganged on phase " + gangPhase + "; use 0, 1 or 2, or -1 for none");
    }
  }
}
