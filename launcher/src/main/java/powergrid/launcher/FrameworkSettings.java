package powergrid.launcher;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.framework.cache.BundleCache;
import org.apache.felix.framework.util.FelixConstants;
import org.osgi.framework.Constants;

/** The properties of the framework; those called {@code powergrid.*} are read by our bundles. */
final class FrameworkSettings {
  /** Where everything but the shell starts. */
  static final int HEADLESS_LEVEL = 1;

  /** Where the plug-in folder is first looked at: over what plug-ins stand on. */
  static final int PLUGINS_LEVEL = 2;

  /** Where the shell starts. */
  static final int SHELL_LEVEL = 3;

  private FrameworkSettings() {}

  static Map<String, Object> of(Distribution distribution, CommandLine line, Storage storage) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(Constants.FRAMEWORK_STORAGE, storage.path().toString());
    settings.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
    settings.put(BundleCache.CACHE_LOCKING_PROP, "false"); // the folder is ours alone
    settings.put(
        Constants.FRAMEWORK_BEGINNING_STARTLEVEL,
        String.valueOf(line.shell() ? SHELL_LEVEL : PLUGINS_LEVEL));
    settings.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, logging());
    // only the shell's scripts have addresses of a scheme that the framework brings
    settings.put(FelixConstants.SERVICE_URLHANDLERS_PROP, String.valueOf(line.shell()));
    settings.put(FelixConstants.LOG_LOGGER_PROP, new FrameworkLog());
    settings.put(FelixConstants.LOG_LEVEL_PROP, "2");
    settings.put("gosh.home", distribution.home().toString()); // its etc/ is the shell's
    settings.put("powergrid.home", distribution.home().toString());
    settings.put("powergrid.command", line.written());
    settings.put("powergrid.plugins", plugins(distribution, line).toString());
    line.lock().ifPresent(file -> settings.put("powergrid.plugins.lock", file.toString()));
    return settings;
  }

  private static Path plugins(Distribution distribution, CommandLine line) {
    String configured = System.getProperty("powergrid.plugins", "");
    Path usual = configured.isEmpty() ? distribution.plugins() : Path.of(configured);
    return line.plugins().orElse(usual).toAbsolutePath();
  }

  /** The logs that all bundles share; slf4j in both versions that libraries ask for. */
  private static String logging() {
    return Stream.of("2.0.17", "1.7.36")
        .flatMap(
            version ->
                Stream.of("org.slf4j", "org.slf4j.event", "org.slf4j.helpers", "org.slf4j.spi")
                    .map(name -> name + ";version=" + version))
        .collect(Collectors.joining(",", "org.osgi.service.log;version=1.5,", ""));
  }
}
