package powergrid.scenario.grammar;

import java.util.regex.Pattern;
import powergrid.scenario.value.TextType;

/** The texts of a scenario that must have a form. */
final class Texts {
  /** What may stand in a file's name on every system, since the run directory is called so. */
  static final TextType NAME =
      new TextType(
          Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,99}"),
          "no name",
          "letters, digits, '-', '_' and '.', at most 100 and the first a letter or digit,"
              + " e.g. one-microgrid");

  static final TextType ID =
      new TextType(
          Pattern.compile("[\\p{L}\\p{N}_-]+"),
          "no id",
          "letters, digits, '-' and '_', without dots, e.g. gen-1");

  static final TextType AGENT =
      new TextType(
          Pattern.compile("[\\p{L}\\p{N}_-]+(\\.[\\p{L}\\p{N}_-]+)?"),
          "no id",
          "an agent's id, e.g. MG1 or MG1.ess1");

  static final TextType TYPE =
      new TextType(Pattern.compile("\\S+"), "no type", "a plug-in's type, e.g. storage");

  static final TextType BUS =
      new TextType(Pattern.compile("(?s).*\\S.*"), "no bus", "a bus of the network, e.g. \"671\"");

  static final TextType BRANCH =
      new TextType(
          Pattern.compile("(?s).*\\S.*"), "no branch", "a branch of the network, e.g. MG1.tie");

  static final TextType COLUMN =
      new TextType(Pattern.compile("(?s).*\\S.*"), "no column", "a column of the dataset");

  static final TextType VARIANT =
      new TextType(
          Pattern.compile("(?s).*\\S.*"), "no variant", "a variant of the table, e.g. setpoint");

  private Texts() {}
}
