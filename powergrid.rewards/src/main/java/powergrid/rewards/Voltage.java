package powergrid.rewards;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import powergrid.api.agent.Agent;
import powergrid.api.environment.FeederView;
import powergrid.api.environment.StepView;
import powergrid.api.plugin.Field;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;
import powergrid.api.reward.Reward;
import powergrid.api.reward.RewardFactory;

/**
 * Voltages near nominal: minus what they are from 1 pu beyond a dead band, over time. Without
 * supply there is no voltage to judge.
 *
 * @param shared true for all service nodes of all feeders, the same for each agent; false for the
 *     terminals of an agent's own devices
 * @param usdPerPuHour price of a node that is 1 pu off for an hour
 * @param deadBandPu that costs nothing, to both sides of 1 pu
 */
public record Voltage(
    @Field(value = "true", help = "All nodes for each, or the terminals of an agent's own devices")
        boolean shared,
    @Field(unit = "USD", min = 0, value = "10", help = "Price of a node 1 pu off for an hour")
        double usdPerPuHour,
    @Field(unit = "pu", min = 0, max = 1, value = "0.05", help = "What costs nothing around 1 pu")
        double deadBandPu)
    implements Reward {
  @Override
  public double of(int agent, StepView step) {
    double off = shared ? ofFeeders(step) : ofDevices(step.agents().get(agent), step);
    return -usdPerPuHour * step.hours() * off;
  }

  private double ofFeeders(StepView step) {
    List<? extends FeederView> feeders = step.feeders();
    double sum = 0;
    for (int f = 0; f < feeders.size(); f++) {
      FeederView feeder = feeders.get(f);
      if (!feeder.blackout()) {
        double[] re = feeder.solution().re();
        double[] im = feeder.solution().im();
        for (int node : feeder.network().serviceNodes()) {
          sum += off(Math.sqrt(re[node] * re[node] + im[node] * im[node]));
        }
      }
    }
    return sum;
  }

  private double ofDevices(Agent agent, StepView step) {
    if (agent.children().isEmpty()) {
      double voltage = step.state(agent.index(), "electrical.voltagePu");
      return Double.isNaN(voltage) ? 0 : off(voltage);
    }
    double sum = 0;
    for (int k = 0; k < agent.children().size(); k++) {
      sum += ofDevices(agent.children().get(k), step);
    }
    return sum;
  }

  private double off(double voltagePu) {
    return voltagePu > 0 ? Math.max(0, Math.abs(voltagePu - 1) - deadBandPu) : 0;
  }

  /** Makes it. */
  @Component(service = RewardFactory.class)
  @PluginType("voltage")
  @PluginHelp("minus what voltages are off 1 pu beyond a dead band")
  public static final class Factory implements RewardFactory<Voltage> {
    @Override
    public Class<Voltage> configType() {
      return Voltage.class;
    }

    @Override
    public Reward create(Voltage configuration) {
      return configuration;
    }
  }
}
