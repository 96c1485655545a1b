package powergrid.baselines.convex;

/** What flows through a network's source, and what of it is imported and exported. */
public final class Meter {
  private final ConvexProgram program;
  private final int[] drawn;
  private final int[] imported;
  private final int[] exported;
  private final Expression[] traded;
  private boolean used;

  /**
   * A meter.
   *
   * @param program that it belongs to
   * @param drawn by interval, the variable of the power that flows
   */
  public Meter(ConvexProgram program, int[] drawn) {
    this.program = program;
    this.drawn = drawn.clone();
    imported = new int[drawn.length];
    exported = new int[drawn.length];
    traded = new Expression[drawn.length];
    for (int k = 0; k < drawn.length; k++) {
      traded[k] = new Expression();
    }
  }

  /** Splits what is to be paid for into both ways, when somebody first asks. */
  private void use() {
    if (!used) {
      used = true;
      for (int k = 0; k < drawn.length; k++) {
        imported[k] = program.variable(0, 0);
        exported[k] = program.variable(0, 0);
      }
    }
  }

  /**
   * Whether anybody asked for what is to be paid for.
   *
   * @return false if it has no variables of that
   */
  public boolean used() {
    return used;
  }

  /**
   * The power that flows.
   *
   * @param interval in which
   * @return its variable
   */
  public int drawn(int interval) {
    return drawn[interval];
  }

  /**
   * What is bought.
   *
   * @param interval in which
   * @return its variable
   */
  public int imported(int interval) {
    use();
    return imported[interval];
  }

  /**
   * What is sold.
   *
   * @param interval in which
   * @return its variable
   */
  public int exported(int interval) {
    use();
    return exported[interval];
  }

  /**
   * What contracts add to what flows before it is paid for.
   *
   * @param interval in which
   * @return to be added to
   */
  public Expression traded(int interval) {
    return traded[interval];
  }

  /**
   * Ends it: bought less sold is what flows and is traded.
   *
   * @param most greatest power bought, by interval
   * @param least greatest power sold, by interval
   */
  public void close(double[] most, double[] least) {
    if (!used) {
      return;
    }
    for (int k = 0; k < drawn.length; k++) {
      program.bound(imported[k], 0, most[k]);
      program.bound(exported[k], 0, least[k]);
      program.constrain(
          0,
          0,
          new Expression()
              .add(imported[k], 1)
              .add(exported[k], -1)
              .add(drawn[k], -1)
              .add(traded[k], -1));
    }
  }
}
