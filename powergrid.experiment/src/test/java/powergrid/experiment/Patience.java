package powergrid.experiment;

import java.util.concurrent.atomic.AtomicInteger;
import powergrid.api.experiment.Progress;

/** Asks to stop when it was asked so many times before. */
final class Patience implements Progress {
  private final AtomicInteger left;

  Patience(int times) {
    left = new AtomicInteger(times);
  }

  @Override
  public void episode(int done, int total, String what) {}

  @Override
  public boolean stop() {
    return left.getAndDecrement() <= 0;
  }
}
