package powergrid.api.space;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Ordered named scalars: the shape of an action or an observation, one number each in every flat
 * array that it describes. Parts are name prefixes; there is no nesting. All axes continuous is
 * Gymnasium's Box, all choices its MultiDiscrete, mixed its Dict of the two. Immutable.
 */
public final class Space {
  /** A space without axes: that of an agent that has nothing to decide. */
  public static final Space EMPTY = new Space(List.of());

  private final List<Axis> axes;
  private final int maskSize;

  private Space(List<Axis> axes) {
    Set<String> names = new HashSet<>();
    int mask = 0;
    for (Axis axis : axes) {
      if (!names.add(axis.name())) {
        throw new IllegalArgumentException("two axes are named " + axis.name());
      }
      mask += axis.choices();
    }
    this.axes = List.copyOf(axes);
    this.maskSize = mask;
  }

  /**
   * A space of some axes.
   *
   * @param axes in order
   * @return the space
   */
  public static Space of(Axis... axes) {
    return new Space(List.of(axes));
  }

  /**
   * A space of some axes.
   *
   * @param axes in order
   * @return the space
   */
  public static Space of(List<Axis> axes) {
    return new Space(axes);
  }

  /**
   * This space followed by another one under a prefix.
   *
   * @param prefix put before each of the other's names
   * @param other what follows
   * @return a new space
   */
  public Space plus(String prefix, Space other) {
    List<Axis> all = new ArrayList<>(axes);
    for (Axis axis : other.axes) {
      all.add(axis.under(prefix));
    }
    return new Space(all);
  }

  /**
   * How many numbers it takes.
   *
   * @return the number of axes
   */
  public int size() {
    return axes.size();
  }

  /**
   * The axis at an index.
   *
   * @param i 0 to size − 1
   * @return the axis
   */
  public Axis axis(int i) {
    return axes.get(i);
  }

  /**
   * All axes in order.
   *
   * @return an unmodifiable list
   */
  public List<Axis> axes() {
    return Collections.unmodifiableList(axes);
  }

  /**
   * How many bytes an action mask takes: one for every choice of every choice axis, in order.
   *
   * @return the sum of all choices
   */
  public int maskSize() {
    return maskSize;
  }

  /**
   * The index of a name.
   *
   * @param name of an axis
   * @return its index, or −1
   */
  public int indexOf(String name) {
    for (int i = 0; i < axes.size(); i++) {
      if (axes.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Space space && space.axes.equals(axes);
  }

  @Override
  public int hashCode() {
    return axes.hashCode();
  }

  @Override
  public String toString() {
    return axes.toString();
  }
}
