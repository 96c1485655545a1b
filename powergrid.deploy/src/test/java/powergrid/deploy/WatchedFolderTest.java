package powergrid.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import powergrid.api.plugin.PluginFolder.Entry;

/** The folder, in a Felix that offers two packages of the api and nothing else. */
class WatchedFolderTest {
  @TempDir Path temporary;
  private Path plugins;
  private Framework framework;
  private BundleContext context;
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final List<String> reports = new ArrayList<>();
  private WatchedFolder folder;

  @BeforeEach
  void start() throws Exception {
    plugins = Files.createDirectory(temporary.resolve("plug ins"));
    framework =
        ServiceLoader.load(FrameworkFactory.class)
            .findFirst()
            .orElseThrow()
            .newFramework(
                Map.of(
                    Constants.FRAMEWORK_STORAGE,
                    temporary.resolve("felix").toString(),
                    Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                    "powergrid.api.device;version=1.2.0,powergrid.api.plugin;version=1.0.0",
                    "felix.log.level",
                    "0"));
    framework.start();
    context = framework.getBundleContext();
    folder = folder(DigestLock.open());
  }

  @AfterEach
  void stop() throws Exception {
    framework.stop();
    framework.waitForStop(10_000);
  }

  @Test
  void aDroppedBundleRunsAndARemovedOneIsGone() throws Exception {
    drop("marker.jar", JarFixture.bundle("marker", "1.0.0").activator(MarkingActivator.class));
    assertTrue(folder.look());
    assertEquals(List.of(new Entry("marker.jar", "marker", "1.0.0", "")), folder.entries());
    assertEquals(1, services());

    Files.delete(plugins.resolve("marker.jar"));
    assertTrue(folder.look());
    assertEquals(List.of(), folder.entries());
    assertEquals(0, services());
    assertEquals(List.of(), installed());
    assertEquals(List.of(), reports);
  }

  @Test
  void aReplacedBundleTakesOver() throws Exception {
    drop("marker.jar", JarFixture.bundle("marker", "1.0.0").activator(MarkingActivator.class));
    folder.look();
    drop("marker.jar", JarFixture.bundle("marker", "1.1.0").activator(MarkingActivator.class));
    assertTrue(folder.look());
    assertEquals(List.of(new Entry("marker.jar", "marker", "1.1.0", "")), folder.entries());
    assertEquals(1, services());
    assertEquals(List.of("marker"), installed());
  }

  @Test
  void aTouchedBundleRunsOn() throws Exception {
    drop("marker.jar", JarFixture.bundle("marker", "1.0.0").activator(MarkingActivator.class));
    folder.look();
    long id = bundle("marker").getBundleId();
    Files.setLastModifiedTime(plugins.resolve("marker.jar"), FileTime.from(now.plusSeconds(60)));
    assertTrue(folder.look());
    assertEquals(id, bundle("marker").getBundleId());
    assertEquals(1, services());
  }

  @Test
  void aRenamedBundleIsNoDuplicate() throws Exception {
    drop("a.jar", JarFixture.bundle("marker", "1.0.0"));
    folder.look();
    Files.move(plugins.resolve("a.jar"), plugins.resolve("b.jar"));
    folder.look();
    assertEquals(List.of(new Entry("b.jar", "marker", "1.0.0", "")), folder.entries());
  }

  @Test
  void aTruncatedJarIsReportedOnceItIsQuiet() throws Exception {
    dropTruncated("heater.jar", now);
    assertFalse(folder.look());
    assertEquals(List.of(), reports);
    now = now.plus(Duration.ofSeconds(2));
    assertTrue(folder.look());
    assertTrue(folder.look());
    assertEquals(1, reports.size());
    assertMatches("heater\\.jar: is not a whole jar \\(.+\\); copy or build it again", 0);
    assertEquals("", folder.entries().get(0).bundle());
  }

  @Test
  void anOldTruncatedJarIsReportedAtOnce() throws Exception {
    dropTruncated("heater.jar", now.minusSeconds(3600));
    assertTrue(folder.look());
    assertEquals(1, reports.size());
  }

  @Test
  void aJarThatIsStillBeingWrittenIsNoMistake() throws Exception {
    byte[] whole = JarFixture.bundle("marker", "1.0.0").entry("data").bytes();
    for (int part = 1; part < 4; part++) {
      write("marker.jar", Arrays.copyOf(whole, whole.length * part / 4), now);
      assertFalse(folder.look());
      now = now.plusMillis(900);
    }
    write("marker.jar", whole, now);
    assertTrue(folder.look());
    assertEquals(List.of(new Entry("marker.jar", "marker", "1.0.0", "")), folder.entries());
    assertEquals(List.of(), reports);
  }

