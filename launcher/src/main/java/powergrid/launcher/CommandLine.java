package powergrid.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A command line, with the options that concern the launcher taken out. They may stand anywhere
 * before {@code --}.
 *
 * @param plugins the folder of plug-ins, where one is given
 * @param lock the digests of the plug-ins that may run, where they are restricted
 * @param arguments the command and its arguments
 */
record CommandLine(Optional<Path> plugins, Optional<Path> lock, List<String> arguments) {
  private static final String PLUGINS = "--plugins";
  private static final String LOCK = "--plugins-lock";

  /** Words that every shell leaves as they are. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  static CommandLine parse(String... args) throws LaunchException {
    Optional<Path> plugins = Optional.empty();
    Optional<Path> lock = Optional.empty();
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < args.length; i++) {
      if (args[i].equals("--")) {
        arguments.addAll(List.of(args).subList(i, args.length));
        break;
      }
      int equals = args[i].indexOf('=');
      String name = equals < 0 ? args[i] : args[i].substring(0, equals);
      if (!name.equals(PLUGINS) && !name.equals(LOCK)) {
        arguments.add(args[i]);
        continue;
      }
      boolean apart = equals < 0;
      String value = apart ? (i + 1 < args.length ? args[++i] : "") : args[i].substring(equals + 1);
      if (name.equals(PLUGINS)) {
        plugins = Optional.of(folder(value));
      } else {
        lock = Optional.of(file(value));
      }
    }
    return new CommandLine(plugins, lock, List.copyOf(arguments));
  }

  /** Whether it asks for the shell, which needs bundles that no other command does. */
  boolean shell() {
    return arguments.equals(List.of("shell"));
  }

  /** As it is typed into a POSIX shell, for records: words that a shell would change are quoted. */
  String written() {
    return Stream.concat(Stream.of("powergrid"), arguments.stream().map(CommandLine::quoted))
        .collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private static Path folder(String value) throws LaunchException {
    Path path = path(PLUGINS, value, "a folder");
    if (!Files.isDirectory(path)) {
      throw LaunchException.wrongInput(PLUGINS + ": \"" + value + "\" is not a folder");
    }
    return path;
  }

  private static Path file(String value) throws LaunchException {
    Path path = path(LOCK, value, "a file");
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      throw LaunchException.wrongInput(
          LOCK
              + ": \""
              + value
              + "\" is not a file that can be read; write one with"
              + " \"sha256sum *.jar\" in the plug-in folder");
    }
    return path;
  }

  private static Path path(String option, String value, String what) throws LaunchException {
    if (value.isEmpty()) {
      throw LaunchException.wrongInput(option + " needs " + what + ": " + option + " PATH");
    }
    return Path.of(value).toAbsolutePath();
  }
}
