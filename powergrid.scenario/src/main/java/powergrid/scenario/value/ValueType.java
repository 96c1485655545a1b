package powergrid.scenario.value;

import java.util.List;
import java.util.Optional;
import powergrid.api.plugin.FieldDescription;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Setting;

/**
 * A kind of value that a field can hold. Immutable.
 *
 * @param <T> what it becomes
 */
public interface ValueType<T> {
  /**
   * Reads a value.
   *
   * @param setting as written
   * @param bounds of the numbers in it
   * @param mistakes gets all that is wrong with it
   * @return empty where there was a mistake
   */
  Optional<T> read(Setting setting, Bounds bounds, List<Mistake> mistakes);

  /**
   * What it is called in a description.
   *
   * @return as in {@link FieldDescription#type()}
   */
  String word();

  /**
   * What a user is asked to write.
   *
   * @param bounds of the numbers in it
   * @return words with an article, e.g. {@code a number in MW}
   */
  String expected(Bounds bounds);

  /**
   * The fields of it or of its elements.
   *
   * @return empty where there are none
   */
  default List<FieldDescription> fields() {
    return List.of();
  }

  /**
   * A value with the defaults of its fields filled in.
   *
   * @param setting that reads without mistakes
   * @return the same where it has no fields
   */
  default Setting complete(Setting setting) {
    return setting;
  }
}
