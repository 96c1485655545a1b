package powergrid.testkit.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The units that are written, and the ends of names that say which one it is. */
final class Units {
  private static final List<String> SYMBOLS =
      List.of(
          "MVArh", "kVArh", "VArh", "MVAr", "kVAr", "VAr", "MVA", "kVA", "VA", "GWh", "MWh", "kWh",
          "Wh", "GW", "MW", "kW", "W", "kV", "V", "kA", "A", "Hz", "pu", "USD", "min", "ms", "h",
          "s", "d", "°C", "°", "K", "%", "km", "mm", "m", "kg", "g", "t", "GJ", "MJ", "kJ", "J",
          "bar", "Ω", "ohm", "1");
  private static final Pattern UNIT = pattern();
  private static final Map<String, String> ENDS = ends();

  /** The C of what there is for each phase is no temperature. */
  private static final Pattern OF_PHASE_C = Pattern.compile(".*(?:[tT]ap|[sS]tep|[pP]hase)C");

  private Units() {}

  private static Pattern pattern() {
    String symbol = "(?:" + String.join("|", SYMBOLS) + ")";
    // a power ends its symbol, so that what follows needs no dot: USD/MW²h
    String product = symbol + "(?:[²³]" + symbol + "|[²³]|·" + symbol + ")*";
    return Pattern.compile("(?:" + product + "(?:/" + product + ")?)?");
  }

  private static Map<String, String> ends() {
    Map<String, String> ends = new LinkedHashMap<>();
    ends.put("Mwh", "MWh");
    ends.put("Mvar", "MVAr");
    ends.put("Mva", "MVA");
    ends.put("Mw", "MW");
    ends.put("Kw", "kW");
    ends.put("Kwh", "kWh");
    ends.put("Pu", "pu");
    ends.put("Usd", "USD");
    ends.put("Hours", "h");
    ends.put("Minutes", "min");
    ends.put("Kg", "kg");
    ends.put("C", "°C");
    return ends;
  }

  /** What is wrong with a name and its unit; empty where nothing is. */
  static String wrong(String name, String unit) {
    if (!UNIT.matcher(unit).matches()) {
      return name + " is in '" + unit + "', which is no unit known: write MW, MWh, USD/MWh, h, …";
    }
    for (Map.Entry<String, String> end : ENDS.entrySet()) {
      if (ends(name, end.getKey()) && !agrees(name, end, unit)) {
        return name + " is in '" + unit + "', but its name says " + end.getValue();
      }
    }
    return "";
  }

  /** A name ends in a unit where a word ends before it: not the C of DC. */
  private static boolean ends(String name, String end) {
    int before = name.length() - end.length() - 1;
    return !OF_PHASE_C.matcher(name).matches()
        && name.endsWith(end)
        && before >= 0
        && !Character.isUpperCase(name.charAt(before));
  }

  private static boolean agrees(String name, Map.Entry<String, String> end, String unit) {
    return name.endsWith("Per" + end.getKey())
        ? unit.endsWith("/" + end.getValue())
        : unit.equals(end.getValue());
  }
}
