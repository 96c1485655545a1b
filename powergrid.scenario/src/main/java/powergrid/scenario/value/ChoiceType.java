package powergrid.scenario.value;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import powergrid.api.scenario.Setting;

/**
 * One of an enum's constants, written in lower case with hyphens.
 *
 * @param <E> the enum
 */
public final class ChoiceType<E> extends ScalarType<E> {
  private final Map<String, E> choices = new LinkedHashMap<>();

  /**
   * The constants of an enum.
   *
   * @param type its class
   */
  public ChoiceType(Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      String name = ((Enum<?>) constant).name();
      choices.put(name.toLowerCase(Locale.ROOT).replace('_', '-'), constant);
    }
  }

  @Override
  E parse(Setting.Scalar scalar, Bounds bounds) throws BadValue {
    E choice = choices.get(scalar.text());
    if (choice == null) {
      String message = Words.quote(scalar.text()) + " is not " + expected(bounds);
      throw new BadValue(message + Nearest.ask(scalar.text(), choices.keySet(), ""));
    }
    return choice;
  }

  @Override
  public String word() {
    return expected(Bounds.NONE);
  }

  @Override
  public String expected(Bounds bounds) {
    return "one of " + String.join(", ", choices.keySet());
  }
}
