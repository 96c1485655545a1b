package powergrid.learning.ppo;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import powergrid.api.agent.Agent;
import powergrid.api.learning.Actor;
import powergrid.api.learning.Learner;
import powergrid.api.learning.LearnerContext;
import powergrid.api.learning.LearnerFactory;
import powergrid.api.learning.Tensors;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;
import powergrid.api.space.Space;

/** Multi-agent PPO: each agent's policy sees what it observes, its critic the central state. */
@Component(service = LearnerFactory.class)
@PluginType("mappo")
@PluginHelp("each agent acts on what it sees, its critic sees everything (MAPPO)")
public final class Mappo implements LearnerFactory<PpoSettings> {
  @Override
  public Class<PpoSettings> configType() {
    return PpoSettings.class;
  }

  @Override
  public Learner create(PpoSettings configuration, LearnerContext context) {
    return new PpoLearner(configuration, context, Critics.CENTRAL, false);
  }

  @Override
  public boolean givesModels(PpoSettings configuration, List<? extends Agent> agents) {
    return PpoLearner.givesModels(configuration, agents, false);
  }

  @Override
  public Actor actor(Tensors policy, List<? extends Agent> agents, Space state) {
    return new PpoActor(policy, agents);
  }
}
