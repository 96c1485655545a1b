package powergrid.console;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import picocli.CommandLine;
import powergrid.api.command.Command;
import powergrid.api.command.Session;
import powergrid.api.experiment.ExperimentRunner;
import powergrid.api.experiment.ExperimentSize;
import powergrid.api.scenario.Scenario;
import powergrid.api.scenario.ScenarioException;
import powergrid.api.scenario.ScenarioReader;

/** {@code validate}: all mistakes of a scenario, without running it. */
@Component(service = Command.class)
public final class ValidateCommand extends ParsedCommand {
  private final ScenarioReader reader;
  private final ExperimentRunner runner;

  /**
   * The command.
   *
   * @param reader of scenarios
   * @param runner knows whether it could run them
   */
  @Activate
  public ValidateCommand(@Reference ScenarioReader reader, @Reference ExperimentRunner runner) {
    this.reader = reader;
    this.runner = runner;
  }

  @Override
  public String name() {
    return "validate";
  }

  @Override
  Call call(Session session) {
    return new Arguments(session);
  }

  @CommandLine.Command(
      description = "Find all mistakes in a scenario without running it.",
      footer = {
        "",
        "Each mistake is a line on standard error, FILE:LINE:COLUMN: PATH: MESSAGE, and says what"
            + " would be right. Varied values are checked too, against the plug-ins installed now.",
        "",
        "Example:",
        "  powergrid validate examples/one-microgrid.yaml",
        "",
        "Exit status: 0 no mistake, 2 at least one."
      })
  private final class Arguments extends Call {
    private final Session session;

    @CommandLine.Parameters(paramLabel = "SCENARIO", description = "The scenario, a YAML file.")
    private String scenario;

    @CommandLine.Option(
        names = "--set",
        paramLabel = "PATH=VALUE",
        description = "Replace a value of the scenario first; VALUE is YAML. May be repeated.")
    private List<String> settings = new ArrayList<>();

    private Arguments(Session session) {
      this.session = session;
    }

    @Override
    int run() {
      ScenarioSource source = new ScenarioSource(session, scenario, settings);
      Scenario read = source.read(reader);
      ExperimentSize size;
      try {
        size = runner.check(read);
      } catch (ScenarioException e) {
        throw source.asNamed(e);
      }
      session
          .out()
          .printf(
              "%s: OK (%s, %s%s: %s, %s)%n",
              scenario,
              count(size.variants(), "variant"),
              size.baselines() == 0 ? "" : count(size.baselines(), "baseline") + ", ",
              count(size.seeds(), "seed"),
              count(size.runs(), "run"),
              count(size.runs() * size.episodes(), "episode"));
      return DONE;
    }

    private static String count(int n, String what) {
      return n + " " + what + (n == 1 ? "" : "s");
    }
  }
}
