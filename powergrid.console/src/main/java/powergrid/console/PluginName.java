package powergrid.console;

import java.util.Arrays;
import java.util.Locale;
import javax.lang.model.SourceVersion;

/**
 * The names in a new plug-in project.
 *
 * @param packageName e.g. {@code my.heatPump}
 * @param className what its classes' names begin with, e.g. {@code HeatPump}
 * @param type e.g. {@code heat-pump}
 */
record PluginName(String packageName, String className, String type) {
  /**
   * Derives all names from one.
   *
   * @param name a Java package
   * @return the names
   * @throws WrongInput if it is none, or one that cannot be used
   */
  static PluginName of(String name) {
    String[] parts = name.split("\\.", -1);
    for (String part : parts) {
      if (!part.matches("[a-zA-Z][a-zA-Z0-9_]*")) {
        throw new WrongInput(
            "'"
                + name
                + "' is no Java package: use letters, digits and underscores, parts with dots"
                + " between them, each beginning with a letter, e.g. my.heater");
      }
      if (SourceVersion.isKeyword(part)) {
        throw new WrongInput(
            "'" + name + "' is no Java package: '" + part + "' is a word of the language");
      }
    }
    if (parts[0].equals("java")) {
      throw new WrongInput("'" + name + "': packages under java are Java's own; use another name");
    }
    String last = parts[parts.length - 1];
    String className =
        Arrays.stream(last.split("_+"))
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .reduce("", String::concat);
    String type =
        last.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
            .replaceAll("_+", "-")
            .replaceAll("-$", "")
            .toLowerCase(Locale.ROOT);
    return new PluginName(name, className, type);
  }
}
