package powergrid.console;

import java.io.IOException;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import picocli.CommandLine;
import powergrid.api.command.Command;
import powergrid.api.command.Session;
import powergrid.api.plugin.InstalledPlugin;
import powergrid.api.plugin.PluginCatalog;

/** {@code new}: a plug-in project to start from. */
@Component(service = Command.class)
public final class NewCommand extends ParsedCommand {
  /** The framework property that holds the directory of the distribution. */
  static final String HOME_PROPERTY = "powergrid.home";

  private final PluginCatalog catalog;
  private final String home;

  /**
   * The command.
   *
   * @param context says where the distribution is
   * @param catalog says which types are taken
   */
  @Activate
  public NewCommand(BundleContext context, @Reference PluginCatalog catalog) {
    this(catalog, context.getProperty(HOME_PROPERTY));
  }

  NewCommand(PluginCatalog catalog, String home) {
    this.catalog = catalog;
    this.home = home;
  }

  @Override
  public String name() {
    return "new";
  }

  @Override
  Call call(Session session) {
    return new Arguments(session);
  }

  @CommandLine.Command(
      description = "Write a plug-in project to start from, which builds with mvn package.",
      footer = {
        "",
        "The project works as it is: a device is a heater with a thermostat; a protocol has neighbours"
            + " even out their power or, with --vertical, a parent tell its devices one level. Its"
            + " README.md says how to build it, where to drop it and how to use it in a scenario.",
        "",
        "Examples:",
        "  powergrid new device my.heater",
        "  powergrid new protocol my.sharing"
      })
  private final class Arguments extends Call {
    private final Session session;

    @CommandLine.Parameters(
        index = "0",
        paramLabel = "KIND",
        description = "What to write: device or protocol.")
    private String kind;

    @CommandLine.Parameters(
        index = "1",
        paramLabel = "NAME",
        description =
            "The Java package, also the name of the project's directory, e.g. my.heater. Its last"
                + " part is the plug-in's type.")
    private String name;

    @CommandLine.Option(
        names = "--vertical",
        description = "A protocol of a parent and its children; without this option, one of peers.")
    private boolean vertical;

    private Arguments(Session session) {
      this.session = session;
    }

    @Override
    int run() throws IOException {
      ProjectKind project = project();
      PluginName plugin = PluginName.of(name);
      project.check(plugin);
      for (InstalledPlugin installed : catalog.plugins()) {
        if (installed.kind() == project.plugin() && installed.type().equals(plugin.type())) {
          throw new WrongInput(
              "a "
                  + project.plugin().label()
                  + " of type '"
                  + plugin.type()
                  + "' is installed already, by "
                  + installed.bundle()
                  + "; choose another last part for '"
                  + name
                  + "'");
        }
      }
      ApiRepository repository = ApiRepository.in(home);
      new PluginProject(project, plugin, repository).write(session.directory().resolve(name));
      session.out().println("Wrote " + name + "/. Next:");
      session.out().println("  cd " + name);
      session.out().println("  mvn package");
      session.out().println("and read README.md there.");
      return DONE;
    }

    private ProjectKind project() {
      if (kind.equals("protocol")) {
        return vertical ? ProjectKind.VERTICAL_PROTOCOL : ProjectKind.HORIZONTAL_PROTOCOL;
      }
      if (!kind.equals("device")) {
        throw new WrongInput(
            "there is no project for '"
                + kind
                + "'; write powergrid new device NAME, or powergrid new protocol NAME");
      }
      if (vertical) {
        throw new WrongInput("--vertical is for protocols; leave it out for a device");
      }
      return ProjectKind.DEVICE;
    }
  }
}
