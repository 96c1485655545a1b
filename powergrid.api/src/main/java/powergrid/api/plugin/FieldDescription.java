package powergrid.api.plugin;

import java.util.List;

/**
 * A field of a configuration in words. Holds no class of the plug-in that it describes.
 *
 * @param name as a scenario writes it
 * @param type in a user's words: {@code number}, {@code whole number}, {@code text}, {@code
 *     yes/no}, {@code duration}, {@code time}, {@code one of a, b}, {@code list of …}, {@code
 *     fields}
 * @param unit empty for a pure number
 * @param min the least number allowed; −∞ for no bound
 * @param max the greatest number allowed; ∞ for no bound
 * @param value the default as written; empty where the field must be given or may be left out
 * @param example a value as written, to show where there is no default; empty for none
 * @param required whether it must be given
 * @param help what it means
 * @param fields the fields of a nested record, or of each element of a list of records
 */
public record FieldDescription(
    String name,
    String type,
    String unit,
    double min,
    double max,
    String value,
    String example,
    boolean required,
    String help,
    List<FieldDescription> fields) {
  /** Copies the list. */
  public FieldDescription {
    fields = List.copyOf(fields);
  }
}
