package powergrid.scenario.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import powergrid.api.scenario.Place;

/**
 * Where a text comes from, and so how the places in it are called.
 *
 * @param name as the user named it
 * @param path of the text's root; empty for a whole scenario
 * @param lines whether its lines and columns mean something to the user
 */
public record Origin(String name, String path, boolean lines) {
  /**
   * A scenario's file.
   *
   * @param name as the user named it
   * @return an origin with lines
   */
  public static Origin file(String name) {
    return new Origin(name, "", true);
  }

  /**
   * A value given for a path, not in a file.
   *
   * @param name of what gives it
   * @param path of the value
   * @return an origin without lines
   */
  public static Origin value(String name, String path) {
    return new Origin(name, path, false);
  }

  /**
   * The text as a whole.
   *
   * @return a place without a line
   */
  public Place whole() {
    return new Place(name, 0, 0, path);
  }

  Place at(int line, int column, String path) {
    return lines ? new Place(name, line, column, path) : new Place(name, 0, 0, path);
  }

  Place at(Optional<Mark> mark, String path) {
    return mark.map(m -> at(m.getLine() + 1, m.getColumn() + 1, path))
        .orElseGet(() -> at(0, 0, path));
  }

  /** The path of a part. */
  static String join(String path, String part) {
    return path.isEmpty() ? part : path + "." + part;
  }
}
