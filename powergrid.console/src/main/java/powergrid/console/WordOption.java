package powergrid.console;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads options that take one of a few words. */
final class WordOption {
  private WordOption() {}

  /**
   * The choice that a word stands for.
   *
   * @param <E> the choices
   * @param name of the option
   * @param choices that it has
   * @param given what the user wrote
   * @return the choice
   * @throws WrongInput with the words there are
   */
  static <E extends Enum<E>> E of(String name, E[] choices, String given) {
    for (E each : choices) {
      if (each.name().equalsIgnoreCase(given)) {
        return each;
      }
    }
    List<String> words =
        Arrays.stream(choices).map(c -> c.name().toLowerCase(Locale.ROOT)).toList();
    int last = words.size() - 1;
    String others = last == 0 ? "" : String.join(", ", words.subList(0, last)) + " or ";
    throw new WrongInput(name + " " + given + ": use " + others + words.get(last));
  }
}
