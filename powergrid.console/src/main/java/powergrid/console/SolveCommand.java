package powergrid.console;

import java.io.IOException;
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
import powergrid.api.plugin.PluginCatalog;
import powergrid.api.powerflow.ControlLoops;
import powergrid.api.powerflow.ControlledSolver;
import powergrid.api.powerflow.PowerFlow;
import powergrid.api.powerflow.Status;
import powergrid.api.scenario.ConfigurationBinder;

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

  /** Whether taps and capacitors move. */
  enum Taps {
    FIXED,
    CONTROLLED
  }

  /** How a solved network is printed. */
  enum Format {
    TABLE,
    CSV,
    JSON
  }

  @CommandLine.Command(
      description = "Solve the power flow of a network and print its voltages and flows.",
      footer = {
        "",
        "Voltages are line to neutral, in per unit of the bus's nominal; angles in degrees. Power and"
            + " currents are those into a branch's from end. In the table, * marks a voltage outside"
            + " 0.95 to 1.05 pu and a branch loaded above its rating. Sources and regulators' own"
            + " terminals are not marked.",
        "",
        "Examples:",
        "  powergrid solve ieee13",
        "  powergrid solve ieee34 --taps controlled --load-scale 0.5",
        "  powergrid solve ieee123 --plot ieee123.svg",
        "  powergrid solve feeders/Master.dss --format csv > voltages.csv",
        "",
        "Exit status: 0 solved, 1 no solution found or controls that find no rest, 2 the input is"
            + " wrong."
      })
  private final class Arguments extends Call {
    private final Session session;

    @CommandLine.Parameters(
        paramLabel = "NETWORK",
        description =
            "The network's type, as powergrid list networks shows it, or a file of an OpenDSS script"
                + " (.dss), a MATPOWER case (.m) or a pandapower network (.json).")
    private String named;

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
        names = "--taps",
        paramLabel = "MODE",
        description =
            "fixed leaves taps and switched capacitors where the network has them; controlled lets"
                + " their controls move them. Default: fixed.")
    private String taps = "fixed";

    @CommandLine.Option(
        names = "--method",
        paramLabel = "TYPE",
        description =
            "The power flow's type, as powergrid list power-flows shows it. Default: by the network's"
                + " shape.")
    private String method;

    @CommandLine.Option(
        names = "--format",
        paramLabel = "FORMAT",
        description = "table, csv (node,phase,vm_pu,va_deg) or json. Default: table.")
    private String format = "table";

    @CommandLine.Option(
        names = "--plot",
        paramLabel = "FILE",
        description =
            "Draw the network coloured by voltage, and its voltage profile, into FILE.svg or"
                + " FILE.png.")
    private String plot;

    private Arguments(Session session) {
      this.session = session;
    }

    @Override
    int run() throws IOException {
      Format wanted = WordOption.of("--format", Format.values(), format);
      boolean controlled = WordOption.of("--taps", Taps.values(), taps) == Taps.CONTROLLED;
      Optional<Plot> picture = Optional.ofNullable(plot).map(p -> new Plot(context, session, p));
      if (!(loadScale >= 0 && loadScale < Double.POSITIVE_INFINITY)) {
        throw new WrongInput(
            "--load-scale " + loadScale + ": use a number of at least 0, e.g. 0.6");
      }
      Network network =
          new NetworkChoice(context, catalog, binder, session.directory())
              .create(named, ScenarioSource.assignments(settings));
      try (BestServices<PowerFlow> flows = new BestServices<>(context, PowerFlow.class, null);
          BestServices<ControlLoops> loops =
              new BestServices<>(context, ControlLoops.class, null)) {
        MethodChoice choice = new MethodChoice(catalog, flows, Optional.ofNullable(method));
        ControlledSolver solver = loops(loops).around(network, choice.prepare(network));
        solver.moving(controlled);
        SolvedNetwork solved = solve(network, solver, choice);
        session.out().print(text(wanted, solved));
        session.out().flush();
        if (picture.isPresent()) {
          picture.get().draw(solved);
        }
        if (!solved.settled()) {
          throw new Failure(
              named
                  + ": taps or capacitors found no rest; what is printed is where they were left");
        }
        return DONE;
      }
    }

    private ControlLoops loops(BestServices<ControlLoops> loops) {
      if (loops.services().isEmpty()) {
        throw new Failure("no power flow is installed");
      }
      return loops.services().get(0);
    }

    private SolvedNetwork solve(Network network, ControlledSolver solver, MethodChoice choice) {
      choice.warnings(network).forEach(w -> session.err().println("warning: " + w));
      Arrays.fill(solver.injections().loadScale(), loadScale);
      Status status = solver.solve();
      if (status == Status.DIVERGED) {
        throw new Failure(
            named
                + " does not converge: no solution after "
                + solver.solution().iterations()
                + " iterations at "
                + Numbers.shortest(loadScale)
                + " times the nominal loads");
      }
      solver.flows();
      return new SolvedNetwork(
          network,
          solver.injections(),
          solver.solution(),
          choice.type(),
          status == Status.CONVERGED);
    }

    private static String text(Format wanted, SolvedNetwork solved) {
      return switch (wanted) {
        case TABLE ->
            String.join(System.lineSeparator(), new SolvedTable(solved).lines())
                + System.lineSeparator();
        case CSV -> new SolvedFiles(solved).csv();
        case JSON -> new SolvedFiles(solved).json();
      };
    }
  }
}
