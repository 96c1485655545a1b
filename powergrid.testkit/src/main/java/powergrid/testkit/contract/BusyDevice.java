package powergrid.testkit.contract;

import powergrid.api.agent.Flexibility;
import powergrid.testkit.DeviceHarness;

/** A device that is asked for all it can be asked, those in a blackout or of an island among it. */
final class BusyDevice {
  private static final int DECISIONS = 64;

  private final DeviceHarness device;
  private final double[][] decisions = new double[DECISIONS][];

  BusyDevice(DeviceHarness device) {
    this.device = device;
    device.realise(new RandomFlow(device, 3, true));
    RandomActions actions = new RandomActions(3);
    for (int i = 0; i < DECISIONS; i++) {
      actions.choose(device);
      decisions[i] = device.actions().values().clone();
    }
  }

  /** Takes steps, without allocating anything itself; the bytes that they may allocate: none. */
  long run(int steps) {
    for (int t = 0; t < steps; t++) {
      double[] decision = decisions[t % DECISIONS];
      System.arraycopy(decision, 0, device.actions().values(), 0, decision.length);
      Flexibility offer = device.offer();
      if (t % 2 == 0) {
        device.request(offer.minMw() + t % 7 / 6.0 * (offer.maxMw() - offer.minMw()));
      }
      device.intendedMw();
      device.step();
    }
    return 0;
  }
}
