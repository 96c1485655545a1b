package powergrid.policies;

import org.osgi.service.component.annotations.Component;
import powergrid.api.agent.Agent;
import powergrid.api.plugin.NoFields;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;
import powergrid.api.policy.Decision;
import powergrid.api.policy.Policy;
import powergrid.api.policy.PolicyFactory;

/** Chooses nothing: the agent holds its last action, at first the one it starts with. */
final class Hold implements Policy {
  @Override
  public void act(Decision decision) {}

  /** Makes it. */
  @Component(service = PolicyFactory.class)
  @PluginType("hold")
  @PluginHelp("chooses nothing: the last action stays")
  public static final class Factory implements PolicyFactory<NoFields> {
    @Override
    public Class<NoFields> configType() {
      return NoFields.class;
    }

    @Override
    public Policy create(NoFields configuration, Agent agent) {
      return new Hold();
    }
  }
}
