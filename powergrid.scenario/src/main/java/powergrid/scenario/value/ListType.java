package powergrid.scenario.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import powergrid.api.plugin.FieldDescription;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Setting;

/**
 * A list.
 *
 * @param <T> what its elements become
 */
public final class ListType<T> implements ValueType<List<T>> {
  private final ValueType<T> element;
  private final boolean nonEmpty;

  private ListType(ValueType<T> element, boolean nonEmpty) {
    this.element = element;
    this.nonEmpty = nonEmpty;
  }

  /**
   * Lists of any length.
   *
   * @param <T> what their elements become
   * @param element of the elements
   * @return the type
   */
  public static <T> ListType<T> of(ValueType<T> element) {
    return new ListType<>(element, false);
  }

  /**
   * Lists with at least one element.
   *
   * @param <T> what their elements become
   * @param element of the elements
   * @return the type
   */
  public static <T> ListType<T> nonEmpty(ValueType<T> element) {
    return new ListType<>(element, true);
  }

  @Override
  public Optional<List<T>> read(Setting setting, Bounds bounds, List<Mistake> mistakes) {
    if (!(setting instanceof Setting.Sequence sequence)) {
      String message = Words.wrongShape(setting, expected(bounds));
      mistakes.add(new Mistake(setting.place(), message));
      return Optional.empty();
    }
    if (nonEmpty && sequence.items().isEmpty()) {
      mistakes.add(new Mistake(setting.place(), "the list is empty; write at least one element"));
      return Optional.empty();
    }
    List<T> items = new ArrayList<>();
    for (Setting item : sequence.items()) {
      element.read(item, bounds, mistakes).ifPresent(items::add);
    }
    return items.size() == sequence.items().size() ? Optional.of(items) : Optional.empty();
  }

  @Override
  public String word() {
    return "list of " + element.word();
  }

  @Override
  public String expected(Bounds bounds) {
    return "a list in [ ], each element " + element.expected(bounds);
  }

  @Override
  public List<FieldDescription> fields() {
    return element.fields();
  }

  @Override
  public Setting complete(Setting setting) {
    return setting instanceof Setting.Sequence sequence
        ? new Setting.Sequence(
            sequence.place(), sequence.items().stream().map(element::complete).toList())
        : setting;
  }
}
