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
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;
import powergrid.networks.Ieee123;
import powergrid.networks.Ieee123Factory;
import powergrid.networks.Ieee13;
import powergrid.networks.Ieee13Factory;
import powergrid.networks.Ieee34;
import powergrid.networks.Ieee34Factory;
import powergrid.powerflow.sweep.RadialSweep;

/**
 * Time of a solve of a radial feeder to 1e-6 pu, every load moved by up to ±2 % of its nominal
 * before each solve: voltages and totals, without the branches' flows. {@code warm} starts from the
 * solution before, {@code flat} from no load.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class PowerFlowBenchmark {
  private static final int DRAWS = 1 << 10;

  /** Which network. */
  @Param({"ieee13", "ieee34", "ieee123", "radial1000"})
  String network;

  private final double[][] scales = new double[DRAWS][];
  private Solver solver;
  private int draw;

  /** Draws the loads. */
  @Setup
  public void prepare() {
    Network feeder = feeder();
    solver = new RadialSweep().prepare(feeder);
    Random random = new Random(13);
    for (int i = 0; i < DRAWS; i++) {
      scales[i] = random.doubles(feeder.loads().size(), 0.98, 1.02).toArray();
    }
  }

  private Network feeder() {
    return switch (network) {
      case "ieee13" -> new Ieee13Factory().create(new Ieee13());
      case "ieee34" -> new Ieee34Factory().create(new Ieee34());
      case "ieee123" -> new Ieee123Factory().create(new Ieee123());
      case "radial1000" -> Radial1000.create();
      default -> throw new IllegalArgumentException("network " + network + " is not known");
    };
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
}
