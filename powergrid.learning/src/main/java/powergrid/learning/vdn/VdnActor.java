package powergrid.learning.vdn;

import java.util.List;
import powergrid.api.agent.Agent;
import powergrid.api.environment.Environment;
import powergrid.api.environment.Transition;
import powergrid.api.learning.Actor;
import powergrid.api.learning.Tensors;
import powergrid.learning.nn.Mlp;

/** Does what learnt values say is best. */
final class VdnActor implements Actor {
  private final List<Seat> seats;

  /** A network and room for one player at a time. */
  private static final class Seat {
    private final ValueNet values;
    private final Mlp.Pass pass;
    private final float[][] row;
    private final float[] choice;
    private final byte[] mask;

    Seat(ValueNet values) {
      this.values = values;
      pass = values.net.pass(1);
      row = new float[1][values.role.inputs()];
      choice = new float[values.branches.axes()];
      mask = new byte[values.branches.maskSize()];
    }

    void act(int player, Transition seen, float[] actions) {
      values.observe(player, seen.observations(), 0, row[0]);
      values.net.forward(pass, row, 1);
      values.role.mask(player, seen.masks(), 0, mask);
      values.branches.best(pass.outputs()[0], mask, choice);
      values.role.act(player, choice, values.branches::normal, actions, 0);
    }
  }

  VdnActor(Tensors policy, List<? extends Agent> agents) {
    seats = VdnFile.read(policy, agents).stream().map(Seat::new).toList();
  }

  @Override
  public void act(Environment environment, Transition seen, float[] actions) {
    for (Seat seat : seats) {
      for (int p = 0; p < seat.values.role.players().size(); p++) {
        seat.act(p, seen, actions);
      }
    }
  }
}
