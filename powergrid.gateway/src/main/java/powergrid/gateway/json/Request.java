package powergrid.gateway.json;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import powergrid.gateway.wire.Code;
import powergrid.gateway.wire.Refusal;

/** Fields of a request, taken one by one; what nobody takes is a mistake of the client's. */
public final class Request {
  private final String path;
  private final Map<String, Object> fields;

  /**
   * The fields of an object.
   *
   * @param path what messages call it; empty for the request itself
   * @param fields by name
   */
  public Request(String path, Map<String, Object> fields) {
    this.path = path;
    this.fields = new LinkedHashMap<>(fields);
  }

  private String named(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private Refusal wrong(String name, Object given, String expected) {
    return new Refusal(
        Code.BAD_REQUEST, named(name) + ": " + Json.text(given) + " is not " + expected);
  }

  private Object take(String name) {
    return fields.remove(name);
  }

  /**
   * A text.
   *
   * @param name of the field
   * @return null where it is left out
   * @throws Refusal if it is no text
   */
  public String text(String name) throws Refusal {
    Object value = take(name);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    throw wrong(name, value, "a string");
  }

  /**
   * A text that must be there.
   *
   * @param name of the field
   * @return never null
   * @throws Refusal if it is left out or no text
   */
  public String required(String name) throws Refusal {
    String text = text(name);
    if (text == null) {
      throw new Refusal(Code.BAD_REQUEST, named(name) + " is missing; it is a string");
    }
    return text;
  }

  /**
   * A word out of some.
   *
   * @param name of the field
   * @param words what there is
   * @param usual where it is left out
   * @param <E> the enumeration
   * @return one of them
   * @throws Refusal if it is another
   */
  public <E extends Enum<E>> E word(String name, E[] words, E usual) throws Refusal {
    String text = text(name);
    if (text == null) {
      return usual;
    }
    return word(name, text, words);
  }

  private <E extends Enum<E>> E word(String name, Object text, E[] words) throws Refusal {
    List<String> known = new ArrayList<>();
    for (E word : words) {
      String lower = word.name().toLowerCase(Locale.ROOT);
      if (lower.equals(text)) {
        return word;
      }
      known.add(lower);
    }
    throw wrong(name, text, "one of " + String.join(", ", known));
  }

  /**
   * Words out of some.
   *
   * @param name of the field
   * @param words what there is
   * @param <E> the enumeration
   * @return none where it is left out
   * @throws Refusal if it is no list, or one is another
   */
  public <E extends Enum<E>> List<E> words(String name, E[] words) throws Refusal {
    Object value = take(name);
    List<E> all = new ArrayList<>();
    if (value == null) {
      return all;
    }
    if (!(value instanceof List<?> list)) {
      throw wrong(name, value, "a list of words");
    }
    for (Object item : list) {
      all.add(word(name, item, words));
    }
    return all;
  }

  /**
   * A whole number.
   *
   * @param name of the field
   * @param low the least
   * @param high the greatest
   * @return null where it is left out
   * @throws Refusal if it is none, or outside
   */
  public Long whole(String name, long low, long high) throws Refusal {
    Object value = take(name);
    if (value == null) {
      return null;
    }
    boolean fits = value instanceof Integer || value instanceof Long;
    long number = fits ? ((Number) value).longValue() : 0;
    if (!fits || number < low || number > high) {
      String expected = "a whole number from " + low + " to " + high;
      throw wrong(name, value instanceof BigInteger big ? big : value, expected);
    }
    return number;
  }

  /**
   * A whole number that is usual.
   *
   * @param name of the field
   * @param low the least
   * @param high the greatest
   * @param usual where it is left out
   * @return within the bounds
   * @throws Refusal if it is none, or outside
   */
  public int whole(String name, int low, int high, int usual) throws Refusal {
    Long number = whole(name, low, high);
    return number == null ? usual : Math.toIntExact(number);
  }

  /**
   * A flag.
   *
   * @param name of the field
   * @return false where it is left out
   * @throws Refusal if it is neither true nor false
   */
  public boolean flag(String name) throws Refusal {
    Object value = take(name);
    if (value == null || value instanceof Boolean) {
      return value != null && (Boolean) value;
    }
    throw wrong(name, value, "true or false");
  }

  /**
   * An object.
   *
   * @param name of the field
   * @return without fields where it is left out
   * @throws Refusal if it is none
   */
  @SuppressWarnings("unchecked") // JSON's objects have names that are strings
  public Map<String, Object> object(String name) throws Refusal {
    Object value = take(name);
    if (value == null) {
      return Map.of();
    }
    if (value instanceof Map<?, ?> object) {
      return (Map<String, Object>) object;
    }
    throw wrong(name, value, "an object");
  }

  /**
   * Ends the taking.
   *
   * @param known fields that the request may have, for the message
   * @throws Refusal if one is left
   */
  public void done(String... known) throws Refusal {
    if (!fields.isEmpty()) {
      Collection<String> left = fields.keySet();
      throw new Refusal(
          Code.BAD_REQUEST,
          named(left.iterator().next())
              + " is no field here; there are "
              + String.join(", ", Arrays.asList(known)));
    }
  }
}
