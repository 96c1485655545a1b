package powergrid.console;

import java.util.Arrays;
import java.util.List;
import powergrid.api.plugin.PluginKind;

/** Reads the kinds of plug-ins by the words for one or for several. */
final class Kinds {
  private Kinds() {}

  /**
   * The kind of a word.
   *
   * @param word e.g. {@code device} or {@code devices}
   * @return the kind
   * @throws WrongInput with the words there are
   */
  static PluginKind of(String word) {
    List<String> plurals = Arrays.stream(PluginKind.values()).map(PluginKind::plural).toList();
    return Arrays.stream(PluginKind.values())
        .filter(kind -> word.equals(kind.plural()) || word.equals(kind.label()))
        .findFirst()
        .orElseThrow(
            () ->
                new WrongInput(
                    "'"
                        + word
                        + "' is no kind of plug-in"
                        + Nearest.hint(word, plurals)
                        + " There are "
                        + String.join(", ", plurals)
                        + "."));
  }
}
