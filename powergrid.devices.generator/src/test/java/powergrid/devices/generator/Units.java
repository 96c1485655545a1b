package powergrid.devices.generator;

import java.time.Duration;
import powergrid.testkit.Configured;
import powergrid.testkit.DeviceHarness;

/** Generators for tests. */
final class Units {
  private Units() {}

  /** Settings of a unit that follows its set point. */
  static Configured<GeneratorSettings> of(double pMaxMw) {
    return Configured.of(GeneratorSettings.class)
        .with("pMaxMw", pMaxMw)
        .with("commitment", GeneratorSettings.Commitment.IMPLIED);
  }

  /** Settings of a unit that is committed by an action, with minimum times in hours. */
  static Configured<GeneratorSettings> committed(double pMaxMw, int upHours, int downHours) {
    return of(pMaxMw)
        .with("commitment", GeneratorSettings.Commitment.ACTION)
        .with("minUpTime", Duration.ofHours(upHours))
        .with("minDownTime", Duration.ofHours(downHours));
  }

  static DeviceHarness start(Configured<GeneratorSettings> settings) {
    return DeviceHarness.of(new GeneratorFactory(), settings.build()).start();
  }
}
