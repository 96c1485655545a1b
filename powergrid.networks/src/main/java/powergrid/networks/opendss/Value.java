package powergrid.networks.opendss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import powergrid.api.plugin.ConfigurationException;

/**
 * What a script assigns to a property or an option.
 *
 * @param text without its quotes
 * @param quoted whether it was in quotes or brackets: a number in them is in-line mathematics
 * @param subject what it is assigned to, for messages
 * @param origin where
 */
record Value(String text, boolean quoted, String subject, Origin origin) {
  /** That it is wrong. */
  ConfigurationException wrong(String right) {
    return origin.error(subject + " is '" + Origin.shown(text) + "': " + right);
  }

  /** In lower case, as OpenDSS compares names. */
  String name() {
    String name = text.strip().toLowerCase(Locale.ROOT);
    if (name.isEmpty() || name.length() > 255) {
      throw wrong("give a name of 1 to 255 characters");
    }
    return name;
  }

  double number() {
    double number =
        quoted
            ? InlineMath.evaluate(list().stream().map(Value::text).toList())
            : InlineMath.number(text);
    if (!(Math.abs(number) < 1e30)) {
      throw wrong("give a number" + (quoted ? " or in-line mathematics such as (8 1000 /)" : ""));
    }
    return number;
  }

  double above(double least) {
    double number = number();
    if (!(number > least)) {
      throw wrong("give a number above " + least);
    }
    return number;
  }

  double atLeast(double least) {
    double number = number();
    if (!(number >= least)) {
      throw wrong("give a number not below " + least);
    }
    return number;
  }

  int whole(int least, int greatest) {
    double number = number();
    if (number != Math.rint(number) || number < least || number > greatest) {
      throw wrong("give a whole number from " + least + " to " + greatest);
    }
    return (int) number;
  }

  boolean yes() {
    char first = text.isBlank() ? ' ' : name().charAt(0);
    if ("ynft".indexOf(first) < 0) {
      throw wrong("give yes or no");
    }
    return first == 'y' || first == 't';
  }

  /** One of some words, of which it may be the beginning. */
  String oneOf(String... words) {
    for (String word : words) {
      if (word.equals(name())) {
        return word;
      }
    }
    for (String word : words) {
      if (word.startsWith(name())) {
        return word;
      }
    }
    throw wrong("give one of " + String.join(", ", words));
  }

  /** Its parts. */
  List<Value> list() {
    List<Value> parts = new ArrayList<>();
    for (Word word : Word.of(text, origin)) {
      if (word.name() != null) {
        throw wrong("give a list of values such as [1 2]");
      }
      parts.add(new Value(word.text(), word.quoted(), subject, origin));
    }
    return parts;
  }

  double[] numbers() {
    return list().stream().mapToDouble(Value::number).toArray();
  }

  /** A symmetric matrix by its rows, whole or as its lower triangle. */
  double[][] symmetric(int order) {
    String[] rows = text.split("\\|", -1);
    String right = "give a symmetric matrix of order " + order + " such as [1 | 0 1]";
    if (rows.length != order) {
      throw wrong(right + "; this one has " + rows.length + " rows");
    }
    double[][] m = new double[order][];
    for (int i = 0; i < order; i++) {
      m[i] = new Value(rows[i], true, subject, origin).numbers();
    }
    boolean whole = m[0].length == order;
    for (int i = 0; i < order; i++) {
      if (m[i].length != (whole ? order : i + 1)) {
        throw wrong(right + "; its row " + (i + 1) + " has " + m[i].length + " entries");
      }
      m[i] = Arrays.copyOf(m[i], order);
      for (int j = 0; j < i; j++) {
        if (whole && Math.abs(m[j][i] - m[i][j]) > 1e-6 * Math.abs(m[i][i])) {
          throw wrong(right + "; entries " + (i + 1) + "," + (j + 1) + " and its mirror differ");
        }
        m[j][i] = m[i][j];
      }
    }
    return m;
  }
}
