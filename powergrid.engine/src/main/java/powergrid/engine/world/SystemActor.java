package powergrid.engine.world;

import powergrid.api.agent.Variables;

/** The agent above all microgrids. */
final class SystemActor extends ParentActor {
  private final GridActor[] grids;
  private final Feeder[] feeders;

  SystemActor(AgentFace face, Variables actions, GridActor[] grids, Feeder[] feeders) {
    super(face, actions, grids);
    this.grids = grids;
    this.feeders = feeders;
  }

  @Override
  double netMwNow() {
    double net = 0;
    for (GridActor grid : grids) {
      net += grid.measured()[0];
    }
    return net;
  }

  @Override
  double passedOnMwNow() {
    return 0;
  }

  @Override
  double voltagePuNow() {
    double sum = 0;
    int count = 0;
    for (GridActor grid : grids) {
      double pu = grid.measured()[VOLTAGE];
      sum += pu;
      count += pu > 0 ? 1 : 0;
    }
    return count == 0 ? 0 : sum / count;
  }

  /** What comes in at the networks' heads, not at the ties between them. */
  @Override
  double importMwNow() {
    double mw = 0;
    for (Feeder feeder : feeders) {
      mw += feeder.importMw(feeder.sections().get(0));
    }
    return mw;
  }
}
