package powergrid.bench;

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
import powergrid.api.device.DeviceFactory;
import powergrid.devices.generator.GeneratorFactory;
import powergrid.devices.grid.GridFactory;
import powergrid.devices.solar.SolarFactory;
import powergrid.devices.storage.StorageFactory;
import powergrid.devices.wind.WindFactory;

/**
 * A step of each kind of device: {@code act} and {@code settle} with random actions; and the same
 * after {@code offer}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class DeviceBenchmark {
  /** The device and how it is configured. */
  @Param({
    "generator",
    "storage",
    "storage-cycle-depth",
    "storage-volt-var",
    "storage-forming",
    "grid",
    "solar",
    "tilted-solar",
    "wind"
  })
  public String device;

  private DeviceStand stand;

  /** Makes the device. */
  @Setup
  public void make() {
    stand =
        switch (device) {
          case "generator" -> stand(new GeneratorFactory(), "{pMaxMw: 0.6, qMaxMvar: 0.3}");
          case "storage" -> stand(new StorageFactory(), "{pMaxMw: 0.5, energyMwh: 2}");
          case "storage-cycle-depth" ->
              stand(
                  new StorageFactory(),
                  "{pMaxMw: 0.5, energyMwh: 2, selfDischarge: 0.001, degradation: cycle-depth,"
                      + " capacityFade: true, replacementCost: 200000}");
          case "storage-volt-var" ->
              stand(
                  new StorageFactory(),
                  "{pMaxMw: 0.5, energyMwh: 2, inverter: {reactive: volt-var, voltWatt: true}}");
          case "storage-forming" ->
              stand(new StorageFactory(), "{pMaxMw: 0.5, energyMwh: 2, gridForming: true}");
          case "grid" -> stand(new GridFactory(), "{importMaxMw: 1}");
          case "solar" -> stand(new SolarFactory(), "{pMaxMw: 0.1}");
          case "tilted-solar" ->
              stand(
                  new SolarFactory(),
                  "{pMaxMw: 0.1, tiltDeg: 20, temperatureCoefficient: -0.47,"
                      + " inverter: {reactive: volt-var, voltWatt: true}}");
          default ->
              stand(
                  new WindFactory(),
                  "{pMaxMw: 0.1, hubHeightM: 40, measuredAtM: 10, inverter: {reactive: action}}");
        };
  }

  private static DeviceStand stand(DeviceFactory<?> factory, String configuration) {
    return new DeviceStand(factory, configuration);
  }

  /**
   * One step.
   *
   * @return what came of it
   */
  @Benchmark
  public double step() {
    return stand.step();
  }

  /**
   * What it could do in the coming step, and the step.
   *
   * @return what came of it
   */
  @Benchmark
  public double offerAndStep() {
    return stand.offer() + stand.step();
  }
}
