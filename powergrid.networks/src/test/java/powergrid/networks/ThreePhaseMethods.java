package powergrid.networks;

import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import powergrid.api.powerflow.PowerFlow;
import powergrid.powerflow.meshed.CurrentInjection;
import powergrid.powerflow.sweep.RadialSweep;

/** The methods that solve unbalanced feeders. */
final class ThreePhaseMethods {
  private ThreePhaseMethods() {}

  static Stream<Named<PowerFlow>> all() {
    return Stream.of(
        Named.of("radial sweep", new RadialSweep()),
        Named.of("current injection", new CurrentInjection()));
  }
}
