package powergrid.console;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import picocli.CommandLine;
import powergrid.api.command.Command;
import powergrid.api.command.Session;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.FieldDescription;
import powergrid.api.plugin.InstalledPlugin;
import powergrid.api.plugin.PluginCatalog;
import powergrid.api.plugin.PluginKind;

/** {@code describe}: what a plug-in can be told. */
@Component(service = Command.class)
public final class DescribeCommand extends ParsedCommand {
  private final PluginCatalog catalog;

  /**
   * The command.
   *
   * @param catalog what is installed
   */
  @Activate
  public DescribeCommand(@Reference PluginCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public String name() {
    return "describe";
  }

  @Override
  Call call(Session session) {
    return new Arguments(session);
  }

  @CommandLine.Command(
      description = "Describe a plug-in: every field that a scenario can give it.",
      footer = {
        "",
        "Examples:",
        "  powergrid describe device/storage",
        "  powergrid describe network/ieee13",
        "",
        "What there is: powergrid list."
      })
  private final class Arguments extends Call {
    private final Session session;

    @CommandLine.Parameters(
        paramLabel = "KIND/TYPE",
        description = "The plug-in, e.g. device/storage.")
    private String name;

    private Arguments(Session session) {
      this.session = session;
    }

    @Override
    int run() {
      int slash = name.indexOf('/');
      if (slash <= 0 || slash == name.length() - 1) {
        throw new WrongInput(
            "'" + name + "' names no plug-in; write KIND/TYPE, e.g. device/storage");
      }
      PluginKind kind = Kinds.of(name.substring(0, slash));
      int status = DONE;
      for (InstalledPlugin plugin : InstalledTypes.find(catalog, kind, name.substring(slash + 1))) {
        status = Math.max(status, describe(plugin));
      }
      return status;
    }

    private int describe(InstalledPlugin plugin) {
      String title = plugin.kind().label() + "/" + plugin.type();
      session.out().println(plugin.help().isEmpty() ? title : title + ": " + plugin.help());
      session.out().println("from " + plugin.bundle() + " " + plugin.version());
      if (!plugin.usable()) {
        session.out().println("CANNOT BE USED: " + plugin.problem());
      }
      List<FieldDescription> fields;
      try {
        fields = catalog.fields(plugin);
      } catch (ConfigurationException e) {
        if (plugin.usable()) {
          throw new Failure(title + ": " + e.getMessage());
        }
        // the problem has been told already
        return DONE;
      }
      session.out().println();
      if (fields.isEmpty()) {
        session.out().println("It has no fields of its own.");
      } else {
        FieldTable.lines(fields).forEach(session.out()::println);
      }
      if (plugin.kind() == PluginKind.DEVICE) {
        session.out().println();
        session
            .out()
            .println("Every device also has id, type, bus, phases, connection and policy.");
      }
      return DONE;
    }
  }
}
