package powergrid.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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
import powergrid.api.random.RandomStream;
import powergrid.learning.nn.Activation;
import powergrid.learning.nn.Mlp;
import powergrid.learning.nn.Parameters;

/**
 * Forward and backward computations of a network with two hidden layers of 64 on one thread. {@code
 * gflop} is 10⁹ multiplications and additions of matrix products a second; activations, which take
 * their share of the time, are not counted.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class NetworkBenchmark {
  private static final int HIDDEN = 64;
  private static final int OUTPUTS = 4;

  /** What the network sees. */
  @Param({"16", "64"})
  public int inputs;

  /** Samples at once. */
  @Param({"8", "64", "256"})
  public int rows;

  /** Of hidden layers. */
  @Param({"TANH", "RELU"})
  public Activation activation;

  private Mlp net;
  private Mlp.Pass pass;
  private Parameters gradient;
  private float[][] x;

  /** Counts what matrix products do. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Work {
    /** 10⁹ multiplications and additions. */
    public double gflop;
  }

  /** Makes a network and samples. */
  @Setup
  public void make() {
    RandomStream random = new RandomStream(1);
    net = new Mlp(activation, inputs, HIDDEN, HIDDEN, OUTPUTS);
    net.start(random, Math.sqrt(2), 1);
    pass = net.pass(rows);
    gradient = net.parameters().zeros();
    x = new float[rows][inputs];
    for (float[] row : x) {
      for (int i = 0; i < inputs; i++) {
        row[i] = (float) random.nextGaussian();
      }
    }
    for (float[] row : pass.derivatives()) {
      row[0] = 1e-6f;
    }
  }

  /**
   * Outputs alone.
   *
   * @param work counts
   * @return the outputs
   */
  @Benchmark
  public float[][] forward(Work work) {
    net.forward(pass, x, rows);
    work.gflop += 2e-9 * rows * (inputs * HIDDEN + HIDDEN * HIDDEN + HIDDEN * OUTPUTS);
    return pass.outputs();
  }

  /**
   * Outputs and the gradient.
   *
   * @param work counts
   * @return the gradient
   */
  @Benchmark
  public Parameters learn(Work work) {
    net.forward(pass, x, rows);
    net.backward(pass, x, rows, gradient);
    int products = 2 * inputs * HIDDEN + 3 * HIDDEN * HIDDEN + 3 * HIDDEN * OUTPUTS;
    work.gflop += 2e-9 * rows * products;
    return gradient;
  }
}
