package powergrid.powerflow.newton;

import java.util.List;
import powergrid.api.network.Generator;
import powergrid.api.network.Network;
import powergrid.api.network.Source;

/** The voltages that sources fix and generators keep at a network's nodes. */
final class SetPoints {
  private final Nodes nodes;
  private final Network network;

  /** By source: the node that it fixes; −1 for one that stands by. */
  final int[] sourceNode;

  /** By generator: the node that it keeps at a voltage; −1 for one that does not. */
  final int[] keptNode;

  /** By node: whether it is kept. */
  boolean[] isKept = {};

  /** By node: the voltage that sources fix, or the magnitude that generators keep; else 0. */
  double[] re = {};

  double[] im = {};

  /** By node: how many sources fix it, or how many generators keep it. */
  int[] shares = {};

  SetPoints(Nodes nodes) {
    this.nodes = nodes;
    network = nodes.net.network;
    sourceNode = new int[network.sources().size()];
    keptNode = new int[network.generators().size()];
  }

  /** Finds the nodes that are fixed and kept. */
  void connect() {
    re = new double[nodes.nodes];
    im = new double[nodes.nodes];
    shares = new int[nodes.nodes];
    isKept = new boolean[nodes.nodes];
    for (int s = 0; s < sourceNode.length; s++) {
      int node = nodes.node[network.busIndex(network.sources().get(s).bus())];
      sourceNode[s] = nodes.islands.supplies[s] ? node : -1;
      if (sourceNode[s] >= 0) {
        shares[node]++;
      }
    }
    for (int g = 0; g < keptNode.length; g++) {
      Generator generator = network.generators().get(g);
      int node = nodes.node[network.busIndex(generator.bus())];
      boolean keeps = generator.controlsVoltage() && node >= 0 && node < nodes.unknown;
      keptNode[g] = keeps ? node : -1;
      if (keeps) {
        isKept[node] = true;
        shares[node]++;
      }
    }
  }

  /**
   * Takes over the factors of the buses.
   *
   * @return what contradicts itself; null if nothing does
   */
  String scale() {
    for (int node = 0; node < nodes.nodes; node++) {
      re[node] = 0;
      im[node] = 0;
    }
    List<Source> sources = network.sources();
    for (int s = 0; s < sourceNode.length; s++) {
      Source source = sources.get(s);
      double angle = Math.toRadians(source.angleDeg());
      int bus = network.busIndex(source.bus());
      double size = source.voltagePu();
      if (sourceNode[s] >= 0
          && !want(bus, size * StrictMath.cos(angle), size * StrictMath.sin(angle))) {
        return conflict("source " + source.id(), bus);
      }
    }
    List<Generator> generators = network.generators();
    for (int g = 0; g < keptNode.length; g++) {
      Generator generator = generators.get(g);
      int bus = network.busIndex(generator.bus());
      double size = nodes.kRe[bus] * nodes.kRe[bus] + nodes.kIm[bus] * nodes.kIm[bus];
      double rotated = generator.voltagePu() / Math.sqrt(size);
      if (keptNode[g] >= 0 && !want(bus, rotated * nodes.kRe[bus], rotated * nodes.kIm[bus])) {
        return conflict("generator " + generator.id(), bus);
      }
    }
    return null;
  }

  /** Wants a voltage at a bus. */
  private boolean want(int bus, double busRe, double busIm) {
    int node = nodes.node[bus];
    double kRe = nodes.kRe[bus];
    double kIm = nodes.kIm[bus];
    double k2 = kRe * kRe + kIm * kIm;
    double wantRe = (busRe * kRe + busIm * kIm) / k2;
    double wantIm = (busIm * kRe - busRe * kIm) / k2;
    boolean free = re[node] == 0 && im[node] == 0;
    if (free) {
      re[node] = wantRe;
      im[node] = wantIm;
    }
    return free || !Nodes.differ(re[node], im[node], wantRe, wantIm);
  }

  /** The square of the magnitude that a node is fixed or kept at. */
  double square(int node) {
    return re[node] * re[node] + im[node] * im[node];
  }

  private String conflict(String who, int bus) {
    return who
        + " wants another voltage at bus "
        + network.buses().get(bus).id()
        + " than the one before it there or behind closed switches";
  }
}
