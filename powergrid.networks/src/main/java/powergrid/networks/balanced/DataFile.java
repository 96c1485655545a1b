package powergrid.networks.balanced;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import powergrid.api.network.Network;
import powergrid.api.plugin.ConfigurationException;

/**
 * A file that holds a network, bounded in size so that no file takes more than some seconds and a
 * part of the memory.
 *
 * @param path where it is
 */
public record DataFile(Path path) {
  private static final long MOST_BYTES = 64L << 20;

  /** More buses than any published case has; those of Europe's grid are 13,659 in MATPOWER's. */
  private static final int MOST_BUSES = 100_000;

  /**
   * Reads it.
   *
   * @return all of it
   */
  public byte[] read() {
    try {
      if (!Files.isRegularFile(path)) {
        throw error(0, "there is no such file");
      }
      if (Files.size(path) > MOST_BYTES) {
        throw error(0, "larger than " + (MOST_BYTES >> 20) + " MB, the most that is read");
      }
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw error(0, "cannot be read: " + e);
    }
  }

  /**
   * A mistake in it.
   *
   * @param line where, from 1; 0 for the file as a whole
   * @param message the value, what is wrong with it and what would be right
   * @return to be thrown
   */
  public ConfigurationException error(int line, String message) {
    String place = path.getFileName() + (line == 0 ? "" : ":" + line);
    return new ConfigurationException("path", place + ": " + message);
  }

  /**
   * Refuses more buses than are read.
   *
   * @param buses how many there are
   * @param line where they are
   */
  public void checkBuses(int buses, int line) {
    if (buses > MOST_BUSES) {
      throw error(line, buses + " buses; at most " + MOST_BUSES + " are read");
    }
    if (buses == 0) {
      throw error(line, "there are no buses");
    }
  }

  /**
   * Makes the network that it holds.
   *
   * @param network all of it
   * @return the network
   */
  public Network build(BalancedNetwork network) {
    try {
      return network.build();
    } catch (IllegalArgumentException e) {
      throw error(0, e.getMessage());
    }
  }

  /**
   * What a network is called that has no name of its own.
   *
   * @return the file's name without its ending
   */
  public String stem() {
    String file = path.getFileName().toString();
    int dot = file.lastIndexOf('.');
    return dot > 0 ? file.substring(0, dot) : file;
  }
}
