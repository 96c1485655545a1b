package powergrid.engine.assembly;

import powergrid.api.scenario.Setting;

/**
 * Settings as text without their places: equal texts, equal settings. Configurations are compared
 * by it and never by their records' {@code equals}: on JDK 17 that keeps a plug-in's class loader.
 */
public final class CanonicalText {
  private final StringBuilder text = new StringBuilder();

  private CanonicalText() {}

  /**
   * A setting's text.
   *
   * @param setting any
   * @return its values in order, unambiguously
   */
  public static String of(Setting setting) {
    CanonicalText canonical = new CanonicalText();
    canonical.add(setting);
    return canonical.text.toString();
  }

  private void add(Setting setting) {
    if (setting instanceof Setting.Scalar scalar) {
      add(scalar.text());
    } else if (setting instanceof Setting.Sequence list) {
      text.append('[');
      list.items().forEach(this::add);
      text.append(']');
    } else if (setting instanceof Setting.Mapping mapping) {
      text.append('{');
      mapping
          .fields()
          .forEach(
              (name, value) -> {
                add(name);
                add(value);
              });
      text.append('}');
    }
  }

  private void add(String word) {
    text.append(word.length()).append(':').append(word);
  }
}
