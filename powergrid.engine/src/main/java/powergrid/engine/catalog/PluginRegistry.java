package powergrid.engine.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.InstalledPlugin;
import powergrid.api.plugin.PluginKind;

/**
 * All providers, now. Keeps several of one type: the highest ranked is used; two that rank equally
 * are an error that names both. Thread-safe.
 */
public final class PluginRegistry {
  private static final Comparator<Provider> HIGHEST_FIRST =
      Comparator.comparingInt(Provider::ranking).reversed().thenComparing(Provider::bundle);

  private final List<Provider> providers = new ArrayList<>();
  private final Set<Lease> leases = new HashSet<>();
  private long generation;

  /**
   * A plug-in has come.
   *
   * @param provider of it
   */
  public synchronized void add(Provider provider) {
    providers.add(provider);
    generation++;
  }

  /**
   * A plug-in has gone. Never waits for who uses it.
   *
   * @param provider of it
   */
  public synchronized void remove(Provider provider) {
    providers.remove(provider);
    generation++;
    leases.forEach(lease -> lease.gone(provider));
  }

  /**
   * A number that grows with every change.
   *
   * @return the generation
   */
  public synchronized long generation() {
    return generation;
  }

  /**
   * Starts to watch over some plug-ins.
   *
   * @param used by an environment
   * @return raised already if one of them has gone meanwhile
   */
  public synchronized Lease lease(Set<Provider> used) {
    Lease lease = new Lease(this, used);
    leases.add(lease);
    for (Provider provider : used) {
      if (!providers.contains(provider)) {
        lease.gone(provider);
      }
    }
    return lease;
  }

  synchronized void end(Lease lease) {
    leases.remove(lease);
  }

  /**
   * How many environments are assembled.
   *
   * @return leases that have not ended
   */
  public synchronized int leases() {
    return leases.size();
  }

  /**
   * Finds the provider of a plug-in.
   *
   * @param kind of plug-in
   * @param type its name
   * @return the highest ranked
   * @throws UnavailableException if there is none, or none that can be used, saying why and what
   *     there is
   */
  public synchronized Provider find(PluginKind kind, String type) {
    List<Provider> ranked = ranked(kind, type);
    if (ranked.isEmpty()) {
      List<String> types = types(kind);
      throw new UnavailableException(
          "no "
              + kind.label()
              + " '"
              + type
              + "' is installed; "
              + (types.isEmpty()
                  ? "no " + kind.label() + " is"
                  : "installed: " + String.join(", ", types)));
    }
    String problem = problem(ranked.get(0), ranked);
    if (!problem.isEmpty()) {
      throw new UnavailableException(kind.label() + " '" + type + "' cannot be used: " + problem);
    }
    return ranked.get(0);
  }

  /**
   * Finds the provider of an installed plug-in, whether or not it can be used.
   *
   * @param plugin one of {@link #plugins()}
   * @return its provider
   * @throws ConfigurationException if it is gone
   */
  public synchronized Provider find(InstalledPlugin plugin) {
    return ranked(plugin.kind(), plugin.type()).stream()
        .filter(p -> p.bundle().equals(plugin.bundle() + " " + plugin.version()))
        .findFirst()
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "", plugin.kind().label() + " '" + plugin.type() + "' is gone"));
  }

  /**
   * The ways to solve a network.
   *
   * @return highest ranked first
   */
  public synchronized List<Provider> powerFlows() {
    return providers.stream()
        .filter(p -> p.kind() == PluginKind.POWER_FLOW)
        .sorted(HIGHEST_FIRST)
        .toList();
  }

  /**
   * All plug-ins.
   *
   * @return by kind and type, the one that is used first
   */
  public synchronized List<InstalledPlugin> plugins() {
    return providers.stream()
        .sorted(
            Comparator.comparing(Provider::kind)
                .thenComparing(Provider::type)
                .thenComparing(HIGHEST_FIRST))
        .map(p -> p.describe(problem(p, ranked(p.kind(), p.type()))))
        .toList();
  }

  private List<Provider> ranked(PluginKind kind, String type) {
    return providers.stream()
        .filter(p -> p.kind() == kind && p.type().equals(type))
        .sorted(HIGHEST_FIRST)
        .toList();
  }

  private List<String> types(PluginKind kind) {
    return providers.stream()
        .filter(p -> p.kind() == kind)
        .map(Provider::type)
        .distinct()
        .sorted()
        .collect(Collectors.toList());
  }

  private static String problem(Provider provider, List<Provider> ranked) {
    Provider first = ranked.get(0);
    if (provider.ranking() < first.ranking()) {
      return "overridden by bundle " + first.bundle() + ", which has a higher service.ranking";
    }
    List<String> equals =
        ranked.stream()
            .filter(p -> p != provider && p.ranking() == provider.ranking())
            .map(Provider::bundle)
            .toList();
    return equals.isEmpty()
        ? ""
        : String.format(
            Locale.ROOT,
            "bundle %s and bundle %s both provide it; remove one, or give one a higher"
                + " service.ranking",
            provider.bundle(),
            String.join(" and bundle ", equals));
  }
}