  @Test
  void theOldVersionRunsUntilItsReplacementIsWholeOrFound() throws Exception {
    drop("marker.jar", JarFixture.bundle("marker", "1.0.0").activator(MarkingActivator.class));
    folder.look();
    dropTruncated("marker.jar", now);
    assertFalse(folder.look());
    assertEquals(1, services());
    now = now.plusSeconds(2);
    assertTrue(folder.look());
    assertEquals(0, services());
    assertEquals(1, reports.size());
  }

  @Test
  void aCorruptEntryIsFound() throws Exception {
    byte[] bytes = JarFixture.bundle("marker", "1.0.0").entry("data").bytes();
    // past the first entry's header (30 bytes, its name and the jar mark): in the manifest itself
    bytes[30 + "META-INF/MANIFEST.MF".length() + 4 + 10] ^= 0x55;
    write("marker.jar", bytes, now.minusSeconds(60));
    folder.look();
    assertMatches("marker\\.jar: is not a whole jar .*", 0);
  }

  @Test
  void aPlainJarIsNoBundle() throws Exception {
    drop("library.jar", JarFixture.jar().entry("data"));
    folder.look();
    assertEquals(
        List.of(
            "library.jar: is not an OSGi bundle: its manifest has no Bundle-SymbolicName; build it"
                + " with bnd-maven-plugin, as a project of \"powergrid new\" does"),
        reports);
  }

  @Test
  void aMissingPackageIsNamedAndCuredByABundleThatOffersIt() throws Exception {
    drop(
        "heater.jar",
        JarFixture.bundle("heater", "1.0.0")
            .header("Import-Package", "com.acme.heat;version=\"[1.2,2)\",org.osgi.framework"));
    folder.look();
    assertEquals(
        List.of(
            "heater.jar: needs the package com.acme.heat [1.2,2), which nothing here offers; put a"
                + " bundle that does beside it, or pack the library into the plug-in"),
        reports);

    drop(
        "heat.jar",
        JarFixture.bundle("heat", "1.0.0").header("Export-Package", "com.acme.heat;version=1.4.0"));
    folder.look();
    assertEquals("", entry("heater.jar").problem());
    assertEquals(Bundle.ACTIVE, bundle("heater").getState());

    Files.delete(plugins.resolve("heat.jar"));
    folder.look();
    assertEquals(2, reports.size());
    assertMatches("heater\\.jar: needs the package com\\.acme\\.heat .*", 1);
  }

  @Test
  void anotherApiMajorIsRefused() throws Exception {
    drop("old.jar", importing("powergrid.api.device;version=\"[0.3,1)\""));
    drop("new.jar", importing("powergrid.api.device;version=\"[2.0,3)\""));
    drop("minor.jar", importing("powergrid.api.device;version=\"[1.3,2)\""));
    drop("fits.jar", importing("powergrid.api.device;version=\"[1.1,2)\""));
    drop("unknown.jar", importing("powergrid.api.weather;version=\"[1.0,2)\""));
    folder.look();
    assertEquals(
        List.of(
            "minor.jar: needs powergrid.api.device [1.3.0,2.0.0), this workbench has 1.2.0; update"
                + " the workbench, or take a release of the plug-in made for api 1.2",
            "new.jar: needs powergrid.api.device [2.0.0,3.0.0), this workbench has 1.2.0; update"
                + " the workbench, or take a release of the plug-in made for api 1.2",
            "old.jar: needs powergrid.api.device [0.3.0,1.0.0), this workbench has 1.2.0; take a"
                + " release of the plug-in made for this one, or rebuild it with api 1.2",
            "unknown.jar: needs the package powergrid.api.weather, which the api of this workbench"
                + " does not have; update the workbench or take a release of the plug-in made for"
                + " this one"),
        reports);
    assertEquals("", entry("fits.jar").problem());
  }

  @Test
  void aNewerJavaIsAskedFor() throws Exception {
    drop(
        "java.jar",
        JarFixture.bundle("java", "1.0.0")
            .header("Require-Capability", "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\""));
    folder.look();
    assertMatches("java\\.jar: needs Java 99, this is Java \\d+; .*", 0);
  }

  @Test
  void aFailingActivatorIsOneLine() throws Exception {
    drop("broken.jar", JarFixture.bundle("broken", "1.0.0").activator(FailingActivator.class));
    folder.look();
    folder.look();
    assertEquals(
        List.of(
            "broken.jar: does not start: IllegalStateException: no licence found; the plug-in's"
                + " author can tell why"),
        reports);
  }

  @Test
  void theSameBundleTwiceIsSaid() throws Exception {
    drop("a.jar", JarFixture.bundle("marker", "1.0.0"));
    drop("b.jar", JarFixture.bundle("marker", "1.0.0").entry("data"));
    folder.look();
    assertEquals(
        List.of(
            "b.jar: is marker 1.0.0, which is installed already; remove one of the two, or raise"
                + " its version"),
        reports);
    Files.delete(plugins.resolve("a.jar"));
    folder.look();
    assertEquals(List.of(new Entry("b.jar", "marker", "1.0.0", "")), folder.entries());
  }

