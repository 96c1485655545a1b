package powergrid.bench;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import powergrid.api.gateway.GatewayServer;

/** A step through the gateway and back, in which nothing happens: an {@link EchoGame}'s. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RoundTripBenchmark {
  private GatewayServer server;
  private BlockClient client;

  /**
   * Connects.
   *
   * @throws Exception if it cannot
   */
  @Setup
  public void connect() throws Exception {
    server = EchoGateway.listen(Optional.empty());
    String text = EchoEnvironments.SCENARIO.replace("\"", "\\\"").replace("\n", "\\n");
    client =
        new BlockClient(
            server.address(), "{\"op\":\"open\",\"scenario\":{\"text\":\"" + text + "\"}}");
  }

  /**
   * A round trip.
   *
   * @return a number of the answer
   * @throws IOException if the gateway is gone
   */
  @Benchmark
  public float step() throws IOException {
    return client.step();
  }

  /**
   * Disconnects.
   *
   * @throws IOException if it cannot
   */
  @TearDown
  public void disconnect() throws IOException {
    client.close();
    server.close();
  }
}
