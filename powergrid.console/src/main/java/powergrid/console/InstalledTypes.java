package powergrid.console;

import java.util.List;
import powergrid.api.plugin.InstalledPlugin;
import powergrid.api.plugin.PluginCatalog;
import powergrid.api.plugin.PluginKind;

/** Finds plug-ins by what a user calls them. */
final class InstalledTypes {
  private InstalledTypes() {}

  /**
   * The plug-ins of a type.
   *
   * @param catalog what is installed
   * @param kind of plug-in
   * @param type its name
   * @return at least one; more where bundles compete for the type
   * @throws WrongInput with the types there are
   */
  static List<InstalledPlugin> find(PluginCatalog catalog, PluginKind kind, String type) {
    List<InstalledPlugin> ofKind =
        catalog.plugins().stream().filter(plugin -> plugin.kind() == kind).toList();
    List<InstalledPlugin> found =
        ofKind.stream().filter(plugin -> plugin.type().equals(type)).toList();
    if (found.isEmpty()) {
      List<String> types = ofKind.stream().map(InstalledPlugin::type).distinct().toList();
      String there =
          types.isEmpty() ? " None is installed." : " There are " + String.join(", ", types) + ".";
      throw new WrongInput(
          "no " + kind.label() + " '" + type + "'" + Nearest.hint(type, types) + there);
    }
    return found;
  }
}
