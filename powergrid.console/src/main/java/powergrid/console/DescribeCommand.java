package powergrid.console;

import java.io.IOException;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import picocli.CommandLine;
import powergrid.api.command.Command;
import powergrid.api.command.Session;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.InstalledPlugin;
import powergrid.api.plugin.PluginCatalog;
import powergrid.api.plugin.PluginDescription;
import powergrid.api.plugin.PluginKind;

/** {@code describe}: what a plug-in is, can be told, and does. */
@Component(service = Command.class)
public final class DescribeCommand extends ParsedCommand {
  private static final int LEAST_WIDTH = 40;

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

  private enum Format {
    TEXT,
    MARKDOWN
  }

  @CommandLine.Command(
      description =
          "Describe a plug-in, or all of a kind: its model, every field that a scenario can give it,"
              + " and, of a device, its actions and state.",
      footer = {
        "",
        "Examples:",
        "  powergrid describe device/storage",
        "  powergrid describe network/ieee13",
        "  powergrid describe devices --format markdown > devices.md",
        "",
        "What there is: powergrid list."
      })
  private final class Arguments extends Call {
    private final Session session;

    @CommandLine.Parameters(
        paramLabel = "KIND[/TYPE]",
        description = "The plug-in, e.g. device/storage, or all of a kind, e.g. devices.")
    private String name;

    @CommandLine.Option(
        names = "--format",
        paramLabel = "FORMAT",
        description = "text, or markdown: a page for a manual. Default: text.")
    private String format = "text";

    @CommandLine.Option(
        names = "--width",
        paramLabel = "COLUMNS",
        defaultValue = "${env:COLUMNS:-80}",
        description =
            "How wide text may become, at least 40. Default: the variable COLUMNS, else 80.")
    private int width;

    private Arguments(Session session) {
      this.session = session;
    }

    @Override
    int run() throws IOException {
      Format wanted = WordOption.of("--format", Format.values(), format);
      int slash = name.indexOf('/');
      if (slash == 0 || slash == name.length() - 1) {
        throw new WrongInput(
            "'" + name + "' names no plug-in; write KIND/TYPE, e.g. device/storage");
      }
      PluginKind kind = Kinds.of(slash < 0 ? name : name.substring(0, slash));
      List<InstalledPlugin> plugins =
          slash < 0
              ? catalog.plugins().stream().filter(plugin -> plugin.kind() == kind).toList()
              : InstalledTypes.find(catalog, kind, name.substring(slash + 1));
      if (wanted == Format.MARKDOWN) {
        page(kind, plugins);
      } else {
        text(kind, plugins);
      }
      return DONE;
    }

    private void text(PluginKind kind, List<InstalledPlugin> plugins) {
      if (plugins.isEmpty()) {
        session.out().println("No " + kind.plural() + ".");
      }
      String gap = "";
      for (InstalledPlugin plugin : plugins) {
        session.out().print(gap);
        gap = System.lineSeparator().repeat(2);
        DescriptionText text = new DescriptionText(Math.max(LEAST_WIDTH, width)).title(plugin);
        try {
          text.body(kind, catalog.describe(plugin));
        } catch (ConfigurationException e) {
          if (plugin.usable()) {
            throw new Failure(kind.label() + "/" + plugin.type() + ": " + e.getMessage());
          }
          // the problem has been told already
        }
        text.lines().forEach(session.out()::println);
      }
    }

    /** A page of those that can be used: it is to last. */
    private void page(PluginKind kind, List<InstalledPlugin> plugins) throws IOException {
      List<InstalledPlugin> usable = plugins.stream().filter(InstalledPlugin::usable).toList();
      List<PluginDescription> descriptions = usable.stream().map(catalog::describe).toList();
      DescriptionPage page = new DescriptionPage().head(kind, usable);
      descriptions.stream()
          .flatMap(description -> description.sample().stream())
          .findFirst()
          .ifPresent(sample -> page.common(sample.common()));
      for (int i = 0; i < usable.size(); i++) {
        page.part(usable.get(i), descriptions.get(i));
      }
      page.lines().forEach(session.out()::println);
    }
  }
}
