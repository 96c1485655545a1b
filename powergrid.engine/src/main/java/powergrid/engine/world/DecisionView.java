package powergrid.engine.world;

import java.util.Optional;
import powergrid.api.agent.Self;
import powergrid.api.planning.Foresight;
import powergrid.api.planning.LinearNetwork;
import powergrid.api.planning.Planning;
import powergrid.api.policy.Decision;

/** What a policy gets: the agent's observation and mask of the step's start, and the agent. */
final class DecisionView implements Decision {
  private final float[] observation;
  private final byte[] mask;
  private final Actor actor;
  private final Common common;

  DecisionView(float[] observation, byte[] mask, Actor actor, Common common) {
    this.observation = observation;
    this.mask = mask;
    this.actor = actor;
    this.common = common;
  }

  @Override
  public float[] observation() {
    return observation;
  }

  @Override
  public byte[] mask() {
    return mask;
  }

  @Override
  public Self self() {
    return actor.self();
  }

  @Override
  public Planning planning(Foresight foresight, int... steps) {
    Actor[] those = actor instanceof ParentActor p ? p.children() : new Actor[] {actor};
    return new PlanView(common, foresight, steps, those);
  }

  @Override
  public Optional<LinearNetwork> linearise() {
    if (actor instanceof GridActor grid) {
      return LinearSection.of(grid.feeder(), grid.section(), grid.devices());
    }
    if (actor instanceof DeviceActor device) {
      DeviceTerminal its = device.terminal();
      return LinearSection.of(its.feeder(), its.section(), new DeviceActor[] {device});
    }
    return Optional.empty();
  }

  @Override
  public int stepsLeft() {
    return common.exogenous().steps() - common.moment().step();
  }
}
