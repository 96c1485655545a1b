package powergrid.bench;

import java.nio.file.Path;
import java.util.Map;
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
import powergrid.api.environment.Environment;
import powergrid.api.environment.Transition;

/**
 * Steps of {@code examples/one-microgrid.yaml} on one thread with everything on: observations,
 * messages, rewards, power flow, and the resets between days. Run where {@code examples/} is.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class EnvironmentBenchmark {
  /** How the microgrid is coordinated. */
  @Param({"none", "setpoint", "price-signal"})
  public String protocol;

  private Environment environment;
  private Transition transition;

  /** Assembles the environment. */
  @Setup
  public void assemble() {
    ClassPathWorkbench workbench = new ClassPathWorkbench();
    environment =
        workbench
            .environments()
            .create(
                workbench
                    .reader()
                    .read(
                        Path.of("examples/one-microgrid.yaml"),
                        Map.of("microgrids.MG1.protocol", protocol)));
    transition = environment.reset(1);
  }

  /**
   * One step, and a reset after every 96.
   *
   * @return what came of it
   */
  @Benchmark
  public Transition step() {
    transition =
        transition.live() ? environment.step(environment.heldActions()) : environment.reset();
    return transition;
  }
}
