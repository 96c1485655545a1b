package powergrid.experiment.report;

import java.time.LocalDateTime;
import java.util.List;

/**
 * An evaluated episode, step by step: what the report draws. Lists hold one number a step.
 *
 * @param variant its name
 * @param seed of the run
 * @param start when the first step begins, by the scenario's clock
 * @param hours length of a step
 * @param microgrids who injected what
 * @param price the series of that name, USD/MWh; empty where there is none
 * @param feeders the voltages of the networks; of many, those where they went furthest from 1 pu
 * @param networks how many there are in all
 * @param messages sent
 * @param lost of those, that never arrive
 * @param bytes sent
 */
public record Day(
    String variant,
    long seed,
    LocalDateTime start,
    double hours,
    List<Microgrid> microgrids,
    List<Double> price,
    List<Feeder> feeders,
    int networks,
    List<Double> messages,
    List<Double> lost,
    List<Double> bytes) {
  /** Copies the lists. */
  public Day {
    microgrids = List.copyOf(microgrids);
    price = List.copyOf(price);
    feeders = List.copyOf(feeders);
    messages = List.copyOf(messages);
    lost = List.copyOf(lost);
    bytes = List.copyOf(bytes);
  }

  /**
   * A microgrid.
   *
   * @param name its id; what many small ones are called together
   * @param devices what is in it
   */
  public record Microgrid(String name, List<Device> devices) {
    /** Copies the list. */
    public Microgrid {
      devices = List.copyOf(devices);
    }
  }

  /**
   * A device, or several together.
   *
   * @param name its id within the microgrid
   * @param mw injected
   */
  public record Device(String name, List<Double> mw) {
    /** Copies the list. */
    public Device {
      mw = List.copyOf(mw);
    }
  }

  /**
   * A network.
   *
   * @param name of it
   * @param low least voltage of a node that serves somebody, pu; NaN in a blackout
   * @param mean of those nodes, pu
   * @param high greatest of them, pu
   * @param drawnAt step of the drawing, from 0: the one whose voltages went furthest from 1 pu; −1
   *     where there is none
   * @param svg how the network looked then; empty where it could not be drawn
   */
  public record Feeder(
      String name,
      List<Double> low,
      List<Double> mean,
      List<Double> high,
      int drawnAt,
      String svg) {
    /** Copies the lists. */
    public Feeder {
      low = List.copyOf(low);
      mean = List.copyOf(mean);
      high = List.copyOf(high);
    }
  }
}
