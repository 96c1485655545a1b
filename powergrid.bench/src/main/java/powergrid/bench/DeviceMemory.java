package powergrid.bench;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import powergrid.api.environment.Environment;

/**
 * What a device agent takes of the heap: environments with few and with many of a kind on one
 * feeder, after a step. Run as {@code java -cp benchmarks.jar powergrid.bench.DeviceMemory}.
 */
public final class DeviceMemory {
  private static final int FEW = 20;
  private static final int MANY = 220;

  private DeviceMemory() {}

  /**
   * Prints a line for every kind.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    Map<String, String> kinds = new TreeMap<>();
    kinds.put("generator", "pMaxMw: 0.001");
    kinds.put("storage", "pMaxMw: 0.001, energyMwh: 0.002");
    kinds.put("storage, cycle depth", "pMaxMw: 0.001, energyMwh: 0.002, degradation: cycle-depth");
    kinds.put("solar", "pMaxMw: 0.001");
    kinds.put("wind", "pMaxMw: 0.001");
    kinds.put("load", "peakMw: 0.001, mode: curtailable");
    kinds.put("hvac", "maxConsumptionMw: 0.001");
    kinds.put("electrolyzer", "maxConsumptionMw: 0.001");
    kinds.put("capacitor", "stepMvar: 0.0001, steps: 2");
    kinds.put("ev, 10 outlets", "chargerMaxMw: 0.0001");
    System.out.printf(Locale.ROOT, "%-22s %12s %12s%n", "kind", "none, kB", "price, kB");
    kinds.forEach(
        (kind, fields) ->
            System.out.printf(
                Locale.ROOT,
                "%-22s %12.1f %12.1f%n",
                kind,
                each("none", kind, fields) / 1000,
                each("price-signal", kind, fields) / 1000));
  }

  private static double each(String protocol, String kind, String fields) {
    String type = kind.replaceAll(",.*", "");
    return (used(protocol, type, fields, MANY) - used(protocol, type, fields, FEW)) / (MANY - FEW);
  }

  private static double used(String protocol, String type, String fields, int count) {
    StringBuilder yaml = new StringBuilder();
    yaml.append("name: memory\nclock: {start: \"2023-07-01T00:00\", step: 15min, steps: 96}\n");
    yaml.append("network: {type: ieee13}\nmicrogrids:\n  - id: MG1\n");
    yaml.append("    protocol: ").append(protocol).append("\n    devices:\n");
    for (int i = 0; i < count; i++) {
      yaml.append("      - {id: d").append(i).append(", type: ").append(type);
      yaml.append(", bus: \"671\", ").append(fields).append("}\n");
    }
    ClassPathWorkbench workbench = new ClassPathWorkbench();
    var scenario = workbench.reader().parse(yaml.toString(), "memory.yaml");
    long before = heap();
    Environment environment = workbench.environments().create(scenario);
    environment.reset(1);
    environment.step(environment.heldActions());
    long after = heap();
    environment.close();
    return after - before;
  }

  private static long heap() {
    Runtime runtime = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}
