package powergrid.it.reactor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Constants;
import org.osgi.framework.VersionRange;

/**
 * What a built bundle of ours says in its manifest and carries in its jar.
 *
 * @param symbolicName its Bundle-SymbolicName
 * @param exports the packages it exports
 * @param imports the packages it imports, each with the range of versions it accepts
 * @param classes the names of the class files in its jar
 */
record BundleManifest(
    String symbolicName,
    List<String> exports,
    Map<String, VersionRange> imports,
    List<String> classes) {
  /** A clause of a manifest header: a package name and its quoted or plain parameters. */
  private static final Pattern CLAUSE =
      Pattern.compile("([\\w.]+)((?:;\\s*[\\w-]+:?=(?:\"[^\"]*\"|[^;,]*))*)(?:,|$)");

  private static final Pattern VERSION = Pattern.compile(";\\s*version=(?:\"([^\"]*)\"|([^;,]*))");

  /** All bundles of this reactor on the class path, by symbolic name; they must be packaged. */
  static Map<String, BundleManifest> onClassPath() throws IOException {
    Map<String, BundleManifest> bundles = new TreeMap<>();
    ClassLoader loader = BundleManifest.class.getClassLoader();
    for (URL url : Collections.list(loader.getResources(JarFile.MANIFEST_NAME))) {
      if (url.openConnection() instanceof JarURLConnection jar) {
        BundleManifest bundle = read(jar);
        if (bundle.symbolicName().startsWith("powergrid.")) {
          bundles.put(bundle.symbolicName(), bundle);
        }
      }
    }
    return bundles;
  }

  private static BundleManifest read(JarURLConnection jar) throws IOException {
    Attributes main;
    try (InputStream in = jar.getInputStream()) {
      main = new Manifest(in).getMainAttributes();
    }
    String name = header(main, Constants.BUNDLE_SYMBOLICNAME).split(";", 2)[0];
    Map<String, VersionRange> imports = new TreeMap<>();
    clauses(header(main, Constants.IMPORT_PACKAGE))
        .forEach((imported, parameters) -> imports.put(imported, version(parameters)));
    return new BundleManifest(
        name,
        List.copyOf(clauses(header(main, Constants.EXPORT_PACKAGE)).keySet()),
        imports,
        classesIn(jar));
  }

  private static List<String> classesIn(JarURLConnection jar) {
    try {
      return jar.getJarFile().stream()
          .map(JarEntry::getName)
          .filter(entry -> entry.endsWith(".class"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String header(Attributes main, String name) {
    String value = main.getValue(name);
    return value == null ? "" : value;
  }

  /** Splits a header into its packages and the parameters of each. */
  private static Map<String, String> clauses(String header) {
    Map<String, String> clauses = new TreeMap<>();
    Matcher matcher = CLAUSE.matcher(header);
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      clauses.put(matcher.group(1), matcher.group(2));
      end = matcher.end();
    }
    if (end != header.length()) {
      throw new IllegalArgumentException("Not a header of packages: " + header.substring(end));
    }
    return clauses;
  }

  private static VersionRange version(String parameters) {
    Matcher matcher = VERSION.matcher(parameters);
    if (!matcher.find()) {
      return new VersionRange("0");
    }
    return new VersionRange(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
  }
}
