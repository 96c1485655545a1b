package powergrid.bench;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import powergrid.api.network.Network;

/** Time of a three-phase solve to 1e-6 pu by the method that the network's shape chooses. */
public class PowerFlowBenchmark extends SolveBenchmark {
  /** What is solved. */
  @Param({"ieee13", "ieee34", "ieee123", "radial1000"})
  public String network;

  /** Draws the loads. */
  @Setup
  public void prepare() {
    Network solved = BenchNetworks.of(network);
    prepare(BenchNetworks.method(solved), solved, 13);
  }
}
