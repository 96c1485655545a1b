package powergrid.it.plugin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Packs a factory of this bundle as the bundle that a plug-in's own build would make of it. */
public final class PluginJar {
  private static final String COMPONENT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%1$s">
        <service>
          <provide interface="%2$s"/>
        </service>
        <property name="plugin.type" type="String" value="%3$s"/>
        <property name="plugin.help" type="String" value="for a test"/>
        <implementation class="%1$s"/>
      </scr:component>
      """;

  private final Class<?> factory;
  private final Class<?> service;
  private final String type;
  private final String bundle;

  /**
   * Says what to pack.
   *
   * @param factory a class of this bundle; its nested classes go with it
   * @param service that it provides
   * @param type of the plug-in
   * @param bundle symbolic name
   */
  public PluginJar(Class<?> factory, Class<?> service, String type, String bundle) {
    this.factory = factory;
    this.service = service;
    this.type = type;
    this.bundle = bundle;
  }

  /**
   * Packs it.
   *
   * @param version of the bundle
   * @param imports its Import-Package header
   * @return the jar's bytes
   */
  public byte[] pack(String version, String imports) {
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue("Bundle-ManifestVersion", "2");
    headers.putValue("Bundle-SymbolicName", bundle);
    headers.putValue("Bundle-Version", version);
    headers.putValue("Import-Package", imports);
    headers.putValue("Service-Component", "OSGI-INF/component.xml");
    var bytes = new ByteArrayOutputStream();
    try (var jar = new JarOutputStream(bytes, manifest)) {
      jar.putNextEntry(new ZipEntry("OSGI-INF/component.xml"));
      String component = COMPONENT.formatted(factory.getName(), service.getName(), type);
      jar.write(component.getBytes(StandardCharsets.UTF_8));
      for (Class<?> c : withNested(factory)) {
        String entry = c.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new ZipEntry(entry));
        try (InputStream in = PluginJar.class.getResourceAsStream("/" + entry)) {
          in.transferTo(jar);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static List<Class<?>> withNested(Class<?> type) {
    List<Class<?>> all = new ArrayList<>(List.of(type));
    Stream.of(type.getDeclaredClasses()).map(PluginJar::withNested).forEach(all::addAll);
    return all;
  }
}
