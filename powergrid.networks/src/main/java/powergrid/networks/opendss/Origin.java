package powergrid.networks.opendss;

import powergrid.api.plugin.ConfigurationException;

/**
 * A line of a script.
 *
 * @param file the file's name
 * @param line its number, from 1; 0 for the file as a whole
 */
record Origin(String file, int line) {
  /** The mistake made there. */
  ConfigurationException error(String message) {
    return new ConfigurationException("path", this + ": " + message);
  }

  /** A text of the script as messages show it: its beginning, without control characters. */
  static String shown(String text) {
    String start = text.length() > 60 ? text.substring(0, 60) + "…" : text;
    return start.replaceAll("\\p{Cntrl}", "?");
  }

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}
