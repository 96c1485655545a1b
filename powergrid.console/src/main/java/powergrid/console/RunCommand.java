package powergrid.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import picocli.CommandLine;
import powergrid.api.command.Command;
import powergrid.api.command.Session;
import powergrid.api.experiment.ExperimentResult;
import powergrid.api.experiment.ExperimentRunner;
import powergrid.api.experiment.RunOptions;
import powergrid.api.experiment.Trace;
import powergrid.api.scenario.Scenario;
import powergrid.api.scenario.ScenarioException;
import powergrid.api.scenario.ScenarioReader;

/** {@code run}: a scenario's whole experiment. */
@Component(service = Command.class)
public final class RunCommand extends ParsedCommand {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private final ScenarioReader reader;
  private final ExperimentRunner runner;
  private final Clock clock;

  /**
   * The command.
   *
   * @param reader of scenarios
   * @param runner of their experiments
   */
  @Activate
  public RunCommand(@Reference ScenarioReader reader, @Reference ExperimentRunner runner) {
    this(reader, runner, Clock.system(ZoneId.systemDefault()));
  }

  RunCommand(ScenarioReader reader, ExperimentRunner runner, Clock clock) {
    this.reader = reader;
    this.runner = runner;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "run";
  }

  @Override
  Call call(Session session) {
    return new Arguments(session);
  }

  /** Runs an experiment, or goes on with one. */
  private interface Experiment {
    ExperimentResult run(ProgressBar progress) throws IOException;
  }

  @CommandLine.Command(
      description = "Simulate a scenario, compare its variants and record the results.",
      footer = {
        "",
        "Every variant of the scenario (experiment.vary) is trained where it says so (learn) and"
            + " simulated with every seed (experiment.seeds); all variants see the same draws. The table on standard output has"
            + " a row for every variant; the run directory has everything else.",
        "",
        "Examples:",
        "  powergrid run examples/one-microgrid.yaml",
        "  powergrid run my.yaml --seed 7 --set microgrids.MG1.protocol=setpoint --out runs/try",
        "  powergrid run --resume runs/try",
        "  powergrid run my.yaml --policy runs/try/checkpoints/run-1",
        "",
        "Exit status: 0 done, 1 some of it failed, 2 the input is wrong and nothing was run,"
            + " 130 interrupted (what was complete is kept)."
      })
  private final class Arguments extends Call {
    private final Session session;

    @CommandLine.Parameters(
        paramLabel = "SCENARIO",
        arity = "0..1",
        description = "The scenario, a YAML file. Not with --resume.")
    private String scenario;

    @CommandLine.Option(
        names = "--resume",
        paramLabel = "DIR",
        description =
            "Go on with the experiment in this run directory, which was interrupted or failed: what"
                + " is recorded in the end is what would have been without.")
    private String resumed;

    @CommandLine.Option(
        names = "--policy",
        paramLabel = "CHECKPOINT",
        description =
            "Train nothing: agents that would learn, or that nobody drives, follow this policy, a"
                + " run's checkpoints/run-1 or the policy.safetensors in it.")
    private String policy;

    @CommandLine.Option(
        names = {"-o", "--out"},
        paramLabel = "DIR",
        description =
            "The run directory; must not exist yet. Default: runs/<scenario's name>-<date>-<time>.")
    private String out;

    @CommandLine.Option(
        names = "--seed",
        paramLabel = "N",
        description = "Run this seed only, in place of the scenario's.")
    private Long seed;

    @CommandLine.Option(
        names = "--set",
        paramLabel = "PATH=VALUE",
        description =
            "Replace a value of the scenario, e.g. --set microgrids.MG1.devices.ess1.energyMwh=4."
                + " VALUE is YAML. May be repeated.")
    private List<String> settings = new ArrayList<>();

    @CommandLine.Option(
        names = "--trace",
        paramLabel = "WHAT",
        description =
            "Write down beside the results: messages, every message that agents send, into"
                + " messages/run-1.jsonl and so on, a line of JSON each.")
    private List<String> traces = new ArrayList<>();

    @CommandLine.Option(
        names = {"-q", "--quiet"},
        description = "Print neither progress nor the table.")
    private boolean quiet;

    private Arguments(Session session) {
      this.session = session;
    }

    @Override
    int run() throws IOException {
      if (resumed != null) {
        return resume();
      }
      if (scenario == null) {
        throw new WrongInput("missing SCENARIO: name a scenario, or a run with --resume DIR");
      }
      Set<Trace> traced = EnumSet.noneOf(Trace.class);
      traces.forEach(each -> traced.add(WordOption.of("--trace", Trace.values(), each)));
      ScenarioSource source = new ScenarioSource(session, scenario, settings);
      if (seed != null) {
        source.with("experiment.seeds", "[" + seed + "]");
      }
      Scenario read = source.read(reader);
      Path shown = out == null ? freeDirectory(read.name()) : Path.of(out);
      Path directory = session.directory().resolve(shown);
      RunOptions options =
          new RunOptions(traced, Optional.ofNullable(policy).map(session.directory()::resolve));
      boolean existed = Files.exists(directory);
      try {
        return follow(shown, progress -> runner.run(read, directory, options, progress));
      } catch (ScenarioException e) {
        throw source.asNamed(e);
      } catch (IOException e) {
        // once the directory is there, something has been run
        if (!existed && Files.exists(directory)) {
          throw new Failure(e.getMessage());
        }
        throw new WrongInput(e.getMessage());
      }
    }

    private int resume() throws IOException {
      if (scenario != null
          || out != null
          || seed != null
          || policy != null
          || !settings.isEmpty()) {
        throw new WrongInput(
            "--resume goes on with what the run directory says; leave out all else but --quiet");
      }
      Path directory = session.directory().resolve(resumed);
      try {
        return follow(Path.of(resumed), progress -> runner.resume(directory, progress));
      } catch (IOException e) {
        throw new WrongInput(e.getMessage());
      }
    }

    private int follow(Path shown, Experiment experiment) throws IOException {
      ProgressBar progress = new ProgressBar(session, !quiet && session.terminal());
      try {
        ExperimentResult result = experiment.run(progress);
        progress.clear();
        return report(result, shown);
      } finally {
        progress.clear();
      }
    }

    private Path freeDirectory(String name) {
      String stem =
          name.replaceAll("[^A-Za-z0-9._-]+", "-") + "-" + STAMP.format(LocalDateTime.now(clock));
      Path path = Path.of("runs", stem);
      for (int i = 2; Files.exists(session.directory().resolve(path)); i++) {
        path = Path.of("runs", stem + "-" + i);
      }
      return path;
    }

    private int report(ExperimentResult result, Path shown) {
      if (!quiet) {
        new ComparisonTable(result).lines().forEach(session.out()::println);
        new Verdicts(result).lines().forEach(session.out()::println);
        result
            .arrivals()
            .ifPresent(a -> new ArrivalTable(a).lines().forEach(session.out()::println));
        session.out().flush();
        result.notes().forEach(session.err()::println);
        session.err().println("Recorded in " + shown);
      }
      return switch (result.outcome()) {
        case DONE -> DONE;
        case INTERRUPTED -> {
          session
              .err()
              .println(
                  "powergrid run: interrupted; what was complete is in "
                      + shown
                      + "; to go on: powergrid run --resume "
                      + shown);
          yield INTERRUPTED;
        }
        case FAILED -> {
          List<String> failures = result.failures();
          failures.subList(0, failures.size() - 1).forEach(session.err()::println);
          session.err().println("powergrid run: failed: " + failures.get(failures.size() - 1));
          yield FAILED;
        }
      };
    }
  }
}
