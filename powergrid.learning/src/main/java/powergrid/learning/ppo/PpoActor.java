package powergrid.learning.ppo;

import java.util.ArrayList;
import java.util.List;
import powergrid.api.agent.Agent;
import powergrid.api.environment.Environment;
import powergrid.api.environment.Transition;
import powergrid.api.learning.Actor;
import powergrid.api.learning.Tensors;
import powergrid.learning.nn.Mlp;

/** Acts by the modes of learnt policies. */
final class PpoActor implements Actor {
  private final List<Seat> seats = new ArrayList<>();

  /** A policy and room for what goes through it. */
  private record Seat(Policy policy, Mlp.Pass pass, Room room) {}

  /** Room for one player at a time. */
  private static final class Room {
    private final float[][] row;
    private final float[] raw;
    private final byte[] mask;

    private Room(Policy policy) {
      row = new float[1][policy.role.inputs()];
      raw = new float[policy.head.axes()];
      mask = new byte[policy.head.maskSize()];
    }
  }

  PpoActor(Tensors policy, List<? extends Agent> agents) {
    for (Policy each : PolicyFile.read(policy, agents)) {
      seats.add(new Seat(each, each.net.pass(1), new Room(each)));
    }
  }

  @Override
  public void act(Environment environment, Transition seen, float[] actions) {
    for (Seat seat : seats) {
      Policy policy = seat.policy;
      Room room = seat.room;
      for (int p = 0; p < policy.role.players().size(); p++) {
        policy.observe(p, seen.observations(), 0, room.row[0]);
        policy.normalise(room.row[0]);
        policy.net.forward(seat.pass, room.row, 1);
        policy.role.mask(p, seen.masks(), 0, room.mask);
        policy.head.mode(seat.pass.outputs()[0], room.mask, room.raw);
        policy.role.act(p, room.raw, policy.head::normal, actions, 0);
      }
    }
  }
}
