package powergrid.it.reactor;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/**
 * The rules that keep bundles independent of each other, read from the manifests as built: arrows
 * point to the api only, and a plug-in survives every minor release of it.
 */
class BundleBoundariesTest {
  private static final String API = "powergrid.api";

  /** Folders that make no bundle of the workbench. */
  private static final Set<String> NO_BUNDLES = Set.of("powergrid.bench", "powergrid.it");

  /** Bundles that may export packages of ours. */
  private static final Set<String> EXPORTERS = Set.of(API, "powergrid.testkit");

  /**
   * The workbench itself, which may use the framework; every other bundle is a plug-in. Solving is
   * a plug-in, but what controls networks around it is the workbench's; so is the clairvoyant day,
   * which lies with a policy.
   */
  private static final Set<String> WORKBENCH =
      Set.of(
          API,
          "powergrid.baselines",
          "powergrid.engine",
          "powergrid.scenario",
          "powergrid.experiment",
          "powergrid.gateway",
          "powergrid.deploy",
          "powergrid.console",
          "powergrid.drawing",
          "powergrid.powerflow",
          "powergrid.testkit");

  /** Libraries a plug-in may use, by the start of their package names. */
  private static final Map<String, List<String>> LIBRARIES =
      Map.of("powergrid.networks", List.of("tools.jackson"));

  /** Libraries made bundles, with nothing of ours in them. */
  private static final Set<String> WRAPPERS = Set.of("powergrid.ejml", "powergrid.ojalgo");

  private static Map<String, BundleManifest> bundles;

  @BeforeAll
  static void readManifests() throws IOException {
    bundles = BundleManifest.onClassPath();
  }

  @Test
  void everyFolderOfTheReactorIsLookedAt() throws IOException {
    Set<String> folders;
    try (Stream<Path> children = Files.list(Path.of(".."))) {
      folders =
          children
              .filter(child -> Files.exists(child.resolve("bnd.bnd")))
              .map(child -> child.getFileName().toString())
              .filter(name -> name.startsWith("powergrid.") && !NO_BUNDLES.contains(name))
              .collect(toCollection(TreeSet::new));
    }
    assertEquals(
        folders, bundles.keySet(), "bundles that powergrid.it does not depend on, or not packaged");
  }

  @Test
  void onlyTheApiExportsPackagesOfOurs() {
    List<String> violations = new ArrayList<>();
    for (BundleManifest bundle : bundles.values()) {
      for (String exported : bundle.exports()) {
        if (isOurs(exported) && !EXPORTERS.contains(bundle.symbolicName())) {
          violations.add(bundle.symbolicName() + " exports " + exported);
        }
      }
    }
    assertEquals(List.of(), violations);
  }

  @Test
  void noBundleImportsAnImplementationPackage() {
    List<String> violations = new ArrayList<>();
    for (BundleManifest bundle : bundles.values()) {
      for (String imported : bundle.imports().keySet()) {
        if (isOurs(imported) && !isIn(imported, API)) {
          violations.add(bundle.symbolicName() + " imports " + imported);
        }
      }
    }
    assertEquals(List.of(), violations);
  }

  @Test
  void pluginsImportTheApiAndTheirOwnLibrariesOnly() {
    List<String> violations = new ArrayList<>();
    for (BundleManifest plugin : plugins()) {
      List<String> libraries = LIBRARIES.getOrDefault(plugin.symbolicName(), List.of());
      for (String imported : plugin.imports().keySet()) {
        if (!isIn(imported, API)
            && !imported.startsWith("java.")
            && libraries.stream().noneMatch(library -> isIn(imported, library))) {
          violations.add(plugin.symbolicName() + " imports " + imported);
        }
      }
    }
    assertEquals(List.of(), violations);
  }

  @Test
  void pluginsAcceptEveryMinorReleaseOfTheApi() {
    List<String> violations = new ArrayList<>();
    for (BundleManifest plugin : plugins()) {
      plugin
          .imports()
          .forEach(
              (imported, range) -> {
                if (isIn(imported, API) && !range.includes(lastMinor(range))) {
                  violations.add(plugin.symbolicName() + " imports " + imported + " " + range);
                }
              });
    }
    assertEquals(List.of(), violations, "a plug-in implements a type that is the engine's to make");
  }

  @Test
  void everyClassLiesUnderThePackageItsBundleIsNamedAfter() {
    List<String> violations = new ArrayList<>();
    for (BundleManifest bundle : bundles.values()) {
      String root = bundle.symbolicName().replace('.', '/') + "/";
      for (String entry : bundle.classes()) {
        if (entry.startsWith("powergrid/") && !entry.startsWith(root)) {
          violations.add(bundle.symbolicName() + " contains " + entry);
        }
      }
    }
    assertEquals(List.of(), violations);
  }

  private static List<BundleManifest> plugins() {
    return bundles.values().stream()
        .filter(b -> !WORKBENCH.contains(b.symbolicName()))
        .filter(b -> !WRAPPERS.contains(b.symbolicName()))
        .toList();
  }

  /** The last minor release of the major version that a range starts in. */
  private static Version lastMinor(VersionRange range) {
    return new Version(range.getLeft().getMajor(), Integer.MAX_VALUE, 0);
  }

  private static boolean isOurs(String name) {
    return name.startsWith("powergrid.");
  }

  private static boolean isIn(String name, String root) {
    return name.equals(root) || name.startsWith(root + ".");
  }
}
