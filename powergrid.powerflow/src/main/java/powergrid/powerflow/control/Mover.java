package powergrid.powerflow.control;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A control that moves something by steps after a delay: a tap changer's or a capacitor's. While it
 * wants to move in one direction its delay runs; the first move of an excursion takes the whole
 * delay, each further one a time of its own. One that turns back again and again without having
 * been at rest at the end of a solve is held for the rest of this one.
 */
abstract class Mover {
  /** Turning back once may put right what another control did; more is hunting. */
  private static final int MOST_TURNS = 2;

  private final double delaySeconds;
  private final double moveSeconds;
  private int direction;
  private double waited;
  private int lastMove;
  private int turns;

  Mover(double delaySeconds, double moveSeconds) {
    this.delaySeconds = delaySeconds;
    this.moveSeconds = moveSeconds;
  }

  /** Which way it should move as the solution stands: 1, −1, or 0 to stay. */
  abstract int wanted();

  /** Moves one step. */
  abstract void step(int way);

  /** Whether it looks at currents. */
  abstract boolean needsCurrents();

  /** How far from a source it is; nearer ones move first. */
  abstract int distance();

  /** Begins a solve; who was held has another go. */
  final void begin() {
    if (direction == 0 || turns >= MOST_TURNS) {
      lastMove = 0;
      turns = 0;
    }
  }

  /** Looks at the solution; a delay that ran the other way starts again. */
  final void look() {
    int now = wanted();
    if (now != direction) {
      direction = now;
      waited = 0;
    }
  }

  /** Whether it waits to move. */
  final boolean waits() {
    return direction != 0 && turns < MOST_TURNS;
  }

  /** Whether it was held although it wants to move. */
  final boolean unsettled() {
    return direction != 0 && turns >= MOST_TURNS;
  }

  /** Seconds until it moves. */
  final double remaining() {
    return Math.max(0, delaySeconds - waited);
  }

  /** Lets time pass. */
  final void elapse(double seconds) {
    if (direction != 0) {
      waited += seconds;
    }
  }

  /** Moves, as its delay is over. */
  final void move() {
    if (lastMove == -direction) {
      turns++;
    }
    lastMove = direction;
    step(direction);
    waited = delaySeconds - moveSeconds;
  }

  final void reset() {
    direction = 0;
    waited = 0;
    lastMove = 0;
    turns = 0;
  }

  final void save(DataOutput out) throws IOException {
    out.writeInt(direction);
    out.writeDouble(waited);
    out.writeInt(lastMove);
    out.writeInt(turns);
  }

  final void restore(DataInput in) throws IOException {
    direction = in.readInt();
    waited = in.readDouble();
    lastMove = in.readInt();
    turns = in.readInt();
  }
}
