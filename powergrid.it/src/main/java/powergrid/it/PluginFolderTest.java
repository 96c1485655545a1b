package powergrid.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.common.service.ServiceAware;
import org.osgi.test.junit5.context.BundleContextExtension;
import org.osgi.test.junit5.service.ServiceExtension;
import powergrid.api.plugin.InstalledPlugin;
import powergrid.api.plugin.PluginCatalog;
import powergrid.api.plugin.PluginFolder;
import powergrid.api.plugin.PluginFolder.Entry;
import powergrid.api.reward.RewardFactory;
import powergrid.it.plugin.ZeroRewardJar;

/** Plug-ins come, change and go with the files in the plug-in folder, in the whole workbench. */
@ExtendWith({BundleContextExtension.class, ServiceExtension.class})
class PluginFolderTest {
  private static final String JAR = "zero.jar";

  @InjectBundleContext BundleContext context;
  @InjectService PluginFolder folder;
  @InjectService PluginCatalog catalog;

  /** Returns when every file in the folder is running or refused. */
  @InjectService(filter = "(powergrid.plugins.look=true)")
  Runnable look;

  @SuppressWarnings("rawtypes")
  @InjectService(cardinality = 0, filter = "(plugin.type=" + ZeroRewardJar.TYPE + ")")
  ServiceAware<RewardFactory> rewards;

  @BeforeEach
  void createFolder() throws IOException {
    Files.createDirectories(folder.path());
  }

  @AfterEach
  void emptyFolder() throws IOException {
    remove();
    assertEquals(List.of(), folder.entries());
    assertEquals(0, rewards.size());
  }

  @Test
  void aDroppedPluginIsUsableAndARemovedOneIsGone() throws IOException {
    assertEquals(List.of(), versions());
    drop(ZeroRewardJar.version("1.0.0"));
    look.run();
    assertEquals(List.of(new Entry(JAR, ZeroRewardJar.BUNDLE, "1.0.0", "")), folder.entries());
    assertEquals(1, rewards.size());
    assertEquals(List.of("1.0.0"), versions());

    remove();
    assertEquals(0, rewards.size());
    assertEquals(List.of(), versions());
  }

  @Test
  void aReplacedPluginTakesOver() throws IOException {
    drop(ZeroRewardJar.version("1.0.0"));
    look.run();
    long generation = catalog.generation();
    drop(ZeroRewardJar.version("1.1.0"));
    look.run();
    assertEquals(1, rewards.size());
    assertEquals(List.of("1.1.0"), versions());
    assertTrue(catalog.generation() > generation);
  }

  @Test
  void whatCannotBeUsedIsSaidAndTheRestRunsOn() throws IOException {
    int active = active();
    byte[] whole = ZeroRewardJar.version("1.0.0");
    drop(Arrays.copyOf(whole, whole.length / 2));
    Files.setLastModifiedTime(file(), FileTime.from(Instant.now().minusSeconds(60)));
    look.run();
    assertProblem("is not a whole jar");
    drop(ZeroRewardJar.importing("com.acme.heat"));
    look.run();
    assertProblem("needs the package com.acme.heat, which nothing here offers");
    drop(ZeroRewardJar.ofOtherApi());
    look.run();
    assertProblem("needs powergrid.api.plugin [2.0.0,3.0.0), this workbench has 1.");
    assertEquals(active, active());

    drop(whole);
    look.run();
    assertEquals(1, rewards.size());
  }

  @Test
  void theFolderIsWatched(TestReporter report) throws Exception {
    List<Long> millis = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      long dropped = System.nanoTime();
      drop(ZeroRewardJar.version("1.0." + i));
      assertNotNull(rewards.waitForService(10_000));
      millis.add(Duration.ofNanos(System.nanoTime() - dropped).toMillis());
      remove();
    }
    millis.sort(null);
    report.publishEntry("drop to usable, median of 10, ms", String.valueOf(millis.get(5)));
  }

  @Test
  void aRemovedPluginLeavesNoClassLoader() throws Exception {
    ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      loaders.add(useAndRemove("1.0." + i, collected));
    }
    for (int left = loaders.size(); left > 0; left--) {
      System.gc();
      assertNotNull(
          collected.remove(10_000), left + " of " + loaders.size() + " class loaders stay");
    }
  }

  private WeakReference<ClassLoader> useAndRemove(
      String version, ReferenceQueue<ClassLoader> collected) throws Exception {
    drop(ZeroRewardJar.version(version));
    look.run();
    assertNotNull(rewards.getService().configType());
    Bundle bundle = rewards.getServiceReference().getBundle();
    var loader = new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader(), collected);
    remove();
    return loader;
  }

  /** Drops a jar as a careful copy does: whole at once. */
  private void drop(byte[] jar) throws IOException {
    Path whole = Files.write(folder.path().resolve(".incoming"), jar);
    Files.move(whole, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private void remove() throws IOException {
    Files.deleteIfExists(file());
    look.run();
  }

  private Path file() {
    return folder.path().resolve(JAR);
  }

  private void assertProblem(String beginning) {
    Entry entry = folder.entries().get(0);
    assertTrue(entry.problem().startsWith(beginning), entry.problem());
    assertEquals(0, rewards.size());
    assertEquals(List.of(), versions());
  }

  private List<String> versions() {
    return catalog.plugins().stream()
        .filter(p -> p.type().equals(ZeroRewardJar.TYPE) && p.usable())
        .map(InstalledPlugin::version)
        .toList();
  }

  private int active() {
    return (int)
        Arrays.stream(context.getBundles()).filter(b -> b.getState() == Bundle.ACTIVE).count();
  }
}
