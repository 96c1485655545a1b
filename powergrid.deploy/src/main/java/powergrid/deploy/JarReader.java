package powergrid.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipException;
import org.osgi.framework.Constants;

/** Copies a jar out of the folder and checks it: whole, locked, a bundle, for this api. */
final class JarReader {
  private static final Logger LOG = System.getLogger("powergrid.deploy");
  private static final String API_FOLDER = ApiPackages.ROOT.replace('.', '/') + "/";

  private final Path staging;
  private final DigestLock lock;
  private final Supplier<ApiPackages> api;

  /**
   * A reader.
   *
   * @param staging a folder of our own for the copies
   * @param lock what may run
   * @param api what the workbench offers when a jar is read
   */
  JarReader(Path staging, DigestLock lock, Supplier<ApiPackages> api) {
    this.staging = staging;
    this.lock = lock;
    this.api = api;
  }

  /** Reads a jar; its copy stays only where nothing is wrong with it. */
  PluginJar read(Path file) throws UnusableJarException {
    Path copy = staging.resolve(file.getFileName());
    boolean usable = false;
    try {
      String digest = copy(file, copy);
      PluginJar jar = check(file.getFileName().toString(), copy, digest);
      usable = true;
      return jar;
    } finally {
      if (!usable) {
        discard(copy);
      }
    }
  }

  /** Deletes a copy; one that stays is removed with the framework's storage. */
  void discard(Path copy) {
    try {
      Files.deleteIfExists(copy);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "a copied plug-in stays until the end", e);
    }
  }

  private String copy(Path file, Path copy) throws UnusableJarException {
    MessageDigest sha256 = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256);
        OutputStream out = Files.newOutputStream(copy)) {
      in.transferTo(out);
    } catch (IOException e) {
      throw UnusableJarException.incomplete(
          "cannot be read: " + Words.of(e) + "; make it a file that this user may read", e);
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  private PluginJar check(String name, Path copy, String digest) throws UnusableJarException {
    Manifest manifest;
    boolean carriesApi;
    try (JarFile jar = new JarFile(copy.toFile(), false)) {
      carriesApi = readThrough(jar);
      manifest = jar.getManifest();
    } catch (IOException e) {
      throw UnusableJarException.incomplete(
          "is not a whole jar (" + Words.of(e) + "); copy or build it again", e);
    }
    lock.check(name, digest);
    if (manifest == null) {
      throw notABundle("it has no manifest");
    }
    Attributes headers = manifest.getMainAttributes();
    List<Clause> names = Clause.parse(headers.getValue(Constants.BUNDLE_SYMBOLICNAME));
    if (names.isEmpty()) {
      throw notABundle("its manifest has no Bundle-SymbolicName");
    }
    if (headers.getValue(Constants.FRAGMENT_HOST) != null) {
      throw UnusableJarException.refused(
          "is a fragment of "
              + headers.getValue(Constants.FRAGMENT_HOST)
              + ", not a plug-in; build it as a bundle of its own");
    }
    if (carriesApi) {
      throw UnusableJarException.refused(
          "carries a copy of powergrid.api, which the workbench would not recognise;"
              + " give the dependency on powergrid.api the scope provided");
    }
    List<Clause> imports = Clause.parse(headers.getValue(Constants.IMPORT_PACKAGE));
    api.get().check(imports);
    String version = headers.getValue(Constants.BUNDLE_VERSION);
    return new PluginJar(
        name,
        copy,
        digest,
        names.get(0).name(),
        version == null ? "0.0.0" : version.strip(),
        imports);
  }

  /**
   * Reads every entry against its checksum, which opening does not; true where it carries the api.
   */
  private static boolean readThrough(JarFile jar) throws IOException {
    boolean carriesApi = false;
    for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
      JarEntry entry = entries.nextElement();
      carriesApi |= entry.getName().startsWith(API_FOLDER) && entry.getName().endsWith(".class");
      try (var in = new CheckedInputStream(jar.getInputStream(entry), new CRC32())) {
        in.transferTo(OutputStream.nullOutputStream());
        if (in.getChecksum().getValue() != entry.getCrc()) {
          throw new ZipException("the checksum of " + entry.getName() + " is wrong");
        }
      }
    }
    return carriesApi;
  }

  private static UnusableJarException notABundle(String reason) {
    return UnusableJarException.refused(
        "is not an OSGi bundle: "
            + reason
            + "; build it with bnd-maven-plugin, as a project of \"powergrid new\" does");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
