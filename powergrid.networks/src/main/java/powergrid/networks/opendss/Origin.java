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

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}
