package powergrid.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import picocli.CommandLine;
import powergrid.api.command.Command;
import powergrid.api.command.Session;
import powergrid.api.plugin.InstalledPlugin;
import powergrid.api.plugin.PluginCatalog;
import powergrid.api.plugin.PluginFolder;
import powergrid.api.plugin.PluginKind;

/** {@code list}: what is installed, and why what is there cannot be used. */
@Component(service = Command.class)
public final class ListCommand extends ParsedCommand {
  private final PluginCatalog catalog;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile PluginFolder folder;

  /**
   * The command.
   *
   * @param catalog what is installed
   */
  @Activate
  public ListCommand(@Reference PluginCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public String name() {
    return "list";
  }

  @Override
  Call call(Session session) {
    return new Arguments(session);
  }

  @CommandLine.Command(
      description = "List the plug-ins that are installed, and what is wrong with those that are.",
      footer = {
        "",
        "A plug-in that cannot be used is listed with the reason; so is a file in the plug-ins folder"
            + " that could not be started.",
        "",
        "Examples:",
        "  powergrid list",
        "  powergrid list devices",
        "",
        "What a plug-in can be told: powergrid describe KIND/TYPE."
      })
  private final class Arguments extends Call {
    private final Session session;

    @CommandLine.Parameters(
        arity = "0..1",
        paramLabel = "KIND",
        description =
            "Only this kind: devices, protocols, horizontal-protocols, networks, datasets, rewards,"
                + " metrics or policies.")
    private String kind;

    private Arguments(Session session) {
      this.session = session;
    }

    @Override
    int run() {
      Optional<PluginKind> only = kind == null ? Optional.empty() : Optional.of(Kinds.of(kind));
      List<InstalledPlugin> plugins =
          catalog.plugins().stream()
              .filter(plugin -> only.isEmpty() || plugin.kind() == only.get())
              .toList();
      if (plugins.isEmpty()) {
        session.out().println("No " + only.map(PluginKind::plural).orElse("plug-ins") + ".");
      } else {
        table(plugins).forEach(session.out()::println);
      }
      problems().forEach(session.out()::println);
      return DONE;
    }

    private List<String> table(List<InstalledPlugin> plugins) {
      TextTable.Align[] aligns = new TextTable.Align[5];
      Arrays.fill(aligns, TextTable.Align.LEFT);
      TextTable table = new TextTable(aligns);
      table.row("KIND", "TYPE", "BUNDLE", "VERSION", "");
      for (InstalledPlugin plugin : plugins) {
        table.row(
            plugin.kind().label(),
            plugin.type(),
            plugin.bundle(),
            plugin.version(),
            plugin.usable() ? plugin.help() : "CANNOT BE USED: " + plugin.problem());
      }
      return table.lines();
    }

    private List<String> problems() {
      List<String> lines = new ArrayList<>();
      PluginFolder present = folder;
      if (present != null) {
        for (PluginFolder.Entry entry : present.entries()) {
          if (!entry.problem().isEmpty()) {
            lines.add("  " + entry.file() + ": " + entry.problem());
          }
        }
        if (!lines.isEmpty()) {
          lines.add(0, "");
          lines.add(1, "Cannot be used, in " + present.path() + ":");
        }
      }
      return lines;
    }
  }
}
