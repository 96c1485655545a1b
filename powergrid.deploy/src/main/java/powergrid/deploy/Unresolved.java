package powergrid.deploy;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/** Says in words what keeps a bundle from resolving, and what would help. */
final class Unresolved {
  private static final String NAMESPACE_OF_JAVA =
      ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE;
  private static final Pattern JAVA_VERSION = Pattern.compile("\\(version>?=([0-9.]+)\\)");

  private final FrameworkWiring wiring;

  Unresolved(BundleContext context) {
    wiring = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
  }

  /** Why a bundle did not resolve: what nothing here offers, or what the framework says. */
  String why(Bundle bundle, List<Clause> imports, BundleException failure) {
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    List<BundleRequirement> missing =
        revision.getDeclaredRequirements(null).stream()
            .filter(Unresolved::needed)
            .filter(requirement -> wiring.findProviders(requirement).isEmpty())
            .toList();
    for (BundleRequirement requirement : missing) {
      if (requirement.getNamespace().equals(NAMESPACE_OF_JAVA)) {
        return "needs Java "
            + javaVersion(filter(requirement))
            + ", this is Java "
            + Runtime.version().feature()
            + "; point JAVA_HOME to a newer one, or rebuild the plug-in for this one";
      }
    }
    if (missing.isEmpty()) {
      return "cannot be linked: " + Words.of(failure) + "; see the bundles it names";
    }
    Map<String, Clause> clauses =
        imports.stream().collect(Collectors.toMap(Clause::name, c -> c, (a, b) -> a));
    String names =
        missing.stream().map(r -> name(r, clauses)).distinct().collect(Collectors.joining(", "));
    return "needs "
        + names
        + ", which nothing here offers;"
        + " put a bundle that does beside it, or pack the library into the plug-in";
  }

  private static boolean needed(BundleRequirement requirement) {
    Map<String, String> directives = requirement.getDirectives();
    String effective = directives.getOrDefault(Constants.EFFECTIVE_DIRECTIVE, "resolve");
    return effective.equals("resolve")
        && !Constants.RESOLUTION_OPTIONAL.equals(directives.get(Constants.RESOLUTION_DIRECTIVE))
        && !"dynamic".equals(directives.get(Constants.RESOLUTION_DIRECTIVE));
  }

  private static String name(BundleRequirement requirement, Map<String, Clause> imports) {
    String filter = filter(requirement);
    String value = valueIn(filter, requirement.getNamespace());
    switch (requirement.getNamespace()) {
      case PackageNamespace.PACKAGE_NAMESPACE -> {
        Clause clause = imports.get(value);
        String range = clause == null ? null : clause.parameters().get("version");
        return "the package " + value + (range == null ? "" : " " + range);
      }
      case BundleNamespace.BUNDLE_NAMESPACE -> {
        return "the bundle " + value;
      }
      default -> {
        return requirement.getNamespace() + " " + filter;
      }
    }
  }

  private static String valueIn(String filter, String key) {
    Matcher matcher = Pattern.compile("\\(" + Pattern.quote(key) + "=([^)]+)\\)").matcher(filter);
    return matcher.find() ? matcher.group(1) : filter;
  }

  private static String javaVersion(String filter) {
    Matcher matcher = JAVA_VERSION.matcher(filter);
    return matcher.find() ? matcher.group(1) : filter;
  }

  private static String filter(BundleRequirement requirement) {
    return requirement.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, "");
  }
}
