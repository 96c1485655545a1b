package powergrid.networks.balanced;

import powergrid.api.network.SymmetricMatrix;

/**
 * What a line is to one sequence, whole length: a π section.
 *
 * @param rOhm series resistance, Ω
 * @param xOhm series reactance, Ω
 * @param bSiemens shunt susceptance, S
 */
public record Section(double rOhm, double xOhm, double bSiemens) {
  /** Zero- over positive-sequence series impedance where only the latter is known. */
  static final double IMPEDANCE_RATIO = 3;

  /** Zero- over positive-sequence susceptance where only the latter is known. */
  static final double SUSCEPTANCE_RATIO = 0.5;

  /** Says what {@link #assumedZero} takes for granted. */
  static final String ASSUMPTION =
      "lines without zero-sequence data: r0 = 3 r1, x0 = 3 x1, b0 = 0.5 b1, which is near"
          + " OpenDSS's default line (3.1, 3.4, 0.47)";

  /** The zero-sequence section that a line with this positive-sequence one is taken to have. */
  Section assumedZero() {
    return new Section(
        IMPEDANCE_RATIO * rOhm, IMPEDANCE_RATIO * xOhm, SUSCEPTANCE_RATIO * bSiemens);
  }

  /**
   * A transposed line's matrix by symmetrical components (C. L. Fortescue 1918): its sequence
   * values are its eigenvalues, self + 2 mutual for zero and self − mutual for positive sequence.
   *
   * @param positive to positive and negative sequence
   * @param zero to zero sequence
   * @return equal self and equal mutual values
   */
  static SymmetricMatrix transposed(double positive, double zero) {
    double self = (zero + 2 * positive) / 3;
    double mutual = (zero - positive) / 3;
    return new SymmetricMatrix(self, mutual, mutual, self, mutual, self);
  }
}
