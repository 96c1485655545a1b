package powergrid.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A device plug-in's project, from the templates beside this class. */
final class DeviceProject {
  private final PluginName plugin;
  private final ApiRepository repository;

  DeviceProject(PluginName plugin, ApiRepository repository) {
    this.plugin = plugin;
    this.repository = repository;
  }

  /**
   * Writes the project.
   *
   * @param directory must not exist
   * @throws WrongInput if it exists or cannot be created
   * @throws IOException if a file cannot be written
   */
  void write(Path directory) throws IOException {
    Map<String, String> files = files();
    try {
      Files.createDirectory(directory);
    } catch (FileAlreadyExistsException e) {
      throw new WrongInput(directory + " exists already; choose another name or move it away");
    } catch (FileSystemException e) {
      throw new WrongInput(directory + " cannot be created: " + e);
    }
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = directory.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  /** The texts by path. */
  Map<String, String> files() throws IOException {
    String folder = plugin.packageName().replace('.', '/') + "/" + plugin.className();
    Map<String, String> files = new LinkedHashMap<>();
    files.put("pom.xml", filled("pom.xml"));
    files.put("README.md", filled("README.md"));
    files.put(".gitignore", "target/\n");
    files.put(
        "src/main/java/" + plugin.packageName().replace('.', '/') + "/package-info.java",
        filled("package-info.java"));
    for (String part : new String[] {"Factory", "Settings", "Device"}) {
      files.put("src/main/java/" + folder + part + ".java", filled(part + ".java"));
    }
    files.put("src/test/java/" + folder + "DeviceTest.java", filled("DeviceTest.java"));
    return files;
  }

  private String filled(String template) throws IOException {
    try (InputStream stream =
        DeviceProject.class.getResourceAsStream("device/" + template + ".txt")) {
      if (stream == null) {
        throw new AssertionError("template " + template + " is not in the bundle");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .replace("@package@", plugin.packageName())
          .replace("@class@", plugin.className())
          .replace("@type@", plugin.type())
          .replace("@version@", repository.version())
          .replace("@repository@", escaped(repository.url().toString()));
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
