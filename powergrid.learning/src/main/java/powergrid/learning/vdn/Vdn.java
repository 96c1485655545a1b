package powergrid.learning.vdn;

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

/** Value decomposition networks on discretised actions. */
@Component(service = LearnerFactory.class)
@PluginType("vdn")
@PluginHelp("values of discretised actions that add up to what the team earns (VDN)")
public final class Vdn implements LearnerFactory<VdnSettings> {
  @Override
  public Class<VdnSettings> configType() {
    return VdnSettings.class;
  }

  @Override
  public Learner create(VdnSettings configuration, LearnerContext context) {
    return new VdnLearner(configuration, context);
  }

  @Override
  public Actor actor(Tensors policy, List<? extends Agent> agents, Space state) {
    return new VdnActor(policy, agents);
  }
}