  @Test
  void aCopyOfTheApiAndAFragmentAreRefused() throws Exception {
    drop("api.jar", JarFixture.bundle("api", "1.0.0").entry("powergrid/api/device/Device.class"));
    drop("part.jar", JarFixture.bundle("part", "1.0.0").header("Fragment-Host", "powergrid.api"));
    folder.look();
    assertMatches("api\\.jar: carries a copy of powergrid\\.api.*scope provided", 0);
    assertMatches("part\\.jar: is a fragment of powergrid\\.api, not a plug-in; .*", 1);
    assertEquals(List.of(), installed());
  }

  @Test
  void onlyLockedJarsRun() throws Exception {
    drop("known.jar", JarFixture.bundle("known", "1.0.0"));
    drop("changed.jar", JarFixture.bundle("changed", "1.0.0"));
    drop("stranger.jar", JarFixture.bundle("stranger", "1.0.0"));
    Path lock = temporary.resolve("plugins.lock");
    Files.write(
        lock,
        List.of(
            "# as sha256sum writes it",
            digest("known.jar") + "  known.jar",
            "0".repeat(64) + " *plugins/changed.jar"));
    folder = folder(DigestLock.read(lock));
    folder.look();
    assertEquals(List.of("known"), installed());
    assertEquals(
        List.of(
            "changed.jar: its SHA-256 is "
                + digest("changed.jar")
                + ", "
                + lock
                + " has "
                + "0".repeat(64)
                + "; put the locked jar back, or change the line if you trust this one",
            "stranger.jar: not in "
                + lock
                + "; if you trust it, add the line \""
                + digest("stranger.jar")
                + "  stranger.jar\""),
        reports);
  }

  @Test
  void aLockThatIsNoneLetsNothingRun() throws Exception {
    drop("known.jar", JarFixture.bundle("known", "1.0.0"));
    Path lock = temporary.resolve("plugins.lock");
    Files.write(lock, List.of("", "known.jar"));
    DigestLock broken = DigestLock.read(lock);
    assertEquals(
        lock + ":2 is not \"sha256  name\", as sha256sum writes it",
        broken.problem().orElseThrow());
    folder = folder(broken);
    folder.look();
    assertEquals(List.of(), installed());
    assertEquals(1, reports.size());
  }

  @Test
  void aFolderThatIsNotThereIsEmptyUntilItIs() throws Exception {
    Files.delete(plugins);
    assertTrue(folder.look());
    assertEquals(List.of(), folder.entries());
    Files.createDirectory(plugins);
    drop("marker.jar", JarFixture.bundle("marker", "1.0.0"));
    folder.look();
    assertEquals(List.of("marker"), installed());
  }

  private WatchedFolder folder(DigestLock lock) throws IOException {
    Path staging = Files.createDirectories(temporary.resolve("staging"));
    return new WatchedFolder(
        plugins,
        new JarReader(staging, lock, () -> ApiPackages.of(context)),
        new Deployer(context, plugins),
        () -> now,
        reports::add);
  }

  private static JarFixture importing(String clause) {
    String name = clause.replaceAll("[^0-9a-z]+", ".");
    return JarFixture.bundle(name, "1.0.0").header("Import-Package", clause);
  }

  private void drop(String name, JarFixture jar) throws IOException {
    Path whole = temporary.resolve(name);
    Files.write(whole, jar.bytes());
    Files.move(whole, plugins.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  private void dropTruncated(String name, Instant modified) throws IOException {
    byte[] whole = JarFixture.bundle("marker", "2.0.0").entry("data").bytes();
    write(name, Arrays.copyOf(whole, whole.length / 2), modified);
  }

  private void write(String name, byte[] bytes, Instant modified) throws IOException {
    Path file = Files.write(plugins.resolve(name), bytes);
    Files.setLastModifiedTime(file, FileTime.from(modified));
  }

  private String digest(String name) throws Exception {
    byte[] bytes = Files.readAllBytes(plugins.resolve(name));
    var sha256 = MessageDigest.getInstance("SHA-256");
    return HexFormat.of().formatHex(sha256.digest(bytes));
  }

  private Entry entry(String file) {
    return folder.entries().stream().filter(e -> e.file().equals(file)).findFirst().orElseThrow();
  }

  private List<String> installed() {
    return Arrays.stream(context.getBundles())
        .filter(b -> b.getBundleId() != 0)
        .map(Bundle::getSymbolicName)
        .toList();
  }

  private Bundle bundle(String name) {
    return Arrays.stream(context.getBundles())
        .filter(b -> name.equals(b.getSymbolicName()))
        .findFirst()
        .orElseThrow();
  }

  private int services() throws InvalidSyntaxException {
    return context.getServiceReferences(Comparable.class, null).size();
  }

  private void assertMatches(String expected, int report) {
    String line = reports.get(report);
    assertTrue(line.matches(expected), line);
  }
}
