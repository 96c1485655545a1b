package powergrid.baselines;

import powergrid.api.agent.Agent;
import powergrid.api.plugin.NoFields;
import powergrid.api.policy.Policy;
import powergrid.api.policy.PolicyFactory;
import powergrid.api.random.RandomStream;
import powergrid.api.space.Axis;

/** Chooses one end of every axis, or the other, or something between, at random. */
final class Extremes implements PolicyFactory<NoFields> {
  @Override
  public Class<NoFields> configType() {
    return NoFields.class;
  }

  @Override
  public Policy create(NoFields configuration, Agent agent) {
    return decision -> {
      RandomStream random = decision.self().random();
      for (int i = 0; i < agent.actionSpace().size(); i++) {
        Axis axis = agent.actionSpace().axis(i);
        if (!axis.continuous()) {
          decision.self().action(i, random.nextInt(axis.choices()));
        } else {
          double share = Math.max(0, Math.min(1, 2 * random.nextDouble() - 0.5));
          decision.self().action(i, axis.low() + share * (axis.high() - axis.low()));
        }
      }
    };
  }
}
