package powergrid.scenario.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A unit as written: a symbol, or one symbol per another as in {@code USD/MWh}. Symbols that are
 * not known are units of their own.
 *
 * @param base the unit of the same dimension that factors refer to
 * @param factor how many base units one is
 */
public record Unit(String base, BigDecimal factor) {
  // no milli: 'mW' is far more often a slip for MW than meant
  private static final Map<String, Integer> PREFIXES = Map.of("", 0, "k", 3, "M", 6, "G", 9);
  private static final List<String> SCALED =
      List.of("W", "Wh", "VAr", "VArh", "VA", "V", "A", "Hz");
  private static final Map<String, Unit> SYMBOLS = symbols();

  /**
   * Reads a unit.
   *
   * @param written e.g. {@code MW} or {@code USD/kWh}
   * @return the unit
   */
  public static Unit of(String written) {
    int slash = written.indexOf('/');
    if (slash < 0) {
      return symbol(written);
    }
    Unit above = symbol(written.substring(0, slash).strip());
    Unit below = symbol(written.substring(slash + 1).strip());
    return new Unit(
        above.base + "/" + below.base, above.factor.divide(below.factor, MathContext.DECIMAL128));
  }

  /**
   * Whether a symbol is one of those that are known.
   *
   * @param written a symbol or one per another
   * @return true if it is
   */
  public static boolean known(String written) {
    int slash = written.indexOf('/');
    return SYMBOLS.containsKey(slash < 0 ? written : written.substring(slash + 1).strip());
  }

  /**
   * Whether numbers can be converted.
   *
   * @param other another unit
   * @return true if both are of one dimension
   */
  public boolean converts(Unit other) {
    return base.equals(other.base);
  }

  /**
   * Converts a number.
   *
   * @param number in this unit
   * @param other a unit of the same dimension
   * @return the number in the other unit, to 34 digits
   */
  public BigDecimal convert(BigDecimal number, Unit other) {
    assert converts(other);
    return factor.compareTo(other.factor) == 0
        ? number
        : number
            .multiply(factor, MathContext.DECIMAL128)
            .divide(other.factor, MathContext.DECIMAL128);
  }

  private static Unit symbol(String written) {
    Unit unit = SYMBOLS.get(written);
    return unit == null ? new Unit(written, BigDecimal.ONE) : unit;
  }

  private static Map<String, Unit> symbols() {
    Map<String, Unit> symbols = new HashMap<>();
    for (String base : SCALED) {
      PREFIXES.forEach(
          (prefix, power) -> {
            Unit unit = new Unit(base, BigDecimal.ONE.scaleByPowerOfTen(power));
            symbols.put(prefix + base, unit);
            // also written so
            symbols.put(prefix + base.replace("VAr", "var"), unit);
            symbols.put(prefix + base.replace("VAr", "VAR"), unit);
            symbols.put(prefix + base.replace("VAr", "Var"), unit);
          });
    }
    symbols.put("ms", new Unit("s", new BigDecimal("0.001")));
    symbols.put("s", new Unit("s", BigDecimal.ONE));
    symbols.put("min", new Unit("s", new BigDecimal(60)));
    symbols.put("h", new Unit("s", new BigDecimal(3600)));
    symbols.put("d", new Unit("s", new BigDecimal(86400)));
    symbols.put("m", new Unit("m", BigDecimal.ONE));
    symbols.put("km", new Unit("m", new BigDecimal(1000)));
    return Map.copyOf(symbols);
  }
}
