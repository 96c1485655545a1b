package powergrid.baselines.convex;

import powergrid.api.planning.Program;

/** A program as a device sees it: what it adds is known to be its. */
public final class DeviceProgram implements Program {
  private final ConvexProgram program;
  private final boolean relaxed;
  private final boolean billed;
  private final Meter meter;
  private final Expression[] injected;
  private final Expression stored = new Expression();

  /**
   * For a device.
   *
   * @param program that it adds itself to
   * @param intervals how many
   * @param relaxed whether it is for a bound
   * @param meter at the source of the device's network
   * @param billed whether what it bills counts as a cost
   */
  public DeviceProgram(
      ConvexProgram program, int intervals, boolean relaxed, Meter meter, boolean billed) {
    this.program = program;
    this.relaxed = relaxed;
    this.billed = billed;
    this.meter = meter;
    injected = new Expression[intervals];
    for (int k = 0; k < intervals; k++) {
      injected[k] = new Expression();
    }
  }

  /**
   * What the device injects.
   *
   * @param interval in which
   * @return MW
   */
  public Expression injected(int interval) {
    return injected[interval];
  }

  /**
   * What the device has stored at the end beyond the start.
   *
   * @return MWh that could be delivered
   */
  public Expression stored() {
    return stored;
  }

  @Override
  public boolean relaxed() {
    return relaxed;
  }

  @Override
  public int variable(double low, double high) {
    return program.variable(low, high);
  }

  @Override
  public void constrain(double low, double high, int[] variables, double[] factors) {
    Expression terms = new Expression();
    for (int i = 0; i < variables.length; i++) {
      terms.add(variables[i], factors[i]);
    }
    program.constrain(low, high, terms);
  }

  @Override
  public void cost(double usd) {
    program.cost(usd);
  }

  @Override
  public void cost(int variable, double usd) {
    program.cost(variable, usd);
  }

  @Override
  public void squareCost(int variable, double usd) {
    program.squareCost(variable, usd);
  }

  @Override
  public void inject(int interval, double mw) {
    injected[interval].add(mw);
  }

  @Override
  public void inject(int interval, int variable, double mw) {
    injected[interval].add(variable, mw);
  }

  @Override
  public void store(double mwh) {
    stored.add(mwh);
  }

  @Override
  public void store(int variable, double mwh) {
    stored.add(variable, mwh);
  }

  @Override
  public int drawn(int interval) {
    return meter.drawn(interval);
  }

  @Override
  public int imported(int interval) {
    return meter.imported(interval);
  }

  @Override
  public int exported(int interval) {
    return meter.exported(interval);
  }

  @Override
  public void bill(int variable, double usd) {
    if (billed) {
      program.cost(variable, usd);
    }
  }
}
