package powergrid.it.plugin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Packs {@link ZeroRewardFactory} as the bundle that a plug-in's build would make of it. */
public final class ZeroRewardJar {
  /** The type of the plug-in in it. */
  public static final String TYPE = "zero";

  /** The symbolic name of the bundle. */
  public static final String BUNDLE = "zero.reward";

  private static final String IMPORTS =
      "powergrid.api.plugin;powergrid.api.reward;powergrid.api.environment;version=\"%s\"";

  private static final String COMPONENT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="zero.reward">
        <service>
          <provide interface="powergrid.api.reward.RewardFactory"/>
        </service>
        <property name="plugin.type" type="String" value="zero"/>
        <property name="plugin.help" type="String" value="nothing for anyone"/>
        <implementation class="%s"/>
      </scr:component>
      """;

  private ZeroRewardJar() {}

  /** A jar that the workbench can use, in a version of its own. */
  public static byte[] version(String version) {
    return pack(version, IMPORTS.formatted("[1.0,2)"));
  }

  /** A jar for another major version of the api. */
  public static byte[] ofOtherApi() {
    return pack("1.0.0", IMPORTS.formatted("[2.0,3)"));
  }

  /** A jar that needs a package no one has. */
  public static byte[] importing(String packageName) {
    return pack("1.0.0", IMPORTS.formatted("[1.0,2)") + "," + packageName);
  }

  private static byte[] pack(String version, String imports) {
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue("Bundle-ManifestVersion", "2");
    headers.putValue("Bundle-SymbolicName", BUNDLE);
    headers.putValue("Bundle-Version", version);
    headers.putValue("Import-Package", imports);
    headers.putValue("Service-Component", "OSGI-INF/zero.xml");
    String factory = ZeroRewardFactory.class.getName();
    String entry = factory.replace('.', '/') + ".class";
    var bytes = new ByteArrayOutputStream();
    try (var jar = new JarOutputStream(bytes, manifest);
        InputStream in = ZeroRewardJar.class.getResourceAsStream("/" + entry)) {
      jar.putNextEntry(new ZipEntry("OSGI-INF/zero.xml"));
      jar.write(COMPONENT.formatted(factory).getBytes(StandardCharsets.UTF_8));
      jar.putNextEntry(new ZipEntry(entry));
      in.transferTo(jar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
