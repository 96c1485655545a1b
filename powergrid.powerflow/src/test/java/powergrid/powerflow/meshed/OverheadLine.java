package powergrid.powerflow.meshed;

import powergrid.api.network.Line;
import powergrid.api.network.Phases;
import powergrid.api.network.SymmetricMatrix;

/**
 * The four-wire line of the IEEE 4-bus cases by Carson's equations, without their correction terms,
 * and by its potential coefficients, both reduced by the grounded neutral (Kron): W. H. Kersting,
 * Distribution System Modeling and Analysis, 4.1 and 5.1. The earth's resistivity is 100 Ωm.
 */
final class OverheadLine {
  private static final double FOOT_M = 0.3048;
  private static final double MILE_M = 1609.344;
  private static final double INCH_M = 0.0254;
  private static final double OMEGA = 2 * Math.PI * 60;
  private static final double MU_0 = 4e-7 * Math.PI;
  private static final double EPSILON_0 = 8.854187817e-12;

  /** Depth of the return path, 658.5 √(ρ/f) m. */
  private static final double DEPTH_M = 658.5 * Math.sqrt(100.0 / 60);

  // phases a, b, c, and the neutral
  private static final double[] X_FT = {-4, -1.5, 3, 0};
  private static final double[] HEIGHT_FT = {28, 28, 28, 24};
  private static final double[] OHM_A_MILE = {0.306, 0.306, 0.306, 0.592};
  private static final double[] GMR_FT = {0.0244, 0.0244, 0.0244, 0.00814};
  private static final double[] DIAMETER_IN = {0.721, 0.721, 0.721, 0.563};

  private OverheadLine() {}

  static Line of(String id, String from, String to, double feet) {
    double metres = feet * FOOT_M;
    double[] zRe = new double[16];
    double[] zIm = new double[16];
    double[] potential = new double[16];
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        double dx = (X_FT[i] - X_FT[j]) * FOOT_M;
        double apart = Math.hypot(dx, (HEIGHT_FT[i] - HEIGHT_FT[j]) * FOOT_M);
        double toImage = Math.hypot(dx, (HEIGHT_FT[i] + HEIGHT_FT[j]) * FOOT_M);
        double reach = i == j ? GMR_FT[i] * FOOT_M : apart;
        double radius = i == j ? DIAMETER_IN[i] / 2 * INCH_M : apart;
        zRe[4 * i + j] = OMEGA * MU_0 / 8 + (i == j ? OHM_A_MILE[i] / MILE_M : 0);
        zIm[4 * i + j] = OMEGA * MU_0 / (2 * Math.PI) * Math.log(DEPTH_M / reach);
        potential[4 * i + j] = Math.log(toImage / radius) / (2 * Math.PI * EPSILON_0);
      }
    }
    Complex3.eliminate(zRe, zIm, 4, 3);
    double[] none = new double[16];
    Complex3.eliminate(potential, none, 4, 3);
    double[] capacitance = phases(potential, 1);
    Complex3.invert(capacitance, new double[9], 3, new double[9], new double[9]);
    return new Line(
        id,
        from,
        to,
        Phases.ABC,
        metres / 1000,
        matrix(phases(zRe, metres)),
        matrix(phases(zIm, metres)),
        matrix(capacitance).times(OMEGA * metres),
        Double.NaN);
  }

  private static double[] phases(double[] m, double factor) {
    double[] phases = new double[9];
    for (int i = 0; i < 9; i++) {
      phases[i] = factor * m[4 * (i / 3) + i % 3];
    }
    return phases;
  }

  private static SymmetricMatrix matrix(double[] m) {
    return new SymmetricMatrix(m[0], m[1], m[2], m[4], m[5], m[8]);
  }
}
