import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import powergrid.api.environment.Environment;
import powergrid.api.environment.Transition;
import powergrid.api.plugin.PluginKind;
import powergrid.datasets.synthetic.SyntheticFactory;
import powergrid.devices.capacitor.CapacitorFactory;
import powergrid.devices.generator.GeneratorFactory;
import powergrid.devices.grid.GridFactory;
import powergrid.devices.solar.SolarFactory;
import powergrid.devices.storage.StorageFactory;
import powergrid.devices.tapchanger.TapChangerFactory;
import powergrid.engine.catalog.PluginRegistry;
import powergrid.engine.catalog.Provider;
import powergrid.engine.environment.EnvironmentAssembler;
import powergrid.networks.Ieee13Factory;
import powergrid.powerflow.control.OuterLoops;
import powergrid.powerflow.sweep.RadialSweep;
import powergrid.protocols.horizontal.Consensus;
import powergrid.protocols.vertical.None;
import powergrid.protocols.vertical.Setpoint;
import powergrid.rewards.CostSafety;
import powergrid.scenario.RecordConfigurationBinder;
import powergrid.scenario.YamlScenarioReader;

/**
 * What happens within the JVM, without a gateway and without a framework: episodes of a scenario
 * under given actions, written as the bytes that a client in another language has to come to.
 *
 * <p>Arguments: scenario, seed, file of actions (float32, little-endian, a row a step), file to
 * write. Written for each reset and step, little-endian: observations, central state, rewards and
 * held actions in float32, cost and safety in float64, terminated, truncated, and masks in bytes.
 */
public final class Trajectory {
  private Trajectory() {}

  public static void main(String[] args) throws IOException {
    PluginRegistry registry = new PluginRegistry();
    install(registry, PluginKind.POWER_FLOW, "sweep", new RadialSweep());
    install(registry, PluginKind.NETWORK, "ieee13", new Ieee13Factory());
    install(registry, PluginKind.DATASET, "synthetic", new SyntheticFactory());
    Map<String, Object> devices =
        Map.of(
            "grid", new GridFactory(),
            "generator", new GeneratorFactory(),
            "storage", new StorageFactory(),
            "solar", new SolarFactory(),
            "capacitor", new CapacitorFactory(),
            "tapchanger", new TapChangerFactory());
    devices.forEach((type, factory) -> install(registry, PluginKind.DEVICE, type, factory));
    install(registry, PluginKind.VERTICAL_PROTOCOL, "none", new None.Factory());
    install(registry, PluginKind.VERTICAL_PROTOCOL, "setpoint", new Setpoint.Factory());
    install(
        registry, PluginKind.HORIZONTAL_PROTOCOL, "none", new powergrid.protocols.horizontal.None());
    install(registry, PluginKind.HORIZONTAL_PROTOCOL, "consensus", new Consensus.Factory());
    install(registry, PluginKind.REWARD, "cost-safety", new CostSafety.Factory());
    EnvironmentAssembler assembler =
        EnvironmentAssembler.of(registry, new RecordConfigurationBinder(), new OuterLoops());
    FloatBuffer actions =
        ByteBuffer.wrap(Files.readAllBytes(Path.of(args[2])))
            .order(ByteOrder.LITTLE_ENDIAN)
            .asFloatBuffer();
    try (Environment environment =
            assembler.create(new YamlScenarioReader().read(Path.of(args[0]), Map.of()));
        DataOutputStream out =
            new DataOutputStream(
                new BufferedOutputStream(Files.newOutputStream(Path.of(args[3]))))) {
      Transition t = environment.reset(Long.parseLong(args[1]));
      write(environment, t, out);
      float[] row = new float[environment.actionOffset(environment.possibleAgents().size())];
      while (actions.hasRemaining()) {
        actions.get(row);
        t = environment.step(row);
        write(environment, t, out);
        if (!t.live()) {
          t = environment.reset();
          write(environment, t, out);
        }
      }
    }
  }

  private static void install(PluginRegistry registry, PluginKind kind, String type, Object plugin) {
    registry.add(Provider.of(kind, type, plugin, plugin.getClass().getPackageName(), 0));
  }

  private static void write(Environment environment, Transition t, DataOutputStream out)
      throws IOException {
    float[] state = new float[environment.stateSpace().size()];
    environment.state(state, 0);
    for (float[] part : List.of(t.observations(), state, t.rewards(), environment.heldActions())) {
      for (float value : part) {
        out.writeInt(Integer.reverseBytes(Float.floatToRawIntBits(value)));
      }
    }
    for (var agent : environment.possibleAgents()) {
      long bits = Double.doubleToRawLongBits(environment.view().cost(agent.index()));
      out.writeLong(Long.reverseBytes(bits));
    }
    for (var agent : environment.possibleAgents()) {
      long bits = Double.doubleToRawLongBits(environment.view().violation(agent.index()));
      out.writeLong(Long.reverseBytes(bits));
    }
    for (boolean[] flags : List.of(t.terminated(), t.truncated())) {
      for (boolean flag : flags) {
        out.writeByte(flag ? 1 : 0);
      }
    }
    out.write(t.masks());
  }
}
