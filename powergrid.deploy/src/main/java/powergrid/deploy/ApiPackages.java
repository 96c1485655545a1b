package powergrid.deploy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

/** The api that this workbench offers, by package, and whether a plug-in was built for it. */
final class ApiPackages {
  /** The package that holds the api. */
  static final String ROOT = "powergrid.api";

  private final Map<String, Version> offered;

  ApiPackages(Map<String, Version> offered) {
    this.offered = Map.copyOf(offered);
  }

  /** What the installed bundles export, the highest version where there are several. */
  static ApiPackages of(BundleContext context) {
    Map<String, Version> offered = new TreeMap<>();
    for (Bundle bundle : context.getBundles()) {
      BundleRevision revision = bundle.adapt(BundleRevision.class);
      if (revision == null) {
        continue;
      }
      for (BundleCapability export :
          revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE)) {
        String name = (String) export.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE);
        Object version = export.getAttributes().get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE);
        if (isApi(name) && version instanceof Version v) {
          offered.merge(name, v, (a, b) -> a.compareTo(b) < 0 ? b : a);
        }
      }
    }
    return new ApiPackages(offered);
  }

  static boolean isApi(String packageName) {
    return packageName.equals(ROOT) || packageName.startsWith(ROOT + ".");
  }

  /** Refuses a plug-in that was built for another api. */
  void check(List<Clause> imports) throws UnusableJarException {
    for (Clause wanted : imports) {
      if (isApi(wanted.name()) && !wanted.optional()) {
        check(wanted.name(), wanted.parameters().get("version"));
      }
    }
  }

  private void check(String name, String range) throws UnusableJarException {
    Version here = offered.get(name);
    if (here == null) {
      throw UnusableJarException.refused(
          "needs the package "
              + name
              + ", which the api of this workbench does not have;"
              + " update the workbench or take a release of the plug-in made for this one");
    }
    VersionRange wanted = range(name, range);
    if (wanted.includes(here)) {
      return;
    }
    String reason = "needs " + name + " " + wanted + ", this workbench has " + here + "; ";
    boolean older = here.compareTo(wanted.getLeft()) < 0;
    throw UnusableJarException.refused(
        reason
            + (older
                ? "update the workbench, or take a release of the plug-in made for api "
                : "take a release of the plug-in made for this one, or rebuild it with api ")
            + here.getMajor()
            + "."
            + here.getMinor());
  }

  private static VersionRange range(String name, String range) throws UnusableJarException {
    try {
      return VersionRange.valueOf(range == null ? "0.0.0" : range);
    } catch (IllegalArgumentException e) {
      throw UnusableJarException.refused(
          "its manifest imports "
              + name
              + " in the version \""
              + range
              + "\", which is no version range; build it with bnd-maven-plugin");
    }
  }
}
