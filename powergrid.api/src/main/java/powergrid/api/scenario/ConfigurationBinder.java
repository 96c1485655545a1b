package powergrid.api.scenario;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import powergrid.api.plugin.FieldDescription;

/**
 * Makes configuration records from settings. Keeps nothing of the classes that it is shown, so that
 * a plug-in can leave. An OSGi service; thread-safe.
 */
@ProviderType
public interface ConfigurationBinder {
  /**
   * Makes a record.
   *
   * @param <C> the record
   * @param settings its fields
   * @param type the record's class
   * @param mistakes gets every mistake that is found
   * @return empty where there was a mistake
   */
  <C extends Record> Optional<C> bind(
      Setting.Mapping settings, Class<C> type, List<Mistake> mistakes);

  /**
   * The settings with defaults filled in.
   *
   * @param settings that bind without mistakes
   * @param type the record's class
   * @return every field that has a value, in the record's order
   */
  Setting.Mapping complete(Setting.Mapping settings, Class<? extends Record> type);

  /**
   * The settings of an example: the values that the record's author gives to fields that have no
   * default, and nothing else.
   *
   * @param type the record's class
   * @return to be bound or completed
   */
  Setting.Mapping example(Class<? extends Record> type);

  /**
   * The fields of a record.
   *
   * @param type the record's class
   * @return in order
   * @throws IllegalArgumentException if the record has a component of a type that no setting can be
   *     bound to, naming it
   */
  List<FieldDescription> describe(Class<? extends Record> type);
}
