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

/** A plug-in's project, from the templates beside this class. */
final class PluginProject {
  private final ProjectKind kind;
  private final PluginName plugin;
  private final ApiRepository repository;

  PluginProject(ProjectKind kind, PluginName plugin, ApiRepository repository) {
    this.kind = kind;
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
    String folder = plugin.packageName().replace('.', '/') + "/";
    Map<String, String> files = new LinkedHashMap<>();
    files.put("pom.xml", filled("pom.xml.txt"));
    files.put("README.md", filled(kind.template("README.md")));
    files.put(".gitignore", "target/\n");
    for (String file : kind.sources()) {
      files.put("src/main/java/" + folder + named(file), filled(kind.template(file)));
    }
    files.put("src/test/java/" + folder + named(kind.test()), filled(kind.template(kind.test())));
    return files;
  }

  private String named(String file) {
    return file.replace("@", plugin.className());
  }

  private String filled(String template) throws IOException {
    try (InputStream stream = PluginProject.class.getResourceAsStream("project/" + template)) {
      if (stream == null) {
        throw new AssertionError("template " + template + " is not in the bundle");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .replace("@package@", plugin.packageName())
          .replace("@class@", plugin.className())
          .replace("@type@", plugin.type())
          .replace("@model@", named(kind.model()))
          .replace("@version@", repository.version())
          .replace("@repository@", escaped(repository.url().toString()));
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
