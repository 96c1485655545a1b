package powergrid.testkit;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import powergrid.api.plugin.Field;

/**
 * Values as a scenario spells them, as far as defaults need it: what the workbench itself reads
 * with a parser, without one.
 */
final class WrittenValue {
  private static final Pattern NUMBER =
      Pattern.compile("([-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?)\\s*(.*)");
  private static final Map<String, Long> NANOS =
      Map.of(
          "ms", 1_000_000L,
          "s", 1_000_000_000L,
          "min", 60_000_000_000L,
          "h", 3_600_000_000_000L,
          "d", 86_400_000_000_000L);

  private WrittenValue() {}

  /** What a component is that is left out; throws IllegalArgumentException where it must not be. */
  static Object absent(RecordComponent component) {
    Field field = component.getAnnotation(Field.class);
    Class<?> type = component.getType();
    if (type == Optional.class) {
      return Optional.empty();
    }
    boolean number = type == double.class || type == Double.class;
    if (field == null || !field.optional() || (type.isPrimitive() && !number)) {
      throw new IllegalArgumentException(
          component.getDeclaringRecord().getName() + " needs a value for " + component.getName());
    }
    return number ? (Object) Double.NaN : type == List.class ? List.of() : null;
  }

  /** A value of a type; what is of the type already stays what it is. */
  static Object of(Type type, Object value, String unit, String name) {
    if (type instanceof ParameterizedType generic) {
      Type element = generic.getActualTypeArguments()[0];
      if (generic.getRawType() == Optional.class) {
        return value == null || value instanceof Optional
            ? value
            : Optional.of(of(element, value, unit, name));
      }
      return value instanceof String text ? list(element, text, unit, name) : value;
    }
    Class<?> plain = (Class<?>) type;
    if (value == null || (plain.isInstance(value) && !(value instanceof String))) {
      return value;
    }
    return read(plain, value.toString().strip(), unit, name);
  }

  private static Object read(Class<?> type, String text, String unit, String name) {
    if (type == double.class || type == Double.class) {
      return Double.valueOf(number(text, unit));
    } else if (type == int.class || type == Integer.class) {
      return Math.toIntExact(whole(number(text, unit), name));
    } else if (type == long.class || type == Long.class) {
      return whole(number(text, unit), name);
    } else if (type == boolean.class || type == Boolean.class) {
      return yes(text, name);
    } else if (type == String.class) {
      return text;
    } else if (type == Duration.class) {
      return duration(text, name);
    } else if (type == LocalDateTime.class) {
      return LocalDateTime.parse(text);
    } else if (type == Path.class) {
      return Path.of(text);
    } else if (type.isEnum()) {
      return choice(type, text, name);
    } else if (type.isRecord()) {
      return Configured.made(type.asSubclass(Record.class), fields(text, name));
    }
    throw new IllegalArgumentException(name + " is a " + type.getName() + ", not " + text);
  }

  /** A number without its field's unit, which may stand behind it. */
  private static String number(String text, String unit) {
    Matcher matcher = NUMBER.matcher(text);
    return matcher.matches() && matcher.group(2).equals(unit) ? matcher.group(1) : text;
  }

  private static long whole(String text, String name) {
    try {
      return new BigDecimal(text).longValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(name + ": " + text + " is not a whole number", e);
    }
  }

  private static boolean yes(String text, String name) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "yes", "true" -> true;
      case "no", "false" -> false;
      default -> throw new IllegalArgumentException(name + ": " + text + " is not yes or no");
    };
  }

  private static Duration duration(String text, String name) {
    Matcher matcher = NUMBER.matcher(text);
    if (!matcher.matches()) {
      return Duration.parse(text);
    }
    Long nanos = NANOS.get(matcher.group(2));
    if (nanos == null) {
      throw new IllegalArgumentException(name + ": " + text + " is not in ms, s, min, h or d");
    }
    BigDecimal length = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(nanos));
    return Duration.ofNanos(length.longValueExact());
  }

  private static Object choice(Class<?> type, String text, String name) {
    List<String> choices = new ArrayList<>();
    for (Object constant : type.getEnumConstants()) {
      String choice = ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (choice.equals(text)) {
        return constant;
      }
      choices.add(choice);
    }
    throw new IllegalArgumentException(name + ": " + text + " is not one of " + choices);
  }

  private static List<Object> list(Type element, String text, String unit, String name) {
    List<Object> items = new ArrayList<>();
    for (String item : parts(text, '[', ']', name)) {
      items.add(of(element, item, unit, name));
    }
    return List.copyOf(items);
  }

  private static Map<String, Object> fields(String text, String name) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (String field : parts(text, '{', '}', name)) {
      int colon = field.indexOf(':');
      if (colon < 0) {
        throw new IllegalArgumentException(name + ": no value for " + field);
      }
      fields.put(field.substring(0, colon).strip(), field.substring(colon + 1).strip());
    }
    return fields;
  }

  /** What stands between the commas of a list or a mapping, but not between those inside it. */
  private static List<String> parts(String text, char opens, char closes, String name) {
    int end = text.length() - 1;
    if (end < 1 || text.charAt(0) != opens || text.charAt(end) != closes) {
      throw new IllegalArgumentException(name + ": " + text + " is not in " + opens + closes);
    }
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 1;
    for (int i = 1; i <= end; i++) {
      char c = text.charAt(i);
      if ((c == ',' && depth == 0) || i == end) {
        String part = text.substring(start, i).strip();
        if (!part.isEmpty()) {
          parts.add(part);
        }
        start = i + 1;
      } else {
        depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
      }
    }
    return parts;
  }
}
