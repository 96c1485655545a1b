package powergrid.deploy;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import powergrid.api.plugin.PluginFolder;

/**
 * The plug-in folder: each look makes the installed bundles what the files in it are. A file that
 * changes is read again; one that is no whole jar is taken for one that is still being written
 * until it has not changed for a while, and what it replaces runs on so long. Thread-safe.
 */
final class WatchedFolder implements PluginFolder {
  /** How long an incomplete file must stay as it is before it is reported. */
  private static final Duration QUIET = Duration.ofSeconds(1);

  /** The age from which a file is taken to be quiet when it is first seen. */
  private static final Duration OLD = Duration.ofSeconds(2);

  private final Path path;
  private final JarReader reader;
  private final Deployer deployer;
  private final InstantSource clock;
  private final Consumer<String> report;
  private final SortedMap<String, Deployment> deployments = new TreeMap<>();
  private String folderProblem = "";
  private volatile List<Entry> entries = List.of();

  /**
   * A folder that has not been looked at.
   *
   * @param path absolute
   * @param reader checks a jar
   * @param deployer installs it
   * @param clock the time of file stamps
   * @param report takes one line a problem
   */
  WatchedFolder(
      Path path,
      JarReader reader,
      Deployer deployer,
      InstantSource clock,
      Consumer<String> report) {
    this.path = path;
    this.reader = reader;
    this.deployer = deployer;
    this.clock = clock;
    this.report = report;
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public List<Entry> entries() {
    return entries;
  }

  /**
   * Looks once.
   *
   * @return whether every file is running or refused; false while some may still be being written
   * @throws InterruptedException if interrupted while classes are being released
   */
  synchronized boolean look() throws InterruptedException {
    SortedMap<String, Stamp> stamps;
    try {
      stamps = Stamp.jars(path);
      folderProblem = "";
    } catch (IOException | DirectoryIteratorException e) {
      String problem = path + " cannot be read: " + Words.of(e) + "; its plug-ins stay as they are";
      if (!problem.equals(folderProblem)) {
        folderProblem = problem;
        report.accept(problem);
      }
      return true;
    }
    Instant now = clock.instant();
    List<Deployment> gone =
        deployments.values().stream().filter(d -> !stamps.containsKey(d.file)).toList();
    gone.forEach(d -> deployments.remove(d.file));
    stamps.forEach(
        (file, stamp) -> deployments.computeIfAbsent(file, Deployment::new).seen(stamp, now));
    if (!gone.isEmpty()) {
      // what was in the way of another may be away now
      deployments.values().stream().filter(d -> d.bundle == null).forEach(d -> d.settled = false);
    }
    List<Deployment> unsettled = deployments.values().stream().filter(d -> !d.settled).toList();
    if (gone.isEmpty() && unsettled.isEmpty()) {
      return true;
    }
    List<Bundle> outdated = bundles(gone);
    List<PluginJar> fresh = read(unsettled, now, outdated);
    if (!outdated.isEmpty()) {
      deployer.remove(outdated);
    }
    install(fresh);
    startAll();
    entries = deployments.values().stream().map(Deployment::entry).toList();
    deployments.values().stream()
        .map(Deployment::news)
        .filter(line -> !line.isEmpty())
        .forEach(report);
    return deployments.values().stream().allMatch(d -> d.settled);
  }

  /** Removes every bundle that came from the folder. */
  synchronized void clear() throws InterruptedException {
    List<Bundle> bundles = bundles(deployments.values());
    deployments.clear();
    entries = List.of();
    deployer.remove(bundles);
  }

  private static List<Bundle> bundles(Collection<Deployment> deployments) {
    return deployments.stream()
        .map(d -> d.bundle)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** Reads what is new or changed; adds to the outdated what is not in the folder any more. */
  private List<PluginJar> read(List<Deployment> unsettled, Instant now, List<Bundle> outdated) {
    List<PluginJar> fresh = new ArrayList<>();
    for (Deployment deployment : unsettled) {
      boolean changed;
      try {
        PluginJar jar = reader.read(path.resolve(deployment.file));
        changed = deployment.bundle == null || !deployment.digest.equals(jar.digest());
        if (changed) {
          fresh.add(jar);
        } else {
          reader.discard(jar.copy()); // touched only
        }
        deployment.settled = true;
        deployment.problem = "";
      } catch (UnusableJarException e) {
        changed = !e.incomplete() || quiet(deployment, now);
        deployment.settled = changed;
        deployment.problem = e.getMessage();
      }
      if (changed && deployment.bundle != null) {
        outdated.add(deployment.bundle);
        deployment.bundle = null;
      }
    }
    return fresh;
  }

  private static boolean quiet(Deployment deployment, Instant now) {
    return !deployment.since.plus(QUIET).isAfter(now)
        || !deployment.stamp.modified().plus(OLD).isAfter(now);
  }

  private void install(List<PluginJar> fresh) {
    for (PluginJar jar : fresh) {
      Deployment deployment = deployments.get(jar.file());
      try {
        deployment.bundle = deployer.install(jar);
        deployment.digest = jar.digest();
        deployment.imports = jar.imports();
      } catch (UnusableJarException e) {
        deployment.problem = e.getMessage();
      } finally {
        reader.discard(jar.copy());
      }
    }
  }

  /** Starts what is new, and what could not be linked before: it may be now. */
  private void startAll() {
    for (Deployment deployment : deployments.values()) {
      Bundle bundle = deployment.bundle;
      if (bundle == null || !startable(bundle, deployment)) {
        continue;
      }
      try {
        deployer.start(bundle, deployment.imports);
        deployment.problem = "";
      } catch (UnusableJarException e) {
        deployment.problem = e.getMessage();
      }
    }
  }

  private static boolean startable(Bundle bundle, Deployment deployment) {
    return bundle.getState() == Bundle.INSTALLED
        || (bundle.getState() == Bundle.RESOLVED && deployment.problem.isEmpty());
  }
}
