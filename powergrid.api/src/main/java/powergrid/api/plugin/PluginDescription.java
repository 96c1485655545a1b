package powergrid.api.plugin;

import java.util.List;
import java.util.Optional;
import powergrid.api.metric.Better;

/**
 * A plug-in as its code describes it. Holds no class of the plug-in.
 *
 * @param model what the Javadoc of the factory's package says, or where there is none that of the
 *     type that the factory's source file is named after: the model, its equations and their
 *     source; empty where the bundle carries neither
 * @param fields of its configuration, in the order of the record; empty where there are none
 * @param sample one that was made of it; empty for what is no device
 * @param measure what it measures; empty for what is no metric, or where none could be made from
 *     its fields' defaults and examples
 */
public record PluginDescription(
    List<Passage> model,
    List<FieldDescription> fields,
    Optional<Sample> sample,
    Optional<Measure> measure) {
  /** Copies the lists. */
  public PluginDescription {
    model = List.copyOf(model);
    fields = List.copyOf(fields);
  }

  /**
   * What a device declares when it is made from an example: the defaults of its fields, and {@link
   * Field#example()} where there is none. Bounds, and what is declared at all, may differ with
   * another configuration.
   *
   * @param configuration the examples, as a scenario writes them; empty where defaults do
   * @param actions what can be chosen
   * @param state what it remembers, which is observed too
   * @param common what is observed of every device, of one on three phases
   * @param series the exogenous series that it reads, by name
   * @param problem why none could be made of the example, which leaves only what every device has;
   *     empty where it could
   */
  public record Sample(
      String configuration,
      List<VariableDescription> actions,
      List<VariableDescription> state,
      List<VariableDescription> common,
      List<String> series,
      String problem) {
    /** Copies the lists. */
    public Sample {
      actions = List.copyOf(actions);
      state = List.copyOf(state);
      common = List.copyOf(common);
      series = List.copyOf(series);
    }
  }

  /**
   * What a metric's values are, of one that is made from its fields' defaults and examples.
   *
   * @param unit empty for a pure number
   * @param better which values are better
   */
  public record Measure(String unit, Better better) {}
}
