package powergrid.engine.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.FieldDescription;
import powergrid.api.plugin.InstalledPlugin;
import powergrid.api.plugin.PluginCatalog;
import powergrid.api.plugin.PluginFactory;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginKind;
import powergrid.api.plugin.PluginType;
import powergrid.api.scenario.ConfigurationBinder;

/**
 * The live view of the plug-ins in the service registry. Tracks references only: a factory is
 * instantiated when an environment is assembled and never before.
 */
@Component(
    service = {PluginCatalog.class, ServiceCatalog.class},
    immediate = true)
public final class ServiceCatalog implements PluginCatalog {
  private static final String FILTER = "(" + PluginType.PROPERTY + "=*)";

  private final BundleContext context;
  private final ConfigurationBinder binder;
  private final PluginRegistry registry = new PluginRegistry();
  private final ServiceTracker<Object, Provider> tracker;

  /**
   * Starts tracking.
   *
   * @param context of the engine's bundle
   * @param binder describes configurations
   * @throws InvalidSyntaxException never: the filter is a constant
   */
  @Activate
  public ServiceCatalog(BundleContext context, @Reference ConfigurationBinder binder)
      throws InvalidSyntaxException {
    this.context = context;
    this.binder = binder;
    this.tracker =
        new ServiceTracker<>(context, FrameworkUtil.createFilter(FILTER), new Customizer());
    tracker.open();
  }

  /** Stops tracking. */
  @Deactivate
  public void deactivate() {
    tracker.close();
  }

  /**
   * The providers.
   *
   * @return live
   */
  public PluginRegistry registry() {
    return registry;
  }

  @Override
  public List<InstalledPlugin> plugins() {
    return registry.plugins();
  }

  @Override
  public long generation() {
    return registry.generation();
  }

  @Override
  public List<FieldDescription> fields(InstalledPlugin plugin) {
    Provider provider =
        Arrays.stream(tracker.getServices(new Provider[0]))
            .filter(p -> p.kind() == plugin.kind() && p.type().equals(plugin.type()))
            .filter(p -> p.bundle().equals(plugin.bundle() + " " + plugin.version()))
            .findFirst()
            .orElseThrow(
                () ->
                    new ConfigurationException(
                        "", plugin.kind().label() + " '" + plugin.type() + "' is gone"));
    Object factory = provider.origin().fetch();
    try {
      if (factory == null) {
        throw new ConfigurationException("", provider.label() + " could not be activated");
      }
      return factory instanceof PluginFactory<?> configurable
          ? binder.describe(configurable.configType())
          : List.of();
    } catch (IllegalArgumentException | LinkageError e) {
      throw new ConfigurationException("", provider.label() + ": " + e);
    } finally {
      provider.origin().giveBack();
    }
  }

  private final class Customizer implements ServiceTrackerCustomizer<Object, Provider> {
    @Override
    public Provider addingService(ServiceReference<Object> reference) {
      Provider provider = provider(reference);
      if (provider != null) {
        registry.add(provider);
      }
      return provider;
    }

    @Override
    public void modifiedService(ServiceReference<Object> reference, Provider provider) {
      // Type and ranking of a Declarative Services component do not change while it is registered.
    }

    @Override
    public void removedService(ServiceReference<Object> reference, Provider provider) {
      registry.remove(provider);
    }
  }

  private Provider provider(ServiceReference<Object> reference) {
    for (String name : (String[]) reference.getProperty(Constants.OBJECTCLASS)) {
      Optional<PluginKind> kind = PluginKind.ofFactory(name);
      if (kind.isPresent() && reference.isAssignableTo(context.getBundle(), name)) {
        Bundle bundle = reference.getBundle();
        return new Provider(
            kind.get(),
            text(reference, PluginType.PROPERTY),
            text(reference, PluginHelp.PROPERTY),
            bundle.getSymbolicName(),
            bundle.getVersion().toString(),
            bundle.getLocation(),
            reference.getProperty(Constants.SERVICE_RANKING) instanceof Integer i ? i : 0,
            digest(bundle),
            new Service(reference));
      }
    }
    return null;
  }

  private static Supplier<String> digest(Bundle bundle) {
    return new Digest(bundle.getLocation());
  }

  private static String text(ServiceReference<?> reference, String property) {
    return reference.getProperty(property) instanceof String s ? s : "";
  }

  private final class Service implements Provider.Origin {
    private final ServiceReference<Object> reference;

    Service(ServiceReference<Object> reference) {
      this.reference = reference;
    }

    @Override
    public Object fetch() {
      return context.getService(reference);
    }

    @Override
    public void giveBack() {
      context.ungetService(reference);
    }
  }
}
