package powergrid.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import picocli.CommandLine;
import powergrid.api.command.Command;
import powergrid.api.command.Session;
import powergrid.api.network.Network;
import powergrid.api.network.NetworkFactory;
import powergrid.api.plugin.InstalledPlugin;
import powergrid.api.plugin.PluginCatalog;
import powergrid.api.plugin.PluginKind;
import powergrid.api.plugin.PluginType;
import powergrid.api.powerflow.PowerFlow;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;
import powergrid.api.scenario.ConfigurationBinder;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.ScenarioException;

/** {@code solve}: one power flow of a network. */
@Component(service = Command.class)
public final class SolveCommand extends ParsedCommand {
  private final BundleContext context;
  private final PluginCatalog catalog;
  private final ConfigurationBinder binder;

  /**
   * The command.
   *
   * @param context finds networks and power flows
   * @param catalog says what is installed
   * @param binder configures networks
   */
  @Activate
  public SolveCommand(
      BundleContext context,
      @Reference PluginCatalog catalog,
      @Reference ConfigurationBinder binder) {
    this.context = context;
    this.catalog = catalog;
    this.binder = binder;
  }

  @Override
  public String name() {
    return "solve";
  }

  @Override
  Call call(Session session) {
    return new Arguments(session);
  }

  /** How a solved network is printed. */
  enum Format {
    TABLE,
    CSV,
    JSON
  }

  @CommandLine.Command(
      description = "Solve the power flow of a network and print its voltages.",
      footer = {
        "",
        "Voltages are line to neutral, in per unit of the bus's nominal; angles in degrees. In the"
            + " table, * marks a voltage outside 0.95 to 1.05 pu. Sources and regulators' own"
            + " terminals are not marked.",
        "",
        "Examples:",
        "  powergrid solve ieee13",
        "  powergrid solve ieee13 --set \"taps=[6, 4, 6]\" --load-scale 0.6",
        "  powergrid solve ieee13 --format csv > voltages.csv",
        "",
        "Exit status: 0 solved, 1 no solution found, 2 the input is wrong."
      })
  private final class Arguments extends Call {
    private final Session session;

    @CommandLine.Parameters(
        paramLabel = "NETWORK",
        description = "The network's type, as powergrid list networks shows it.")
    private String type;

    @CommandLine.Option(
        names = "--set",
        paramLabel = "FIELD=VALUE",
        description =
            "Configure the network; powergrid describe network/NETWORK shows its fields. VALUE is a"
                + " number, a text or a list. May be repeated.")
    private List<String> settings = new ArrayList<>();

    @CommandLine.Option(
        names = "--load-scale",
        paramLabel = "X",
        description = "Multiply all loads, but no capacitor, by X. Default: 1.")
    private double loadScale = 1;

    @CommandLine.Option(
        names = "--format",
        paramLabel = "FORMAT",
        description = "table, csv (node,phase,vm_pu,va_deg) or json. Default: table.")
    private String format = "table";

    private Arguments(Session session) {
      this.session = session;
    }

    @Override
    int run() {
      Format wanted = format();
      if (!(loadScale >= 0 && loadScale < Double.POSITIVE_INFINITY)) {
        throw new WrongInput(
            "--load-scale " + loadScale + ": use a number of at least 0, e.g. 0.6");
      }
      Network network = network();
      try (BestServices<PowerFlow> flows = new BestServices<>(context, PowerFlow.class, null)) {
        Solver solver = prepare(flows.services(), network);
        Arrays.fill(solver.injections().loadScale(), loadScale);
        if (solver.solve() != Status.CONVERGED) {
          throw new Failure(
              type
                  + " does not converge: no solution after "
                  + solver.solution().iterations()
                  + " iterations at "
                  + Numbers.shortest(loadScale)
                  + " times the nominal loads");
        }
        SolvedNetwork solved = new SolvedNetwork(network, solver.injections(), solver.solution());
        String text =
            switch (wanted) {
              case TABLE ->
                  String.join(System.lineSeparator(), solved.table()) + System.lineSeparator();
              case CSV -> solved.csv();
              case JSON -> solved.json();
            };
        session.out().print(text);
        session.out().flush();
        return DONE;
      }
    }

    private Format format() {
      for (Format each : Format.values()) {
        if (each.name().equalsIgnoreCase(format)) {
          return each;
        }
      }
      throw new WrongInput("--format " + format + ": use table, csv or json");
    }

    private Network network() {
      List<InstalledPlugin> plugins = InstalledTypes.find(catalog, PluginKind.NETWORK, type);
      Optional<InstalledPlugin> usable =
          plugins.stream().filter(InstalledPlugin::usable).findFirst();
      if (usable.isEmpty()) {
        throw new WrongInput("network '" + type + "' cannot be used: " + plugins.get(0).problem());
      }
      String filter = "(" + PluginType.PROPERTY + "=" + type + ")";
      try (BestServices<?> factories = new BestServices<>(context, NetworkFactory.class, filter)) {
        if (factories.services().isEmpty()) {
          throw new Failure("network '" + type + "' has just been removed");
        }
        return create((NetworkFactory<?>) factories.services().get(0));
      }
    }

    private <C extends Record> Network create(NetworkFactory<C> factory) {
      List<Mistake> mistakes = new ArrayList<>();
      Optional<C> configuration =
          binder.bind(
              FieldValue.mapping(ScenarioSource.assignments(settings)),
              factory.configType(),
              mistakes);
      if (!mistakes.isEmpty()) {
        throw new ScenarioException(mistakes);
      }
      return factory.create(configuration.orElseThrow());
    }

    private Solver prepare(List<PowerFlow> flows, Network network) {
      List<String> refusals = new ArrayList<>();
      for (PowerFlow flow : flows) {
        Optional<String> refusal = flow.refuses(network);
        if (refusal.isEmpty()) {
          return flow.prepare(network);
        }
        refusals.add(refusal.get());
      }
      if (refusals.isEmpty()) {
        throw new Failure("no power flow is installed");
      }
      throw new WrongInput(
          "no power flow that is installed can solve " + type + ": " + String.join("; ", refusals));
    }
  }
}
