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

/** Independent PPO: each agent has a policy and a critic that see what it observes. */
@Component(service = LearnerFactory.class)
@PluginType("ippo")
@PluginHelp("each agent learns by itself, from what it sees (independent PPO)")
public final class Ippo implements LearnerFactory<PpoSettings> {
  @Override
  public Class<PpoSettings> configType() {
    return PpoSettings.class;
  }

  @Override
  public Learner create(PpoSettings configuration, LearnerContext context) {
    return new PpoLearner(configuration, context, Critics.OWN, false);
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
