package powergrid.engine.description;

import powergrid.api.device.CapacitorBreaker;

/** The switch of a capacitor of 0.1 MVAr; it stays off. */
final class ShowroomBreaker implements CapacitorBreaker {
  @Override
  public double mvar() {
    return 0.1;
  }

  @Override
  public boolean on() {
    return false;
  }

  @Override
  public void on(boolean on) {
    // nothing is fed in here
  }
}
