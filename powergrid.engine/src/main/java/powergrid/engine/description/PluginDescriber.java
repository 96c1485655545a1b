package powergrid.engine.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import powergrid.api.device.DeviceFactory;
import powergrid.api.metric.MetricFactory;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.FieldDescription;
import powergrid.api.plugin.Passage;
import powergrid.api.plugin.PluginDescription;
import powergrid.api.plugin.PluginDescription.Measure;
import powergrid.api.plugin.PluginDescription.Sample;
import powergrid.api.plugin.PluginFactory;
import powergrid.api.scenario.ConfigurationBinder;
import powergrid.api.scenario.Mistake;
import powergrid.engine.world.DeviceFeatures;

/**
 * Puts plug-ins into words: from their configuration's class, their source's comments, and a
 * sample.
 */
public final class PluginDescriber {
  private final ConfigurationBinder binder;

  /**
   * A describer.
   *
   * @param binder makes and describes configurations
   */
  public PluginDescriber(ConfigurationBinder binder) {
    this.binder = binder;
  }

  /**
   * Describes a plug-in.
   *
   * @param plugin its factory, or the power flow itself
   * @param sources the text of a source file by its path below the root of sources; empty where the
   *     bundle has none
   * @return words only
   * @throws IllegalArgumentException if its configuration is none that settings can become
   */
  public PluginDescription describe(Object plugin, UnaryOperator<String> sources) {
    List<Passage> model = model(plugin.getClass(), sources);
    if (!(plugin instanceof PluginFactory<?> factory)) {
      return new PluginDescription(model, List.of(), Optional.empty(), Optional.empty());
    }
    List<FieldDescription> fields = binder.describe(factory.configType());
    return new PluginDescription(
        model,
        fields,
        factory instanceof DeviceFactory<?> devices
            ? Optional.of(sample(devices, fields))
            : Optional.empty(),
        factory instanceof MetricFactory<?> metrics ? measure(metrics) : Optional.empty());
  }

  /** Of the package, or where that has none, of the type that the plug-in's file is named after. */
  private static List<Passage> model(Class<?> plugin, UnaryOperator<String> sources) {
    String folder = plugin.getPackageName().replace('.', '/');
    List<Passage> model = SourceDoc.ofPackage(sources.apply(folder + "/package-info.java"));
    String file = plugin.getName().replaceAll("\\$.*", "").replace('.', '/') + ".java";
    return model.isEmpty() ? SourceDoc.ofType(sources.apply(file)) : model;
  }

  private <C extends Record> Sample sample(
      DeviceFactory<C> factory, List<FieldDescription> fields) {
    String configuration =
        fields.stream()
            .filter(field -> field.value().isEmpty() && !field.example().isEmpty())
            .map(field -> field.name() + ": " + field.example())
            .collect(Collectors.joining(", "));
    try {
      List<Mistake> mistakes = new ArrayList<>();
      Class<C> type = factory.configType();
      Optional<C> bound = binder.bind(binder.example(type), type, mistakes);
      if (bound.isEmpty()) {
        return refused(
            configuration,
            mistakes.stream()
                .map(mistake -> inWords(mistake.place().path(), mistake.message()))
                .collect(Collectors.joining("; ")));
      }
      Showroom showroom = new Showroom();
      factory.create(bound.get(), showroom);
      return new Sample(
          configuration,
          showroom.declaredActions(),
          showroom.declaredState(),
          DeviceFeatures.common(),
          showroom.seriesRead(),
          "");
    } catch (ConfigurationException e) {
      return refused(configuration, inWords(e.path(), e.getMessage()));
    } catch (RuntimeException | LinkageError e) {
      return refused(configuration, e.toString());
    }
  }

  private <C extends Record> Optional<Measure> measure(MetricFactory<C> factory) {
    Class<C> type = factory.configType();
    try {
      return binder
          .bind(binder.example(type), type, new ArrayList<>())
          .map(factory::create)
          .map(metric -> new Measure(metric.unit(), metric.better()));
    } catch (RuntimeException | LinkageError e) {
      return Optional.empty(); // it needs what its author gave no example of
    }
  }

  private static String inWords(String path, String message) {
    return path.isEmpty() ? message : path + ": " + message;
  }

  private static Sample refused(String configuration, String problem) {
    return new Sample(
        configuration, List.of(), List.of(), DeviceFeatures.common(), List.of(), problem);
  }
}
