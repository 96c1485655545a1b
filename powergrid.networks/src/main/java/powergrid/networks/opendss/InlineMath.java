package powergrid.networks.opendss;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * OpenDSS's in-line mathematics: reverse Polish notation, angles in degrees, e.g. {@code 8 1000 /}
 * for 0.008.
 */
final class InlineMath {
  private InlineMath() {}

  /** Evaluates an expression; NaN if it is none. */
  static double evaluate(List<String> words) {
    Deque<Double> stack = new ArrayDeque<>();
    for (String word : words) {
      double number = number(word);
      if (!Double.isNaN(number)) {
        stack.push(number);
      } else if (!apply(word.toLowerCase(Locale.ROOT), stack)) {
        return Double.NaN;
      }
    }
    return stack.size() == 1 ? stack.pop() : Double.NaN;
  }

  /** A decimal number; NaN if it is none. */
  static double number(String word) {
    for (int i = 0; i < word.length(); i++) {
      if ("0123456789+-.eE".indexOf(word.charAt(i)) < 0) {
        return Double.NaN;
      }
    }
    try {
      return Double.parseDouble(word);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static boolean apply(String operator, Deque<Double> stack) {
    if (operator.equals("pi")) {
      stack.push(Math.PI);
      return true;
    }
    if (stack.isEmpty()) {
      return false;
    }
    double y = stack.pop();
    double one = ofOne(operator, y);
    if (!Double.isNaN(one)) {
      stack.push(one);
      return true;
    }
    if (stack.isEmpty()) {
      return false;
    }
    double x = stack.pop();
    double two = ofTwo(operator, x, y);
    stack.push(two);
    return !Double.isNaN(two);
  }

  private static double ofOne(String operator, double y) {
    return switch (operator) {
      case "sqr" -> y * y;
      case "sqrt" -> Math.sqrt(y);
      case "inv" -> 1 / y;
      case "ln" -> StrictMath.log(y);
      case "log10" -> StrictMath.log10(y);
      case "exp" -> StrictMath.exp(y);
      case "sin" -> StrictMath.sin(Math.toRadians(y));
      case "cos" -> StrictMath.cos(Math.toRadians(y));
      case "tan" -> StrictMath.tan(Math.toRadians(y));
      case "asin" -> Math.toDegrees(StrictMath.asin(y));
      case "acos" -> Math.toDegrees(StrictMath.acos(y));
      case "atan" -> Math.toDegrees(StrictMath.atan(y));
      default -> Double.NaN;
    };
  }

  private static double ofTwo(String operator, double x, double y) {
    return switch (operator) {
      case "+" -> x + y;
      case "-" -> x - y;
      case "*" -> x * y;
      case "/" -> x / y;
      case "^" -> StrictMath.pow(x, y);
      case "atan2" -> Math.toDegrees(StrictMath.atan2(x, y));
      default -> Double.NaN;
    };
  }
}
