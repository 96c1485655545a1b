package powergrid.devices.storage;

import java.util.function.DoubleUnaryOperator;
import powergrid.api.agent.Variables;
import powergrid.api.agent.Visibility;

/**
 * Counts the cycles of a quantity as it moves, by the rainflow method of ASTM E1049-85, section
 * 5.4.4, and sums the damage that they do.
 *
 * <p>The turning points that no cycle has used up are kept in order, the last of them being where
 * the quantity is now. With X the range that ends there and Y the one before it, a cycle of range Y
 * is complete as soon as X ≥ Y; that X may grow further changes nothing about Y. A range that
 * contains the first point counts half, and so does, at any time, each range that is left: the sum
 * is what the standard gives for a history that ends now. It is continuous in the quantity and
 * never falls if damage rises with the range.
 *
 * <p>What is left are ranges each smaller than the one before. There is room for {@link #ROOM}
 * points; beyond them the first, which is the widest range, is counted as the half cycle that it is
 * if the history ended now.
 */
final class Rainflow {
  /** How many turning points are kept. */
  static final int ROOM = 16;

  private final DoubleUnaryOperator damage;
  private final Variables.Real points;
  private final Variables.Real[] point = new Variables.Real[ROOM];

  /** Damage of the half cycle that leads to a point. */
  private final Variables.Real[] half = new Variables.Real[ROOM];

  /**
   * A count, while its device is made.
   *
   * @param variables where the points are kept
   * @param low the least value of the quantity
   * @param high the greatest value of the quantity
   * @param damage of a cycle by its range; 0 for 0
   */
  Rainflow(Variables variables, double low, double high, DoubleUnaryOperator damage) {
    this.damage = damage;
    points = variables.real("points", "", 0, ROOM, 0, Visibility.HIDDEN);
    for (int i = 0; i < ROOM; i++) {
      point[i] = variables.real("point" + i, "", low, high, low, Visibility.HIDDEN);
      half[i] = variables.real("half" + i, "", 0, Double.POSITIVE_INFINITY, 0, Visibility.HIDDEN);
    }
  }

  /** Begins a history. */
  void start(double value) {
    points.set(1);
    point[0].set(value);
  }

  /**
   * Goes on with the history.
   *
   * @param value where the quantity is now
   * @return the damage that this adds
   */
  double add(double value) {
    int n = (int) points.get();
    double last = point[n - 1].get();
    if (value == last) {
      return 0;
    }
    double change = 0;
    if (n > 1 && (value > last) == (last > point[n - 2].get())) {
      change -= half[n - 1].get(); // goes on the same way: the last point was no turning point
    } else {
      n = roomFor(n) + 1;
    }
    while (n >= 3) {
      double turn = point[n - 2].get();
      if (Math.abs(value - turn) < Math.abs(turn - point[n - 3].get())) {
        break;
      }
      if (n == 3) { // Y contains the first point: half it is and half it stays
        point[0].set(turn);
        n = 2;
      } else { // Y becomes a whole cycle, and the range before it goes on to here
        change += half[n - 2].get() - half[n - 3].get();
        n -= 2;
      }
    }
    point[n - 1].set(value);
    half[n - 1].set(damage.applyAsDouble(Math.abs(value - point[n - 2].get())) / 2);
    points.set(n);
    return change + half[n - 1].get();
  }

  /** Gives up the first point where there is no room for another; says how many there are then. */
  private int roomFor(int n) {
    if (n < ROOM) {
      return n;
    }
    for (int i = 1; i < n; i++) {
      point[i - 1].set(point[i].get());
      half[i - 1].set(half[i].get());
    }
    return n - 1;
  }
}
