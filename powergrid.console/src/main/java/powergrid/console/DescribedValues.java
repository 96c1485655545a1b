package powergrid.console;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import powergrid.api.plugin.FieldDescription;
import powergrid.api.plugin.PluginDescription.Measure;
import powergrid.api.plugin.VariableDescription;
import powergrid.api.space.Axis;

/** What fields and variables can be, in the words that every description of a plug-in uses. */
final class DescribedValues {
  private static final MathContext DIGITS = new MathContext(6);
  private static final Pattern PHASE = Pattern.compile("\\.[abc]$");

  private DescribedValues() {}

  /** What a field is where it is left out. */
  static String fallback(FieldDescription field) {
    if (field.required()) {
      return "required";
    }
    return field.value().isEmpty() ? "none" : with(field.value(), field.unit());
  }

  /** What a field can be: its type, where its bounds do not tell, its bounds and its unit. */
  static String values(FieldDescription field) {
    String bounds = bounds(field.min(), field.max());
    boolean told = field.type().equals("number") && !bounds.isEmpty();
    return Stream.of(told ? "" : field.type(), with(bounds, field.unit()))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** What a variable can be. */
  static String values(VariableDescription variable) {
    Axis axis = variable.axis();
    if (!axis.continuous()) {
      return axis.choices() == 2 ? "0 or 1" : "one of 0 to " + (axis.choices() - 1);
    }
    String bounds = bounds(rounded(axis.low()), rounded(axis.high()));
    return bounds.isEmpty()
        ? (axis.unit().isEmpty() ? "number" : "number, " + axis.unit())
        : with(bounds, axis.unit());
  }

  /** Where a variable starts; empty for what the power flow yields. */
  static String start(VariableDescription variable) {
    return Double.isNaN(variable.start())
        ? ""
        : with(number(rounded(variable.start())), variable.axis().unit());
  }

  /** What every device has, the same of each phase told once. */
  static List<VariableDescription> phasesTogether(List<VariableDescription> variables) {
    Map<String, VariableDescription> byName = new LinkedHashMap<>();
    for (VariableDescription v : variables) {
      Axis axis = v.axis();
      String name = PHASE.matcher(axis.name()).replaceFirst(".PHASE");
      byName.putIfAbsent(
          name,
          new VariableDescription(
              new Axis(name, axis.unit(), axis.low(), axis.high(), axis.choices()),
              v.start(),
              v.visibility()));
    }
    return List.copyOf(byName.values());
  }

  /** Who sees a variable. */
  static String seenBy(VariableDescription variable) {
    return switch (variable.visibility()) {
      case HIDDEN -> "nobody";
      case OWNER -> "owner";
      case PARENT -> "parent";
      case LEVEL -> "level";
      case ALL -> "all";
    };
  }

  /** What a metric's values are and which are better, in a sentence. */
  static String measure(Measure measure) {
    String values = measure.unit().isEmpty() ? "A pure number" : "In " + measure.unit();
    return values
        + switch (measure.better()) {
          case LOWER -> "; lower is better.";
          case HIGHER -> "; higher is better.";
          case NEITHER -> "; neither lower nor higher is better.";
        };
  }

  /** Rid of the last digits of what was computed from an example. */
  private static double rounded(double value) {
    return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : value;
  }

  private static String bounds(double least, double greatest) {
    boolean low = least > Double.NEGATIVE_INFINITY;
    boolean high = greatest < Double.POSITIVE_INFINITY;
    String min = number(least);
    String max = number(greatest);
    return low && high
        ? min + " to " + max
        : low ? "at least " + min : high ? "at most " + max : "";
  }

  /** As one would write it: 1e-6 for 1.0E-6. */
  private static String number(double value) {
    return Numbers.shortest(value).replaceFirst("(?:\\.0)?E", "e");
  }

  private static String with(String value, String unit) {
    return Stream.of(value, unit).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
  }
}
