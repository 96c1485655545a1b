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
import powergrid.api.scenario.Scenario;

/**
 * Steps with many agents on one thread, everything on: observations, messages, rewards, power flow,
 * and the resets between days. Run where {@code examples/} is.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class HierarchyBenchmark {
  /** Microgrids of three devices, each on an IEEE 13-node feeder of its own with fixed taps. */
  private static final String ISLANDS =
      """
      name: islands
      clock: {start: "2023-07-01T00:00", step: 15min, steps: 96, days: 62}
      data:
        load:  {dataset: synthetic}
        price: {dataset: synthetic, known: ahead}
      protocol: $peers
      channel: {topology: ring}
      microgrids:
        - id: MG{n}
          count: $count
          network: {type: ieee13, taps: [6, 4, 6], loadScale: 0.5}
          protocol: price-signal
          policy: rule
          devices:
            - {id: grid, type: grid, bus: "650"}
            - {id: gen, type: generator, bus: "675", pMaxMw: 0.6, costLinear: 50}
            - {id: ess, type: storage, bus: "671", pMaxMw: 0.5, energyMwh: 2}
      """;

  /** The case: how many islands and what peers do, or an example and its variant. */
  @Param({
    "islands 10 none",
    "islands 100 none",
    "islands 1000 none",
    "islands 10 consensus",
    "islands 100 consensus",
    "islands 1000 consensus",
    "hundred-microgrids none",
    "hundred-microgrids consensus",
    "three-microgrids none",
    "three-microgrids volt-var",
    "three-microgrids load-balancing"
  })
  public String scenario;

  private Environment environment;
  private Transition transition;

  /** Assembles the environment. */
  @Setup
  public void assemble() {
    ClassPathWorkbench workbench = new ClassPathWorkbench();
    environment = workbench.environments().create(read(workbench));
    transition = environment.reset(1);
  }

  private Scenario read(ClassPathWorkbench workbench) {
    String[] words = scenario.split(" ", -1);
    if (words[0].equals("islands")) {
      String peers =
          words[2].equals("none")
              ? "none"
              : "{type: consensus, rounds: 20, tolerance: 0, share: 0}";
      return workbench
          .reader()
          .parse(ISLANDS.replace("$count", words[1]).replace("$peers", peers), "islands.yaml");
    }
    if (words[1].equals("volt-var")) {
      String inverter = "{reactive: volt-var}";
      return workbench
          .reader()
          .read(
              Path.of("examples/" + words[0] + ".yaml"),
              Map.of(
                  "microgrids.*.devices.ess1.inverter",
                  inverter,
                  "microgrids.*.devices.pv1.inverter",
                  inverter));
    }
    String peers =
        words[0].equals("hundred-microgrids") && words[1].equals("consensus")
            ? "{type: consensus, rounds: 20, tolerance: 0, share: 0}"
            : words[1];
    return workbench
        .reader()
        .read(Path.of("examples/" + words[0] + ".yaml"), Map.of("protocol", peers));
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
