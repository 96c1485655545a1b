package powergrid.scenario.yaml;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Place;
import powergrid.api.scenario.ScenarioException;
import powergrid.api.scenario.Setting;

/**
 * Reads YAML 1.2 as data: one document of mappings, lists and scalars, without tags. Nothing is
 * resolved here: whether {@code 1} is a number is for the field to say. A text can neither exhaust
 * the memory nor the stack.
 */
public final class YamlTree {
  /** The greatest text, in bytes of a file. */
  public static final int MAX_MEGABYTES = 10;

  // the parser's time grows with the square of a line's length
  private static final int MAX_LINE = 500_000;

  private static final int MAX_CHARACTERS = MAX_MEGABYTES << 20;

  static final int MAX_DEPTH = 64;
  static final int MAX_ALIASES = 1_000;

  /** The most values of a scenario, with what stands for others put in their place. */
  public static final int MAX_VALUES = 200_000;

  private YamlTree() {}

  /**
   * Reads a text.
   *
   * @param text YAML
   * @param origin where it comes from
   * @param mistakes gets what is wrong with its form
   * @return the tree; empty where there is none. Duplicate keys and tags are mistakes that leave a
   *     tree.
   */
  public static Optional<Setting> parse(String text, Origin origin, List<Mistake> mistakes) {
    if (text.length() > MAX_CHARACTERS) {
      mistakes.add(
          new Mistake(
              origin.whole(),
              String.format(
                  Locale.ROOT,
                  "has %,d characters; the most is %,d",
                  text.length(),
                  MAX_CHARACTERS)));
      return Optional.empty();
    }
    String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try {
      checkCharacters(bare, origin);
      GuardedComposer composer = new GuardedComposer(settings(origin), bare, origin);
      if (!composer.hasNext()) {
        return Optional.empty();
      }
      Node root = composer.next();
      if (composer.hasNext()) {
        throw mistake(
            origin.at(composer.mark(), origin.path()),
            "a second document starts here; a scenario is one document, so remove the '---'");
      }
      return Optional.of(new NodeWalk(origin, mistakes).walk(root));
    } catch (ScenarioException e) {
      mistakes.addAll(e.mistakes());
    } catch (MarkedYamlEngineException e) {
      Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
      mistakes.add(new Mistake(origin.at(mark, origin.path()), syntax(e, origin)));
    } catch (YamlEngineException e) {
      mistakes.add(new Mistake(origin.whole(), limit(e)));
    }
    return Optional.empty();
  }

  static ScenarioException mistake(Place place, String message) {
    return new ScenarioException(List.of(new Mistake(place, message)));
  }

  static ScenarioException tooManyValues(Origin origin) {
    return mistake(
        origin.whole(),
        String.format(
            Locale.ROOT,
            "has more than %,d values, aliases (*name) expanded; use fewer",
            MAX_VALUES));
  }

  private static LoadSettings settings(Origin origin) {
    return LoadSettings.builder()
        .setLabel(origin.name())
        .setSchema(new FailsafeSchema())
        .setMaxAliasesForCollections(MAX_ALIASES)
        .setCodePointLimit(Integer.MAX_VALUE)
        .build();
  }

  /** Finds what no YAML may hold before the parser does, because the parser knows no line of it. */
  private static void checkCharacters(String text, Origin origin) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (!StreamReader.isPrintable(c)) {
        throw mistake(
            origin.at(line, column, origin.path()),
            String.format(
                Locale.ROOT,
                "character U+%04X cannot stand in YAML; write it as text in UTF-8",
                c));
      }
      if (column > MAX_LINE) {
        throw mistake(
            origin.at(line, 1, origin.path()),
            String.format(
                Locale.ROOT, "the line has more than %,d characters; break it", MAX_LINE));
      }
      i += Character.charCount(c);
      column = c == '\n' ? 1 : column + 1;
      line += c == '\n' ? 1 : 0;
    }
  }

  private static String syntax(MarkedYamlEngineException e, Origin origin) {
    String problem = e.getProblem() == null ? e.getContext() : e.getProblem();
    if (problem.contains("(TAB)")) {
      return "is not YAML: a tab cannot indent; use spaces";
    }
    StringBuilder message = new StringBuilder("is not YAML: ").append(problem.strip());
    if (e.getContext() != null && e.getContextMark().isPresent()) {
      message.append(' ').append(e.getContext());
      if (origin.lines()) {
        message.append(" that begins on line ").append(e.getContextMark().get().getLine() + 1);
      }
    }
    if (problem.startsWith("mapping values are not allowed")) {
      message.append("; put a text that holds ': ' in quotes, and check the indentation");
    }
    return message.toString();
  }

  private static String limit(YamlEngineException e) {
    return e.getMessage().startsWith("Number of aliases")
        ? "has more than " + MAX_ALIASES + " aliases (*name); use fewer"
        : "is not YAML: " + e.getMessage();
  }
}
