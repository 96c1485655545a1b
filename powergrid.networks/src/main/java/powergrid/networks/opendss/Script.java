package powergrid.networks.opendss;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import powergrid.api.plugin.ConfigurationException;

/** Carries a script out, command by command, on a circuit. */
final class Script {
  private static final Vocabulary COMMANDS = Vocabulary.of("commands");
  private static final Vocabulary OPTIONS = Vocabulary.of("options");
  private static final Vocabulary CLASSES = Vocabulary.of("classes");
  private static final String WHERE = "; docs/opendss.md lists what is read";

  private final ScriptFiles files = new ScriptFiles();
  private double frequency = 60;
  private Circuit circuit = new Circuit(60);
  private Path folder;

  /** What {@code more} goes on with; null if that is ignored or there is nothing. */
  private Element active;

  private boolean ignoring;
  private int cursor;

  /** What the script has defined. */
  Circuit circuit() {
    return circuit;
  }

  /** Carries a file out. */
  void run(Path script) {
    if (script == null) {
      throw new ConfigurationException("path", "there is no path; give an OpenDSS script (.dss)");
    }
    Path absolute = script.toAbsolutePath().normalize();
    if (!Files.isRegularFile(absolute)) {
      throw new ConfigurationException(
          "path", "there is no file " + script + "; give an OpenDSS script (.dss)");
    }
    run(absolute, new Origin(String.valueOf(script.getFileName()), 0));
    if (circuit.name().isEmpty()) {
      throw new ConfigurationException(
          "path", script.getFileName() + ": no circuit is defined; use new circuit.<name>");
    }
  }

