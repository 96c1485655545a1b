package powergrid.testkit;

import powergrid.api.device.CapacitorBreaker;

/** The switch of a capacitor that a test gives. */
public final class FakeBreaker implements CapacitorBreaker {
  private final double mvar;
  private boolean on;

  FakeBreaker(double mvar, boolean on) {
    this.mvar = mvar;
    this.on = on;
  }

  @Override
  public double mvar() {
    return mvar;
  }

  @Override
  public boolean on() {
    return on;
  }

  @Override
  public void on(boolean to) {
    on = to;
  }
}
