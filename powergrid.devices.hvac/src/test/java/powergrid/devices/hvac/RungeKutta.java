package powergrid.devices.hvac;

/** The building's equations by the classical Runge–Kutta method in many small steps. */
final class RungeKutta {
  private static final int PARTS = 400;

  private final HvacSettings s;
  private final double outdoor;
  private final double heat;

  RungeKutta(HvacSettings settings, double outdoor, double heat) {
    s = settings;
    this.outdoor = outdoor;
    this.heat = heat;
  }

  /** Air and envelope after some hours, °C. */
  double[] after(double hours, double air, double envelope) {
    double h = hours / PARTS;
    double[] x = {air, envelope};
    for (int n = 0; n < PARTS; n++) {
      double[] a = slope(x[0], x[1]);
      double[] b = slope(x[0] + h / 2 * a[0], x[1] + h / 2 * a[1]);
      double[] c = slope(x[0] + h / 2 * b[0], x[1] + h / 2 * b[1]);
      double[] d = slope(x[0] + h * c[0], x[1] + h * c[1]);
      for (int i = 0; i < 2; i++) {
        x[i] += h / 6 * (a[i] + 2 * b[i] + 2 * c[i] + d[i]);
      }
    }
    return x;
  }

  private double[] slope(double air, double envelope) {
    double between = s.airToEnvelopeMwPerK() * (envelope - air);
    return new double[] {
      (between + s.infiltrationMwPerK() * (outdoor - air) + heat) / s.airMwhPerK(),
      (s.envelopeToOutdoorMwPerK() * (outdoor - envelope) - between) / s.envelopeMwhPerK()
    };
  }
}
