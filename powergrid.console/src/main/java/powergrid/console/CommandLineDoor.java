package powergrid.console;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import powergrid.api.command.Command;
import powergrid.api.command.Session;

/**
 * The door from the command line: the service that the launcher hands its arguments to. Made of
 * classes of the JDK alone, so that the launcher needs none of ours; found by the property {@code
 * powergrid.main}. Returns the exit status.
 */
@Component(service = ToIntFunction.class, property = "powergrid.main:Boolean=true")
public final class CommandLineDoor implements ToIntFunction<String[]> {
  /** The framework property that holds the directory the user is in. */
  static final String DIRECTORY_PROPERTY = "powergrid.cwd";

  /** What the launcher itself does, so that no service stands for it. */
  private static final Map<String, String> LAUNCHER_COMMANDS =
      Map.of("shell", "Start an interactive shell with these commands, as pg:run and so on.");

  private final Supplier<List<Command>> commands;
  private final PrintStream out;
  private final PrintStream err;
  private final Path directory;
  private final boolean terminal;
  private final String version;

  @Reference(
      target = "(powergrid.interrupt=true)",
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  volatile AtomicBoolean interrupt;

  private final CommandTracker tracker;

  /**
   * The door in the framework.
   *
   * @param context says where the user is, and which version this is
   */
  @Activate
  public CommandLineDoor(BundleContext context) {
    this.tracker = new CommandTracker(context);
    this.commands = tracker::commands;
    this.out = StandardStreams.out();
    this.err = StandardStreams.err();
    String cwd = context.getProperty(DIRECTORY_PROPERTY);
    this.directory = Path.of(cwd == null ? System.getProperty("user.dir") : cwd).toAbsolutePath();
    this.terminal = StandardStreams.errIsTerminal();
    this.version = context.getBundle().getVersion().toString();
  }

  CommandLineDoor(List<Command> commands, Session session, String version) {
    this.tracker = null;
    this.commands = () -> commands;
    this.out = session.out();
    this.err = session.err();
    this.directory = session.directory();
    this.terminal = session.terminal();
    this.version = version;
  }

  @Deactivate
  void close() {
    tracker.close();
  }

  @Override
  public int applyAsInt(String[] args) {
    int status = dispatch(List.of(args));
    out.flush();
    err.flush();
    return status;
  }

  private int dispatch(List<String> args) {
    if (args.isEmpty()) {
      usage(err);
      return Command.WRONG_INPUT;
    }
    String name = args.get(0);
    List<String> rest = args.subList(1, args.size());
    switch (name) {
      case "--help", "-h" -> usage(out);
      case "--version", "-V" -> version();
      case "help" -> {
        if (!rest.isEmpty()) {
          return command(rest.get(0), List.of("--help"));
        }
        usage(out);
      }
      default -> {
        return command(name, rest);
      }
    }
    return Command.DONE;
  }

  private int command(String name, List<String> args) {
    Optional<Command> command =
        commands.get().stream().filter(each -> each.name().equals(name)).findFirst();
    if (command.isPresent()) {
      Session session = new ConsoleSession(out, err, directory, terminal, this::interrupted);
      return GuardedCommand.run(command.get(), session, args);
    }
    if (LAUNCHER_COMMANDS.containsKey(name)) {
      out.println("Usage: powergrid " + name);
      out.println(LAUNCHER_COMMANDS.get(name));
      return Command.DONE;
    }
    Map<String, String> all = all();
    err.println(
        "powergrid: there is no command '"
            + name
            + "'"
            + Nearest.hint(name, all.keySet())
            + " There are "
            + String.join(", ", all.keySet())
            + ".");
    return Command.WRONG_INPUT;
  }

  private void usage(PrintStream stream) {
    stream.println("Usage: powergrid COMMAND [ARGUMENT...]");
    stream.println("A workbench for hierarchical multi-agent control on distribution grids.");
    stream.println();
    TextTable table =
        new TextTable(TextTable.Align.LEFT, TextTable.Align.LEFT, TextTable.Align.LEFT);
    all().forEach((name, help) -> table.row("", name, help));
    table.lines().forEach(stream::println);
    stream.println();
    stream.println("Before or after any command:");
    stream.println("  --plugins DIR        the folder of plug-ins, in place of plugins/");
    stream.println("  --plugins-lock FILE  only plug-ins that FILE has, lines of sha256 and name");
    stream.println();
    stream.println("powergrid COMMAND --help says more. To begin with:");
    stream.println("  powergrid run examples/one-microgrid.yaml");
  }

  private Map<String, String> all() {
    Map<String, String> all = new TreeMap<>(LAUNCHER_COMMANDS);
    for (Command command : commands.get()) {
      all.putIfAbsent(command.name(), GuardedCommand.help(command));
    }
    return Collections.unmodifiableMap(new LinkedHashMap<>(all));
  }

  private void version() {
    out.println("PowerGrid Workbench " + version);
    out.println(
        String.join(
            " ",
            List.of(
                "Java",
                System.getProperty("java.version"),
                "on",
                System.getProperty("os.name"),
                System.getProperty("os.arch"))));
  }

  private boolean interrupted() {
    AtomicBoolean flag = interrupt;
    return flag != null && flag.get();
  }
}
