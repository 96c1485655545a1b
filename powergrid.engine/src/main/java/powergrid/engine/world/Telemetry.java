package powergrid.engine.world;

/** What agents tell of their state after every step, by its variables' visibility: as counted. */
final class Telemetry {
  private int reports;
  private int bytes;

  /** At assembly: somebody is told something every step. */
  void report(int size) {
    reports++;
    bytes += size;
  }

  /** Counts a step's reports. */
  void send(Traffic traffic) {
    traffic.count(reports, bytes);
  }
}
