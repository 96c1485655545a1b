package powergrid.api.scenario;

/**
 * Where something stands in a scenario.
 *
 * @param file as the user named it; {@code --set} for what comes from the command line; empty for
 *     what stands nowhere
 * @param line from 1; 0 where there is none
 * @param column from 1; 0 where there is none
 * @param path e.g. {@code microgrids.MG1.devices.ess1.pMaxMw}; empty for the whole
 */
public record Place(String file, int line, int column, String path) {
  @Override
  public String toString() {
    String where = line > 0 ? file + ":" + line + ":" + column : file;
    return path.isEmpty() ? where : where.isEmpty() ? path : where + ": " + path;
  }
}
