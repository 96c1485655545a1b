package powergrid.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import powergrid.api.environment.Credit;
import powergrid.api.environment.Split;
import powergrid.api.environment.VectorEnvironment;
import powergrid.api.environment.VectorTransition;
import powergrid.api.gateway.Binding;
import powergrid.api.gateway.GatewayOptions;
import powergrid.api.gateway.GatewayServer;
import powergrid.drawing.SvgNetworkDrawing;
import powergrid.gateway.SocketGateway;

/**
 * Steps of 64 copies of {@code examples/protocol-comparison.yaml}, the case of three microgrids
 * with fixed taps, stepped by all processors: within the JVM, and through the gateway. Run where
 * {@code examples/} is.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class GatewayBenchmark {
  private static final int COPIES = 64;
  private static final String SCENARIO = "examples/protocol-comparison.yaml";

  /** From where the copies are stepped. */
  @Param({"jvm", "gateway"})
  public String from;

  private VectorEnvironment environment;
  private VectorTransition transition;
  private GatewayServer server;
  private BlockClient client;

  /**
   * Assembles the copies.
   *
   * @throws IOException if the gateway cannot listen
   */
  @Setup
  public void assemble() throws IOException {
    ClassPathWorkbench workbench = new ClassPathWorkbench();
    if (from.equals("jvm")) {
      environment =
          workbench
              .environments()
              .vector(
                  workbench.reader().read(Path.of(SCENARIO), Map.of()),
                  Split.ALL,
                  Credit.OWN,
                  COPIES,
                  Runtime.getRuntime().availableProcessors());
      transition = environment.reset(1);
      return;
    }
    server =
        SocketGateway.of(workbench.reader(), workbench.environments(), new SvgNetworkDrawing())
            .listen(
                GatewayOptions.of(
                    new Binding.Unix(Optional.empty()), Path.of("").toAbsolutePath()));
    client =
        new BlockClient(
            server.address(),
            "{\"op\":\"open\",\"scenario\":{\"path\":\""
                + SCENARIO
                + "\"},\"kind\":\"vector\",\"copies\":"
                + COPIES
                + "}");
  }

  /**
   * A step of all copies.
   *
   * @return what came of it
   * @throws IOException if the gateway is gone
   */
  @Benchmark
  @OperationsPerInvocation(COPIES)
  public Object step() throws IOException {
    if (client != null) {
      return client.step();
    }
    transition = environment.step(transition.heldActions());
    return transition;
  }

  /**
   * Lets go of the copies.
   *
   * @throws IOException if it cannot
   */
  @TearDown
  public void close() throws IOException {
    if (client != null) {
      client.close();
      server.close();
    } else {
      environment.close();
    }
  }
}
