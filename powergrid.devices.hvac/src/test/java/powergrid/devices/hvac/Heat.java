package powergrid.devices.hvac;

import powergrid.testkit.contract.Balance;
import powergrid.testkit.contract.Readings;

/** The heat in a building against its equations. */
final class Heat {
  private Heat() {}

  /** Of a building without an aperture. */
  static Balance balance(HvacSettings settings) {
    return (before, step, after) -> {
      double outdoor = before.series("temperature");
      double consumed = -step.pMw();
      double factor = settings.heatingCop();
      if (settings.mode() == HvacSettings.Mode.AUTO) {
        double[] alone =
            new RungeKutta(settings, outdoor, settings.internalGainMw())
                .after(
                    step.hours(),
                    before.state("thermal.indoorC"),
                    before.state("thermal.envelopeC"));
        boolean heats = alone[0] < (settings.minC() + settings.maxC()) / 2;
        factor = heats ? settings.heatingCop() : -settings.coolingCop();
      }
      double[] expected =
          new RungeKutta(settings, outdoor, settings.internalGainMw() + factor * consumed)
              .after(
                  step.hours(), before.state("thermal.indoorC"), before.state("thermal.envelopeC"));
      return stored(settings, after)
          - settings.airMwhPerK() * expected[0]
          - settings.envelopeMwhPerK() * expected[1];
    };
  }

  private static double stored(HvacSettings settings, Readings at) {
    return settings.airMwhPerK() * at.state("thermal.indoorC")
        + settings.envelopeMwhPerK() * at.state("thermal.envelopeC");
  }
}
