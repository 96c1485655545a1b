package powergrid.testkit;

import powergrid.api.device.RegulatorTaps;
import powergrid.api.network.Phases;

/** The taps of a regulator that a test gives: 0.00625 pu a tap. */
public final class FakeTaps implements RegulatorTaps {
  private static final double STEP = 0.00625;

  private final Phases phases;
  private final int greatest;
  private final int[] taps = new int[3];

  FakeTaps(Phases phases, int greatest) {
    this.phases = phases;
    this.greatest = greatest;
  }

  void sameAs(FakeTaps other) {
    System.arraycopy(other.taps, 0, taps, 0, taps.length);
  }

  /** Where they stand, to be gone back to. */
  FakeTaps copy() {
    FakeTaps copy = new FakeTaps(phases, greatest);
    copy.sameAs(this);
    return copy;
  }

  @Override
  public Phases phases() {
    return phases;
  }

  @Override
  public int greatest() {
    return greatest;
  }

  @Override
  public double step() {
    return STEP;
  }

  @Override
  public int tap(int phase) {
    return taps[phase];
  }

  @Override
  public void tap(int phase, int tap) {
    if (!phases.has(phase)) {
      throw new AssertionError("moves the tap of phase " + phase + ", which is not regulated");
    }
    taps[phase] = Math.max(-greatest, Math.min(greatest, tap));
  }
}
