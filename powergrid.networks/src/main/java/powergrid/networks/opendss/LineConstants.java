package powergrid.networks.opendss;

/**
 * Impedance and capacitance of an overhead line by metre, from its geometry. Impedance with earth
 * return: J. R. Carson, Wave propagation in overhead wires with ground return, Bell System
 * Technical Journal 5, 1926, either as simplified by W. H. Kersting, Distribution System Modeling
 * and Analysis, chapter 4, with OpenDSS's constants, or by the complex depth of A. Deri, G. Tevan,
 * A. Semlyen and A. Castanheira, The complex ground return plane, IEEE Transactions on Power
 * Apparatus and Systems 100(8), 1981. Capacitance from Maxwell's potential coefficients over a
 * perfect earth. Conductors beyond the phases are grounded and eliminated.
 */
final class LineConstants {
  /** How the earth's part of an impedance is found. */
  enum Earth {
    /** Carson's first terms. */
    CARSON,
    /** Deri's complex depth. */
    DERI
  }

  private static final double MU0 = 4e-7 * Math.PI;
  private static final double EPSILON0 = 8.854e-12;

  private final double[][] r;
  private final double[][] xOhm;
  private final double[][] c;

  LineConstants(
      WireData[] wires,
      double[] x,
      double[] h,
      int phases,
      double frequency,
      double rho,
      Earth earth) {
    int n = wires.length;
    double omega = 2 * Math.PI * frequency;
    double[][] re = new double[n][n];
    double[][] im = new double[n][n];
    double[][] potential = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double apart = i == j ? wires[i].gmr() : Math.hypot(x[i] - x[j], h[i] - h[j]);
        double[] ground =
            earth == Earth.CARSON
                ? carson(omega, frequency, rho)
                : deri(h[i] + h[j], x[i] - x[j], omega, rho);
        re[i][j] = ground[0];
        im[i][j] = ground[1] - omega * MU0 / (2 * Math.PI) * StrictMath.log(apart);
        potential[i][j] =
            StrictMath.log(
                    i == j
                        ? 2 * h[i] / wires[i].capRadius()
                        : Math.hypot(x[i] - x[j], h[i] + h[j]) / apart)
                / (2 * Math.PI * EPSILON0);
      }
      re[i][i] += earth == Earth.CARSON ? wires[i].rac() : skin(wires[i].rdc(), omega);
    }
    ComplexMatrix z = new ComplexMatrix(re, im);
    ComplexMatrix farad = ComplexMatrix.real(ComplexMatrix.inverse(potential));
    for (int k = n - 1; k >= phases; k--) {
      z = z.kron(k);
      farad = farad.without(k);
    }
    r = z.realPart();
    xOhm = z.imaginaryPart();
    c = farad.realPart();
  }

  private static double[] carson(double omega, double frequency, double rho) {
    return new double[] {
      omega * MU0 / 8,
      omega * MU0 / (2 * Math.PI) * StrictMath.log(658.5 * Math.sqrt(rho / frequency))
    };
  }

  /** jωμ/2π · ln √((h_i + h_j + 2p)² + x²) with the complex depth p = 1 / √(jωμ/ρ). */
  private static double[] deri(double height, double apart, double omega, double rho) {
    double depth = 1 / Math.sqrt(2 * omega * MU0 / rho);
    double a = height + 2 * depth;
    double b = -2 * depth;
    double squareRe = a * a - b * b + apart * apart;
    double squareIm = 2 * a * b;
    double log = StrictMath.log(Math.hypot(squareRe, squareIm)) / 2;
    double angle = StrictMath.atan2(squareIm, squareRe) / 2;
    double k = omega * MU0 / (2 * Math.PI);
    return new double[] {-k * angle, k * log};
  }

  /**
   * Resistance of a round wire with its skin effect, the real part of {@code m r ρ I₀(mr) / (2
   * I₁(mr) π r²)} with {@code m r = √(jωμ / (π R))}.
   */
  private static double skin(double rdc, double omega) {
    double q = omega * MU0 / (4 * Math.PI * rdc);
    double termRe = 1;
    double termIm = 0;
    double i0Re = 0;
    double i0Im = 0;
    double i1Re = 0;
    double i1Im = 0;
    for (int k = 0; k < 60; k++) {
      i0Re += termRe;
      i0Im += termIm;
      i1Re += termRe / (k + 1);
      i1Im += termIm / (k + 1);
      double next = q / ((k + 1.0) * (k + 1.0));
      double re = -termIm * next;
      termIm = termRe * next;
      termRe = re;
    }
    return rdc * (i0Re * i1Re + i0Im * i1Im) / (i1Re * i1Re + i1Im * i1Im);
  }

  /** Series resistance, Ω/m. */
  double[][] r() {
    return r;
  }

  /** Series reactance, Ω/m. */
  double[][] x() {
    return xOhm;
  }

  /** Shunt capacitance, F/m. */
  double[][] c() {
    return c;
  }
}
