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
import powergrid.devices.capacitor.CapacitorFactory;
import powergrid.devices.electrolyzer.ElectrolyzerFactory;
import powergrid.devices.ev.EvFactory;
import powergrid.devices.generator.GeneratorFactory;
import powergrid.devices.grid.GridFactory;
import powergrid.devices.hvac.HvacFactory;
import powergrid.devices.load.LoadFactory;
import powergrid.devices.solar.SolarFactory;
import powergrid.devices.storage.StorageFactory;
import powergrid.devices.tapchanger.TapChangerFactory;
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
    "generator-committed",
    "storage",
    "storage-cycle-depth",
    "storage-volt-var",
    "storage-forming",
    "grid",
    "grid-scheduled",
    "capacitor",
    "tapchanger",
    "solar",
    "tilted-solar",
    "wind",
    "load",
    "load-shiftable",
    "ev",
    "hvac",
    "electrolyzer"
  })
  public String device;

  private DeviceStand stand;

  /** Makes the device. */
  @Setup
  public void make() {
    stand =
        switch (device) {
          case "generator" -> stand(new GeneratorFactory(), "{pMaxMw: 0.6, qMaxMvar: 0.3}");
          case "generator-committed" ->
              stand(
                  new GeneratorFactory(),
                  "{pMaxMw: 0.6, pMinMw: 0.15, commitment: action, minUpTime: 2h, minDownTime: 1h,"
                      + " rampUpMwPerHour: 0.8, rampDownMwPerHour: 0.5, startUpCost: 10,"
                      + " costCurve: [{mw: 0, usdPerHour: 3}, {mw: 0.3, usdPerHour: 20},"
                      + " {mw: 0.6, usdPerHour: 50}], emissionFactor: 0.7, gridForming: true,"
                      + " capability: [{mw: 0, qMinMvar: -0.3, qMaxMvar: 0.4},"
                      + " {mw: 0.6, qMinMvar: -0.1, qMaxMvar: 0.2}]}");
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
          case "grid-scheduled" ->
              stand(
                  new GridFactory(),
                  "{mode: scheduled, importMaxMw: 1, exportMaxMw: 1, demandCharge: 1000}");
          case "capacitor" ->
              stand(
                  new CapacitorFactory(),
                  "{stepMvar: 0.1, steps: 4, lockout: 30min, dischargeTime: 10min}");
          case "tapchanger" -> stand(new TapChangerFactory(), "{element: reg1}");
          case "solar" -> stand(new SolarFactory(), "{pMaxMw: 0.1}");
          case "tilted-solar" ->
              stand(
                  new SolarFactory(),
                  "{pMaxMw: 0.1, tiltDeg: 20, temperatureCoefficient: -0.47,"
                      + " inverter: {reactive: volt-var, voltWatt: true}}");
          case "wind" ->
              stand(
                  new WindFactory(),
                  "{pMaxMw: 0.1, hubHeightM: 40, measuredAtM: 10, inverter: {reactive: action}}");
          case "load" -> stand(new LoadFactory(), "{mode: curtailable, peakMw: 0.1}");
          case "load-shiftable" ->
              stand(new LoadFactory(), "{mode: shiftable, blockMw: 0.1, blockHours: 2}");
          case "ev" -> stand(new EvFactory(), "{chargers: 10}");
          case "hvac" -> stand(new HvacFactory(), "{maxConsumptionMw: 0.05, solarApertureM2: 20}");
          case "electrolyzer" -> stand(new ElectrolyzerFactory(), "{maxConsumptionMw: 1}");
          default -> throw new IllegalArgumentException(device);
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
