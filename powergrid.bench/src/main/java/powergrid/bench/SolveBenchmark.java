package powergrid.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import powergrid.api.network.Network;
import powergrid.api.powerflow.PowerFlow;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;

/**
 * Time of a solve, every load moved by up to ±2 % of its nominal before each; voltages and totals,
 * controls off. {@code warm} starts from the solution before, {@code flat} from no load; {@code
 * withFlows} adds the currents of all branches.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public abstract class SolveBenchmark {
  private static final int DRAWS = 1 << 10;

  private final double[][] scales = new double[DRAWS][];

  private Solver solver;
  private int draw;

  /** Prepares a network and draws its loads. */
  final void prepare(PowerFlow method, Network network, long seed) {
    solver = method.prepare(network);
    Random random = new Random(seed);
    for (int i = 0; i < DRAWS; i++) {
      scales[i] = random.doubles(network.loads().size(), 0.98, 1.02).toArray();
    }
  }

  private void moveLoads() {
    double[] scale = scales[draw++ & DRAWS - 1];
    System.arraycopy(scale, 0, solver.injections().loadScale(), 0, scale.length);
  }

  /**
   * From the solution before.
   *
   * @return how it went
   */
  @Benchmark
  public Status warm() {
    moveLoads();
    return solver.solve();
  }

  /**
   * From no load.
   *
   * @return how it went
   */
  @Benchmark
  public Status flat() {
    moveLoads();
    solver.flatStart();
    return solver.solve();
  }

  /**
   * From the solution before, with the branches' currents.
   *
   * @return how it went
   */
  @Benchmark
  public Status withFlows() {
    moveLoads();
    Status status = solver.solve();
    solver.flows();
    return status;
  }
}
