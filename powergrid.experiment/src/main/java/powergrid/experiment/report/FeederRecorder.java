package powergrid.experiment.report;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import powergrid.api.drawing.NetworkDrawing;
import powergrid.api.environment.FeederView;
import powergrid.api.network.Network;
import powergrid.api.powerflow.Injections;
import powergrid.api.powerflow.Solution;

/** Notes the voltages of a network, and keeps the step in which they went furthest from 1 pu. */
final class FeederRecorder {
  private static final System.Logger LOG = System.getLogger(FeederRecorder.class.getName());

  private final Network network;
  private final List<Double> low = new ArrayList<>();
  private final List<Double> mean = new ArrayList<>();
  private final List<Double> high = new ArrayList<>();
  private final Injections switches;
  private final Solution worst;
  private double furthest = -1;
  private int drawnAt = -1;

  FeederRecorder(Network network) {
    this.network = network;
    switches = new Injections(network);
    worst = new Solution(network);
  }

  void step(FeederView feeder) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = 0;
    double sum = 0;
    int count = 0;
    for (int node : network.serviceNodes()) {
      double pu = feeder.solution().magnitude(node);
      if (pu > 0 && !feeder.blackout()) {
        least = Math.min(least, pu);
        greatest = Math.max(greatest, pu);
        sum += pu;
        count++;
      }
    }
    low.add(count > 0 ? least : Double.NaN);
    mean.add(count > 0 ? sum / count : Double.NaN);
    high.add(count > 0 ? greatest : Double.NaN);
    double distance = count > 0 ? Math.max(1 - least, greatest - 1) : -1;
    if (distance > furthest) {
      furthest = distance;
      keep(feeder);
    }
  }

  /** How far its voltages went from 1 pu; −1 if it never had a solution. */
  double furthest() {
    return furthest;
  }

  /** All that a drawing looks at. */
  private void keep(FeederView feeder) {
    drawnAt = low.size() - 1;
    int nodes = worst.re().length;
    System.arraycopy(feeder.solution().re(), 0, worst.re(), 0, nodes);
    System.arraycopy(feeder.solution().im(), 0, worst.im(), 0, nodes);
    boolean[] closed = switches.closed();
    System.arraycopy(feeder.injections().closed(), 0, closed, 0, closed.length);
  }

  Day.Feeder end(NetworkDrawing drawing) {
    return new Day.Feeder(network.name(), low, mean, high, drawnAt, svg(drawing));
  }

  /** A picture that cannot be drawn is no reason to lose a run. */
  private String svg(NetworkDrawing drawing) {
    if (drawnAt < 0) {
      return "";
    }
    try {
      return drawing.svg(network, switches, worst);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, network.name() + " could not be drawn", e);
      return "";
    }
  }
}
