package powergrid.deploy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Builds plug-in jars in memory. */
final class JarFixture {
  private final Manifest manifest = new Manifest();
  private final List<Class<?>> classes = new ArrayList<>();
  private final List<String> entries = new ArrayList<>();

  private JarFixture() {
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
  }

  static JarFixture jar() {
    return new JarFixture();
  }

  static JarFixture bundle(String symbolicName, String version) {
    return jar()
        .header("Bundle-ManifestVersion", "2")
        .header("Bundle-SymbolicName", symbolicName)
        .header("Bundle-Version", version);
  }

  JarFixture header(String name, String value) {
    manifest.getMainAttributes().putValue(name, value);
    return this;
  }

  JarFixture activator(Class<?> activator) {
    classes.add(activator);
    return header("Bundle-Activator", activator.getName())
        .header("Import-Package", "org.osgi.framework");
  }

  JarFixture entry(String name) {
    entries.add(name);
    return this;
  }

  byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    try (var jar = new JarOutputStream(bytes, manifest)) {
      for (Class<?> type : classes) {
        String name = type.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new ZipEntry(name));
        try (InputStream in = type.getResourceAsStream("/" + name)) {
          in.transferTo(jar);
        }
      }
      for (String entry : entries) {
        jar.putNextEntry(new ZipEntry(entry));
        jar.write(new byte[1000]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
