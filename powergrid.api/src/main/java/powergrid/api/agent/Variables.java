package powergrid.api.agent;

import java.util.ArrayList;
import java.util.List;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;

/**
 * Declared numbers in one flat array: a device's actions or its state. Declaring a variable yields
 * a handle that reads and writes it; spaces, bounds, masks, visibility, recording, saving and
 * restoring all follow from the declarations. Writes are clamped to the bounds; NaN is refused.
 *
 * <p>Variables are declared while a device is created and never afterwards.
 */
public final class Variables {
  private final List<Axis> axes = new ArrayList<>();
  private final List<Visibility> visibilities = new ArrayList<>();
  private double[] values = new double[0];
  private double[] starts = new double[0];
  private boolean[] forbidden = new boolean[0];
  private String prefix = "";
  private Space space;

  /**
   * Puts what is declared from now on under a feature's name, e.g. {@code storage}: its variables
   * are then called {@code storage.soc}.
   *
   * @param name of the feature, without the dot
   * @return this
   */
  public Variables feature(String name) {
    prefix = name.isEmpty() ? "" : name + ".";
    return this;
  }

  /**
   * Declares a continuous variable.
   *
   * @param name unique within its feature
   * @param unit as written; empty for a pure number
   * @param low the least value
   * @param high the greatest value
   * @param start the value at reset
   * @param visibility who sees it
   * @return its handle
   */
  public Real real(
      String name, String unit, double low, double high, double start, Visibility visibility) {
    return new Real(declare(Axis.real(prefix + name, unit, low, high), start, visibility));
  }

  /**
   * Declares a choice among 0 to choices − 1.
   *
   * @param name unique within its feature
   * @param choices how many, at least one
   * @param start the choice at reset
   * @param visibility who sees it
   * @return its handle
   */
  public Choice choice(String name, int choices, int start, Visibility visibility) {
    int mask = forbidden.length;
    forbidden = java.util.Arrays.copyOf(forbidden, mask + choices);
    return new Choice(
        declare(Axis.choice(prefix + name, choices), start, visibility), mask, choices);
  }

  private int declare(Axis axis, double start, Visibility visibility) {
    if (space != null) {
      throw new IllegalStateException(axis.name() + " is declared too late: the device is made");
    }
    if (!(start >= axis.low() && start <= axis.high())) {
      throw new IllegalArgumentException(
          axis.name()
              + " starts at "
              + start
              + ", outside ["
              + axis.low()
              + ", "
              + axis.high()
              + "]");
    }
    axes.add(axis);
    visibilities.add(visibility);
    int i = values.length;
    values = java.util.Arrays.copyOf(values, i + 1);
    starts = java.util.Arrays.copyOf(starts, i + 1);
    values[i] = starts[i] = start;
    return i;
  }

  /**
   * The space of all variables; closes the declarations.
   *
   * @return an axis a variable, in the order declared
   */
  public Space space() {
    if (space == null) {
      space = Space.of(axes);
    }
    return space;
  }

  /**
   * The space of what is declared so far; more may be declared.
   *
   * @return an axis a variable, in the order declared
   */
  public Space declared() {
    return space == null ? Space.of(axes) : space;
  }

  /**
   * Who sees a variable.
   *
   * @param i its index
   * @return its visibility
   */
  public Visibility visibility(int i) {
    return visibilities.get(i);
  }

  /** Puts every variable back to its start and allows every choice. */
  public void reset() {
    System.arraycopy(starts, 0, values, 0, values.length);
    java.util.Arrays.fill(forbidden, false);
  }

  /**
   * The values, in the order declared: the live array, for engines to copy from and restore into.
   *
   * @return one number a variable
   */
  public double[] values() {
    return values;
  }

  /**
   * Which choices are closed now, one flag for every choice of every choice variable, in order: the
   * live array.
   *
   * @return as long as the space's mask
   */
  public boolean[] forbidden() {
    return forbidden;
  }

  private void write(int i, double value) {
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException("NaN for " + axes.get(i).name());
    }
    values[i] = axes.get(i).clamp(value);
  }

  /** A continuous variable. */
  public final class Real {
    private final int index;
    private final double low;
    private final double high;

    private Real(int index) {
      this.index = index;
      this.low = axes.get(index).low();
      this.high = axes.get(index).high();
    }

    /**
     * Its value.
     *
     * @return within its bounds
     */
    public double get() {
      return values[index];
    }

    /**
     * Writes it, clamped to its bounds.
     *
     * @param value not NaN
     */
    public void set(double value) {
      if (Double.isNaN(value)) {
        write(index, value);
      }
      values[index] = Math.max(low, Math.min(high, value));
    }

    /**
     * Adds to it, clamped to its bounds.
     *
     * @param change not NaN
     */
    public void add(double change) {
      set(values[index] + change);
    }

    /**
     * The least value.
     *
     * @return a bound
     */
    public double low() {
      return low;
    }

    /**
     * The greatest value.
     *
     * @return a bound
     */
    public double high() {
      return high;
    }
  }

  /** A choice. */
  public final class Choice {
    private final int index;
    private final int mask;
    private final int choices;

    private Choice(int index, int mask, int choices) {
      this.index = index;
      this.mask = mask;
      this.choices = choices;
    }

    /**
     * What is chosen.
     *
     * @return 0 to choices − 1
     */
    public int get() {
      return (int) values[index];
    }

    /**
     * Chooses, clamped to what there is.
     *
     * @param choice 0 to choices − 1
     */
    public void set(int choice) {
      values[index] = Math.max(0, Math.min(choices - 1, choice));
    }

    /**
     * Closes or opens a choice for the next decision.
     *
     * @param choice 0 to choices − 1
     * @param allowed false to close it
     */
    public void allow(int choice, boolean allowed) {
      forbidden[mask + choice] = !allowed;
    }
  }
}
