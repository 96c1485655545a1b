package powergrid.drawing;

import java.util.Locale;

/**
 * Colours of voltages: blue at 0.95 pu, grey at 1, red at 1.05, and no further beyond (the
 * diverging scale RdBu of C. Brewer, with a grey middle that shows on white).
 */
final class VoltageColours {
  static final double LOW_PU = 0.95;
  static final double HIGH_PU = 1.05;

  /** What is without supply. */
  static final String DARK = "#000000";

  private static final int[][] STOPS = {
    {0x21, 0x66, 0xac},
    {0x67, 0xa9, 0xcf},
    {0xa0, 0xa0, 0xa0},
    {0xef, 0x8a, 0x62},
    {0xb2, 0x18, 0x2b}
  };

  private VoltageColours() {}

  static String of(double pu) {
    if (!(pu > 0)) {
      return DARK;
    }
    double at = Math.min(1, Math.max(0, (pu - LOW_PU) / (HIGH_PU - LOW_PU))) * (STOPS.length - 1);
    int k = Math.min((int) at, STOPS.length - 2);
    StringBuilder colour = new StringBuilder("#");
    for (int c = 0; c < 3; c++) {
      double value = STOPS[k][c] + (at - k) * (STOPS[k + 1][c] - STOPS[k][c]);
      colour.append(String.format(Locale.ROOT, "%02x", Math.round(value)));
    }
    return colour.toString();
  }
}
