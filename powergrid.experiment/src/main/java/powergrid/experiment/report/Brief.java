package powergrid.experiment.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as people read them. */
final class Brief {
  private static final int DIGITS = 4;

  private Brief() {}

  /** How many decimals show four digits of the greatest of some numbers; none of whole ones. */
  static int decimals(double... values) {
    double greatest = 0;
    boolean whole = true;
    for (double value : values) {
      greatest = Double.isFinite(value) ? Math.max(greatest, Math.abs(value)) : greatest;
      whole &= !Double.isFinite(value) || value == Math.rint(value);
    }
    return whole ? 0 : Math.max(0, DIGITS - 1 - (int) Math.floor(Math.log10(greatest) + 1e-12));
  }

  static String of(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    // a minus sign as wide as a plus, and none before nothing
    return (rounded.signum() < 0 ? "−" : "") + rounded.abs().toPlainString();
  }

  /** A p-value: three decimals, and none that looks like 0. */
  static String probability(double p) {
    return p < 0.0005 ? "< 0.001" : of(p, 3);
  }
}
