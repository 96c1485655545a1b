package powergrid.console;

import java.util.List;
import powergrid.api.plugin.PluginKind;

/** The projects that can be written. */
enum ProjectKind {
  /** Equipment, in a file for each of its parts. */
  DEVICE(
      PluginKind.DEVICE,
      "device",
      "package-info.java",
      List.of("package-info.java", "@Factory.java", "@Settings.java", "@Device.java"),
      "@DeviceTest.java",
      // DeviceFactory would be both the project's class and the one it implements
      List.of("Device")),
  /** Peers, in one file. */
  HORIZONTAL_PROTOCOL(
      PluginKind.HORIZONTAL_PROTOCOL,
      "horizontal",
      "@Protocol.java",
      List.of("@Protocol.java"),
      "@ProtocolTest.java",
      List.of("Horizontal")),
  /** A parent and its children, in one file. */
  VERTICAL_PROTOCOL(
      PluginKind.VERTICAL_PROTOCOL,
      "vertical",
      "@Protocol.java",
      List.of("@Protocol.java"),
      "@ProtocolTest.java",
      List.of("Vertical"));

  private final PluginKind plugin;
  private final String folder;
  private final String model;
  private final List<String> sources;
  private final String test;
  private final List<String> clashing;

  /**
   * A project.
   *
   * @param plugin what it is a project of
   * @param folder of its templates
   * @param model file that says what the plug-in is
   * @param sources its files, {@code @} standing for what its classes' names begin with
   * @param test its test
   * @param clashing beginnings that would give a class the name of one that it implements
   */
  ProjectKind(
      PluginKind plugin,
      String folder,
      String model,
      List<String> sources,
      String test,
      List<String> clashing) {
    this.plugin = plugin;
    this.folder = folder;
    this.model = model;
    this.sources = sources;
    this.test = test;
    this.clashing = clashing;
  }

  PluginKind plugin() {
    return plugin;
  }

  /** The template of one of its files. */
  String template(String file) {
    return folder + "/" + file.replace("@", "") + ".txt";
  }

  String model() {
    return model;
  }

  List<String> sources() {
    return sources;
  }

  String test() {
    return test;
  }

  /**
   * Refuses names that cannot be used for it.
   *
   * @throws WrongInput if so
   */
  void check(PluginName name) {
    if (clashing.contains(name.className())) {
      throw new WrongInput(
          "'"
              + name.packageName()
              + "': call it after what it is, e.g. "
              + (this == DEVICE ? "my.heater" : "my.sharing"));
    }
  }
}
