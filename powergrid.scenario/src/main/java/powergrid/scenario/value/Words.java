package powergrid.scenario.value;

import java.util.Collection;
import powergrid.api.scenario.Setting;

/** How messages put values. */
public final class Words {
  private static final int LONGEST = 60;

  private Words() {}

  /**
   * A text in quotes, on one line and not too long.
   *
   * @param text as written
   * @return for a message
   */
  public static String quote(String text) {
    String line = text.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
    return "'" + (line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…") + "'";
  }

  /**
   * A number without a needless fraction.
   *
   * @param number any
   * @return for a message
   */
  public static String number(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  /**
   * Names in a row.
   *
   * @param names any number
   * @return separated by commas; the first ones only where there are many
   */
  public static String list(Collection<String> names) {
    int most = 20;
    String row = String.join(", ", names.stream().limit(most).toList());
    return names.size() > most ? row + ", …" : row;
  }

  /**
   * That a value is not of the right shape.
   *
   * @param given the value
   * @param expected what to write, with an article
   * @return a message
   */
  public static String wrongShape(Setting given, String expected) {
    String what = "no value is given";
    if (given instanceof Setting.Sequence) {
      what = "a list is given";
    } else if (given instanceof Setting.Mapping) {
      what = "fields are given";
    } else if (given instanceof Setting.Scalar scalar && !nothing(scalar)) {
      what = quote(scalar.text()) + " is given";
    }
    return what + "; write " + expected;
  }

  /**
   * Whether a scalar is YAML's null.
   *
   * @param scalar a value
   * @return true if it is
   */
  public static boolean nothing(Setting.Scalar scalar) {
    return !scalar.quoted() && scalar.text().isEmpty();
  }
}
