package powergrid.learning.ppo;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import powergrid.api.agent.Agent;
import powergrid.api.learning.Actor;
import powergrid.api.learning.Learner;
import powergrid.api.learning.LearnerContext;
import powergrid.api.learning.LearnerFactory;
import powergrid.api.learning.Tensors;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;
import powergrid.api.space.Space;
import powergrid.learning.team.Sharing;

/**
 * One agent that sees what all agents observe, does what all of them decide on, and is rewarded
 * with the mean of their rewards.
 */
@Component(service = LearnerFactory.class)
@PluginType("joint-ppo")
@PluginHelp("one PPO agent sees and does everything that agents would")
public final class JointPpo implements LearnerFactory<PpoSettings> {
  @Override
  public Class<PpoSettings> configType() {
    return PpoSettings.class;
  }

  @Override
  public Learner create(PpoSettings configuration, LearnerContext context) {
    requireUnshared(configuration);
    return new PpoLearner(configuration, context, Critics.OWN, true);
  }

  private static void requireUnshared(PpoSettings configuration) {
    if (configuration.share() != Sharing.NONE) {
      throw new ConfigurationException(
          "share", "is role, but joint-ppo is one agent with one network; leave it out");
    }
  }

  @Override
  public boolean givesModels(PpoSettings configuration, List<? extends Agent> agents) {
    requireUnshared(configuration);
    return PpoLearner.givesModels(configuration, agents, true);
  }

  @Override
  public Actor actor(Tensors policy, List<? extends Agent> agents, Space state) {
    return new PpoActor(policy, agents);
  }
}
