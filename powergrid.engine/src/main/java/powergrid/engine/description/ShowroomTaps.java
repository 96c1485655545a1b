package powergrid.engine.description;

import powergrid.api.device.RegulatorTaps;
import powergrid.api.network.Phases;

/** A three-phase regulator of 16 taps of 5/8 % either way, the usual ones; it never moves. */
final class ShowroomTaps implements RegulatorTaps {
  @Override
  public Phases phases() {
    return Phases.ABC;
  }

  @Override
  public int greatest() {
    return 16;
  }

  @Override
  public double step() {
    return 0.00625;
  }

  @Override
  public int tap(int phase) {
    return 0;
  }

  @Override
  public void tap(int phase, int tap) {
    // nothing is regulated here
  }
}
