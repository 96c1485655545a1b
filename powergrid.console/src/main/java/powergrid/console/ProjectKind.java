package powergrid.console;

import java.util.List;
import powergrid.api.plugin.PluginKind;

/**
 * A project that can be written.
 *
 * @param plugin what it is a project of
 * @param folder of its templates
 * @param model file that says what the plug-in is
 * @param sources its files, {@code @} standing for what its classes' names begin with
 * @param test its test
 * @param clashing beginning that would give a class the name of one that it implements
 * @param example of a name
 */
record ProjectKind(
    PluginKind plugin,
    String folder,
    String model,
    List<String> sources,
    String test,
    String clashing,
    String example) {
  /** Equipment, in a file for each of its parts. */
  static final ProjectKind DEVICE =
      new ProjectKind(
          PluginKind.DEVICE,
          "device",
          "package-info.java",
          List.of("package-info.java", "@Factory.java", "@Settings.java", "@Device.java"),
          "@DeviceTest.java",
          "Device", // DeviceFactory
          "my.heater");

  /** Peers, in one file. */
  static final ProjectKind HORIZONTAL_PROTOCOL =
      protocol(PluginKind.HORIZONTAL_PROTOCOL, "horizontal", "Horizontal"); // HorizontalProtocol

  /** A parent and its children, in one file. */
  static final ProjectKind VERTICAL_PROTOCOL =
      protocol(PluginKind.VERTICAL_PROTOCOL, "vertical", "Vertical"); // VerticalProtocol

  /** All there are. */
  static final List<ProjectKind> ALL = List.of(DEVICE, HORIZONTAL_PROTOCOL, VERTICAL_PROTOCOL);

  private static ProjectKind protocol(PluginKind plugin, String folder, String clashing) {
    return new ProjectKind(
        plugin,
        folder,
        "@Protocol.java",
        List.of("@Protocol.java"),
        "@ProtocolTest.java",
        clashing,
        "my.sharing");
  }

  /** The template of one of its files. */
  String template(String file) {
    return folder + "/" + file.replace("@", "") + ".txt";
  }

  /**
   * Refuses names that cannot be used for it.
   *
   * @throws WrongInput if so
   */
  void check(PluginName name) {
    if (clashing.equals(name.className())) {
      throw new WrongInput(
          "'" + name.packageName() + "': call it after what it is, e.g. " + example);
    }
  }
}