  private void run(Path file, Origin from) {
    List<String> lines = files.open(file, from);
    folder = file.getParent();
    String name = file.getFileName().toString();
    int remark = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      remark = remark == 0 && line.startsWith("/*") ? i + 1 : remark;
      if (remark == 0) {
        execute(line, new Origin(name, i + 1));
      } else if (line.contains("*/")) {
        remark = 0;
      }
    }
    if (remark != 0) {
      throw new Origin(name, remark).error("the remark that starts with /* does not end: add */");
    }
    files.close();
  }

  private void execute(String line, Origin origin) {
    List<Word> words = Word.of(line, origin);
    if (words.isEmpty()) {
      return;
    }
    Word first = words.get(0);
    if (first.name() != null) {
      assign(words, origin);
      return;
    }
    int command = COMMANDS.find(first.text());
    if (command < 0) {
      throw origin.error("'" + Origin.shown(first.text()) + "' is no command of OpenDSS");
    }
    switch (COMMANDS.use(command)) {
      case READ -> execute(COMMANDS.word(command), words.subList(1, words.size()), origin);
      case REFUSED ->
          throw origin.error(
              "command '" + COMMANDS.word(command) + "' is not supported: remove it" + WHERE);
      default -> {}
    }
  }

  private void execute(String command, List<Word> words, Origin origin) {
    switch (command) {
      case "new" -> make(words, origin);
      case "edit" -> {
        select(words, origin);
        set(words.subList(1, words.size()), origin);
      }
      case "more", "m", "~" -> {
        if (active == null && !ignoring) {
          throw origin.error("'" + command + "' goes on with nothing: put new or edit before");
        }
        set(words, origin);
      }
      case "set", "solve" -> options(words, origin);
      case "clear", "clearall" -> clear();
      case "redirect" -> {
        Path back = folder;
        run(ScriptFiles.find(folder, only(words, "a file", origin), origin), origin);
        folder = back;
      }
      case "compile" ->
          run(ScriptFiles.find(folder, only(words, "a file", origin), origin), origin);
      case "enable", "disable" -> {
        select(words, origin);
        if (active != null) {
          active.enable(command.equals("enable"));
        }
      }
      case "open", "close" -> open(words, command.equals("open"), origin);
      case "batchedit" -> editAll(words, origin);
      case "buscoords" -> places(only(words, "a file", origin), origin);
      default -> throw new AssertionError(command);
    }
  }

  private void clear() {
    circuit = new Circuit(frequency);
    active = null;
    ignoring = false;
  }

  private static String only(List<Word> words, String what, Origin origin) {
    if (words.size() != 1 || words.get(0).text() == null) {
      throw origin.error("give " + what + " and nothing else");
    }
    return words.get(0).text();
  }

  /** Class and name of an element, e.g. {@code line.l1} or {@code object=line.l1}. */
  private String[] element(List<Word> words, Origin origin) {
    Word word = words.isEmpty() ? null : words.get(0);
    boolean named = word != null && (word.name() == null || word.name().equalsIgnoreCase("object"));
    String text = named && word.text() != null ? word.text().toLowerCase(Locale.ROOT) : "";
    int dot = text.indexOf('.');
    if (dot < 1 || dot == text.length() - 1 || text.length() > 255) {
      throw origin.error(
          "'" + Origin.shown(text) + "' is no element: write class.name, e.g. line.l1");
    }
    return new String[] {text.substring(0, dot), text.substring(dot + 1)};
  }

  private void make(List<Word> words, Origin origin) {
    String[] element = element(words, origin);
    active = null;
    ignoring = false;
    cursor = -1;
    if (element[0].equals("circuit")) {
      active = circuit.begin(element[1], origin);
    } else if (reads(element[0], origin)) {
      active = circuit.make(CLASSES.word(CLASSES.find(element[0])), element[1], origin);
    } else {
      ignoring = true;
    }
    set(words.subList(1, words.size()), origin);
  }

  /** Whether a class is read, not ignored. */
  private static boolean reads(String type, Origin origin) {
    int i = CLASSES.find(type);
    if (i < 0 || !CLASSES.word(i).equals(type)) {
      throw origin.error("'" + Origin.shown(type) + "' is no class of OpenDSS");
    }
    if (CLASSES.use(i) == Vocabulary.Use.REFUSED) {
      throw origin.error("class " + type + " is not supported: remove its elements" + WHERE);
    }
    return CLASSES.use(i) == Vocabulary.Use.READ;
  }

  private void select(List<Word> words, Origin origin) {
    String[] element = element(words, origin);
    active = null;
    cursor = -1;
    ignoring = !element[0].equals("circuit") && !reads(element[0], origin);
    if (!ignoring) {
      active = find(element[0], element[1], origin);
    }
  }

  private Element find(String type, String name, Origin origin) {
    Element element =
        type.equals("circuit")
            ? circuit.elements("vsource").get("source")
            : circuit.elements(type).get(name);
    if (element == null) {
      throw origin.error("there is no " + Origin.shown(type + "." + name) + "; define it before");
    }
    return element;
  }

  /** {@code class.name.property=value …}. */
  private void assign(List<Word> words, Origin origin) {
    Word first = words.get(0);
    int last = first.name().lastIndexOf('.');
    if (last < 0 || first.name().indexOf('.') == last) {
      throw origin.error(
          "'"
              + Origin.shown(first.name())
              + "=' is no command: write class.name.property=value, or set option=value");
    }
    Word element = new Word(null, first.name().substring(0, last), false);
    select(List.of(element), origin);
    List<Word> rest = new ArrayList<>(words);
    rest.set(0, new Word(first.name().substring(last + 1), first.text(), first.quoted()));
    set(rest, origin);
  }

  private void set(List<Word> words, Origin origin) {
    if (ignoring) {
      return;
    }
    Vocabulary properties = Vocabulary.of(active.type());
    for (Word word : words) {
      cursor = word.name() == null ? cursor + 1 : properties.find(word.name());
      if (cursor < 0 || cursor >= properties.size()) {
        throw origin.error(
            word.name() == null
                ? "'"
                    + Origin.shown(word.text())
                    + "' is one value too many for "
                    + active.fullName()
                : "'" + Origin.shown(word.name()) + "' is no property of " + active.type());
      }
      set(properties, word, origin);
    }
    active.edited();
  }

  private void set(Vocabulary properties, Word word, Origin origin) {
    String property = properties.word(cursor);
    String subject = "property '" + property + "' of " + active.fullName();
    if (properties.use(cursor) == Vocabulary.Use.REFUSED) {
      throw origin.error(subject + " is not supported: remove it" + WHERE);
    }
    if (word.text() == null) {
      throw origin.error(subject + " has no value after '='");
    }
    if (properties.use(cursor) == Vocabulary.Use.IGNORED) {
      return;
    }
    Value value = new Value(word.text(), word.quoted(), subject, origin);
    switch (property) {
      case "like" -> active = circuit.replace(active, circuit.get(active.type(), value));
      case "enabled" -> active.enable(value.yes());
      default -> active.set(property, value, circuit);
    }
  }

  private void options(List<Word> words, Origin origin) {
    for (Word word : words) {
      int option = word.name() == null ? -1 : OPTIONS.find(word.name());
      if (option < 0) {
        throw origin.error(
            "'"
                + Origin.shown(word.name() == null ? word.text() : word.name())
                + "' is no option of OpenDSS: write set option=value");
      }
      String name = OPTIONS.word(option);
      if (OPTIONS.use(option) == Vocabulary.Use.REFUSED) {
        throw origin.error("option '" + name + "' is not supported: remove it" + WHERE);
      }
      if (OPTIONS.use(option) == Vocabulary.Use.READ) {
        if (word.text() == null) {
          throw origin.error("option '" + name + "' has no value after '='");
        }
        option(name, new Value(word.text(), word.quoted(), "option '" + name + "'", origin));
      }
    }
  }

  private void option(String name, Value value) {
    if (!name.equals("defaultbasefrequency")) {
      circuit.option(name, value);
      return;
    }
    frequency = value.above(0);
    if (frequency != circuit.frequency()) {
      if (!circuit.isEmpty()) {
        throw value.wrong(
            "put it before what is defined, which is at " + circuit.frequency() + " Hz");
      }
      clear();
    }
  }

  /** {@code open line.l1 2}: a line at one of its terminals, all phases. */
  private void open(List<Word> words, boolean open, Origin origin) {
    select(words, origin);
    if (!(active instanceof LineElement line)) {
      throw origin.error("only lines open and close here");
    }
    int terminal = 1;
    for (int i = 1; i < words.size(); i++) {
      Word word = words.get(i);
      boolean isTerminal =
          i == 1 && (word.name() == null || "terminal".startsWith(lower(word.name())));
      if (!isTerminal || word.text() == null) {
        throw origin.error("give a line and its terminal, all phases: open line.l1 terminal=2");
      }
      terminal = new Value(word.text(), false, "the terminal", origin).whole(1, 2);
    }
    line.open(terminal, open);
  }

  private void editAll(List<Word> words, Origin origin) {
    String[] element = element(words, origin);
    if (!reads(element[0], origin)) {
      return;
    }
    if (!element[1].matches("([a-z0-9_.-]+[*]?){1,2}")) {
      throw origin.error(
          "'"
              + Origin.shown(element[1])
              + "' is no pattern that is read: use letters, digits and up to twice '.*'");
    }
    Pattern pattern = Pattern.compile(element[1]);
    for (Element each : List.copyOf(circuit.elements(element[0]).values())) {
      if (pattern.matcher(each.name()).find()) {
        active = each;
        ignoring = false;
        cursor = -1;
        set(words.subList(1, words.size()), origin);
      }
    }
  }

  private void places(String written, Origin origin) {
    Path file = ScriptFiles.find(folder, written, origin);
    String name = file.getFileName().toString();
    List<String> lines = files.read(file, origin);
    for (int i = 0; i < lines.size(); i++) {
      Origin here = new Origin(name, i + 1);
      List<Word> words = Word.of(lines.get(i), here);
      if (words.isEmpty()) {
        continue;
      }
      if (words.size() < 3 || words.stream().anyMatch(word -> word.name() != null)) {
        throw here.error(
            "'" + Origin.shown(lines.get(i)) + "' is no place of a bus: write bus, x, y");
      }
      circuit.place(
          lower(words.get(0).text()),
          new Value(words.get(1).text(), false, "x", here).number(),
          new Value(words.get(2).text(), false, "y", here).number());
    }
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
