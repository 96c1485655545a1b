package powergrid.engine.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
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
import powergrid.api.plugin.InstalledPlugin;
import powergrid.api.plugin.PluginCatalog;
import powergrid.api.plugin.PluginDescription;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginKind;
import powergrid.api.plugin.PluginType;
import powergrid.api.scenario.ConfigurationBinder;
import powergrid.engine.description.PluginDescriber;

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
  private final PluginDescriber describer;
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
    this.describer = new PluginDescriber(binder);
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
  public PluginDescription describe(InstalledPlugin plugin) {
    Provider provider = registry.find(plugin);
    Provider.Origin origin = provider.origin();
    Object factory = origin.fetch();
    try {
      if (factory == null) {
        throw new ConfigurationException("", provider.label() + " could not be activated");
      }
      return describer.describe(factory, origin::source);
    } catch (IllegalArgumentException | LinkageError e) {
      throw new ConfigurationException("", provider.label() + ": " + e);
    } finally {
      origin.giveBack();
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

    @Override
    public String source(String path) {
      Bundle bundle = reference.getBundle();
      URL entry = bundle == null ? null : bundle.getEntry("OSGI-OPT/src/" + path);
      if (entry == null) {
        return "";
      }
      try (InputStream in = entry.openStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        // a bundle that is being replaced; it is described without
        return "";
      }
    }
  }
}
