package powergrid.networks.matpower;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import powergrid.networks.balanced.DataFile;

/**
 * Reads a case file line by line: comments, continuation lines, assignments of constants, and the
 * statements by which cases published in Ω and kW convert themselves.
 */
final class CaseReader {
  private static final Pattern FUNCTION = Pattern.compile("function\\s+mpc\\s*=\\s*(\\w+)");
  private static final Pattern OPENING = Pattern.compile("mpc\\.(\\w+)\\s*=\\s*([\\[{])");
  private static final Pattern CONSTANT = Pattern.compile("mpc\\.(\\w+)\\s*=\\s*(\\S+)");
  private static final Set<String> READ = Set.of("bus", "gen", "branch");

  /** Fields that say nothing about a power flow. */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of("gencost", "areas", "bus_name", "gentype", "genfuel");

  private final DataFile file;
  private final Case read = new Case();
  private final Conversions conversions = new Conversions(read);
  private boolean versioned;
  private boolean blockComment;
  private String pending = "";
  private int pendingLine;
  private String field;
  private char closing;
  private List<Case.Row> rows = new ArrayList<>();

  private CaseReader(DataFile file) {
    this.file = file;
  }

  /** Reads a file. */
  static Case read(DataFile file) {
    CaseReader reader = new CaseReader(file);
    int number = 0;
    List<String> lines = new String(file.read(), StandardCharsets.UTF_8).lines().toList();
    for (String line : lines) {
      number++;
      reader.line(line, number);
    }
    return reader.end(Math.max(1, number));
  }

  private void line(String line, int number) {
    String bare = line.strip();
    if (blockComment || bare.equals("%{")) {
      blockComment = !bare.equals("%}");
      return;
    }
    Words words = Words.of(line);
    if (pending.isEmpty()) {
      pendingLine = number;
    }
    pending += words.text() + " ";
    if (pending.length() > 1 << 20) {
      throw file.error(number, "a statement of more than 2^20 characters");
    }
    if (!words.continued()) {
      String text = pending;
      pending = "";
      statements(text.strip(), pendingLine);
    }
  }

  private void statements(String line, int number) {
    String rest = line;
    while (!rest.isEmpty()) {
      if (field != null) {
        rest = inside(rest, number);
        continue;
      }
      Matcher opening = OPENING.matcher(rest);
      if (opening.lookingAt()) {
        open(opening.group(1), opening.group(2), number);
        rest = rest.substring(opening.end()).strip();
        continue;
      }
      int end = Words.end(rest);
      statement(rest.substring(0, end).strip(), number);
      rest = rest.substring(Math.min(rest.length(), end + 1)).strip();
    }
  }

  private void open(String name, String bracket, int number) {
    if (!READ.contains(name) && !WITHOUT_EFFECT.contains(name)) {
      throw file.error(
          number, "mpc." + name + " is not known; of matrices, bus, gen and branch are read");
    }
    if (READ.contains(name) && bracket.equals("{")) {
      throw file.error(number, "mpc." + name + " is a cell array, not a matrix");
    }
    if (read.has(name)) {
      throw file.error(number, "mpc." + name + " is assigned a second time");
    }
    field = name;
    closing = bracket.equals("[") ? ']' : '}';
    rows = new ArrayList<>();
  }

  /** Reads what a line says of an open matrix, and returns what follows the matrix. */
  private String inside(String text, int number) {
    int end = Words.find(text, closing);
    if (READ.contains(field)) {
      for (String row : text.substring(0, end < 0 ? text.length() : end).split(";", -1)) {
        if (!row.isBlank()) {
          rows.add(new Case.Row(number, numbers(row, number)));
        }
      }
    }
    if (end < 0) {
      return "";
    }
    read.put(field, rows);
    field = null;
    String rest = text.substring(end + 1).strip();
    if (!rest.isEmpty() && rest.charAt(0) != ';') {
      throw file.error(number, "after the matrix comes " + Words.quote(rest) + ", not ;");
    }
    return rest.isEmpty() ? rest : rest.substring(1).strip();
  }

  private double[] numbers(String row, int number) {
    StringTokenizer words = new StringTokenizer(row, " \t,");
    double[] values = new double[words.countTokens()];
    for (int i = 0; i < values.length; i++) {
      values[i] = number(words.nextToken(), number);
    }
    return values;
  }

  private double number(String word, int line) {
    double value = Words.number(word);
    if (Double.isNaN(value) && !word.equalsIgnoreCase("nan")) {
      throw file.error(line, Words.quote(word) + " is no number; expressions are not evaluated");
    }
    return value;
  }

  private void statement(String text, int number) {
    Matcher function = FUNCTION.matcher(text);
    Matcher constant = CONSTANT.matcher(text);
    if (text.isEmpty() || text.equals("end") || text.equals("return")) {
      return;
    }
    if (function.matches()) {
      read.name(function.group(1));
    } else if (constant.matches()) {
      constant(constant.group(1), constant.group(2), number);
    } else if (!conversions.apply(text)) {
      throw file.error(
          number,
          Words.quote(text)
              + " is not understood; constants assigned to mpc are read, and the usual"
              + " conversions from ohms and kW");
    }
  }

  private void constant(String name, String value, int number) {
    switch (name) {
      case "version" -> {
        if (!value.equals("'2'") && !value.equals("\"2\"")) {
          throw file.error(number, "version is " + Words.quote(value) + "; only '2' is read");
        }
        versioned = true;
      }
      case "baseMVA" -> {
        double mva = number(value, number);
        if (!(mva > 0 && mva < Double.POSITIVE_INFINITY)) {
          throw file.error(number, "baseMVA is " + mva + ", not above 0");
        }
        read.baseMva(mva);
      }
      default ->
          throw file.error(
              number,
              "mpc."
                  + name
                  + " is "
                  + Words.quote(value)
                  + (READ.contains(name) ? ", not a matrix in brackets" : "; it is not known"));
    }
  }

  private Case end(int last) {
    if (blockComment) {
      throw file.error(last, "the file ends within a block comment, %} is missing");
    }
    if (!pending.isBlank()) {
      throw file.error(last, "the file ends within a statement that is to be continued");
    }
    if (field != null) {
      throw file.error(last, "the file ends within mpc." + field + ", " + closing + " is missing");
    }
    if (!versioned) {
      throw file.error(last, "there is no mpc.version = '2'; only that format is read");
    }
    for (String name : new String[] {"bus", "gen", "branch"}) {
      if (!read.has(name)) {
        throw file.error(last, "there is no matrix mpc." + name);
      }
    }
    if (Double.isNaN(read.baseMva())) {
      throw file.error(last, "there is no mpc.baseMVA");
    }
    return read;
  }
}
