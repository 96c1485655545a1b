package powergrid.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import powergrid.api.network.Network;
import powergrid.api.plugin.NoFields;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;
import powergrid.networks.cases.Case118Factory;
import powergrid.powerflow.newton.NewtonRaphson;

/**
 * Time of a balanced solve of the IEEE 118-bus case by Newton's method, every load moved by up to
 * ±2 % of its nominal before each solve; voltages and totals. {@code warm} starts from the solution
 * before, {@code flat} from no load; {@code withFlows} adds the currents of all branches.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class NewtonBenchmark {
  private static final int DRAWS = 1 << 10;

  private final double[][] scales = new double[DRAWS][];

  /** Tolerance, MVA: 1e-6 pu of the case's 100 MVA, and the method's default. */
  @Param({"1e-4", "1e-10"})
  public double toleranceMva;

  private Solver solver;
  private int draw;

  /** Draws the loads. */
  @Setup
  public void prepare() {
    Network network = new Case118Factory().create(new NoFields());
    solver = new NewtonRaphson(toleranceMva, 20).prepare(network);
    Random random = new Random(118);
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
