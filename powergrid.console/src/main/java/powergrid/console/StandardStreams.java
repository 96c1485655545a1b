package powergrid.console;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The standard streams of the process. */
final class StandardStreams {
  private StandardStreams() {}

  static PrintStream out() {
    return readable(System.out);
  }

  static PrintStream err() {
    return readable(System.err);
  }

  /**
   * In the C locale Java would print a question mark for every ± and °; UTF-8 is what is read
   * there.
   */
  private static PrintStream readable(PrintStream stream) {
    String declared = System.getProperty("stdout.encoding");
    Charset charset = declared == null ? Charset.defaultCharset() : Charset.forName(declared);
    return charset.equals(StandardCharsets.US_ASCII)
        ? new PrintStream(stream, true, StandardCharsets.UTF_8)
        : stream;
  }

  /** Whether progress can be redrawn on standard error. */
  @SuppressWarnings("SystemConsoleNull") // where it is never null, onTerminal tells
  static boolean errIsTerminal() {
    Console console = System.console();
    return console != null && onTerminal(console) && isTerminal(Path.of("/proc/self/fd/2"));
  }

  /** From JDK 22 on there is a console without a terminal too; a method new there says which. */
  private static boolean onTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  /**
   * Where the platform can tell, a descriptor's target decides; elsewhere the console alone does.
   */
  static boolean isTerminal(Path descriptor) {
    if (!Files.isSymbolicLink(descriptor)) {
      return true;
    }
    try {
      String target = Files.readSymbolicLink(descriptor).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException e) {
      return false;
    }
  }
}
