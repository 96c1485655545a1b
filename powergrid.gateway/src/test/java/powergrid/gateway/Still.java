package powergrid.gateway;

import powergrid.api.agent.Agent;
import powergrid.api.plugin.NoFields;
import powergrid.api.policy.Policy;
import powergrid.api.policy.PolicyFactory;

/** Chooses nothing. */
final class Still implements PolicyFactory<NoFields> {
  @Override
  public Class<NoFields> configType() {
    return NoFields.class;
  }

  @Override
  public Policy create(NoFields configuration, Agent agent) {
    return decision -> {};
  }
}
