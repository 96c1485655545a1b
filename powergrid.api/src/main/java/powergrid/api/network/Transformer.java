package powergrid.api.network;

/**
 * A transformer by its short-circuit impedance and, in the middle of it, its no-load admittance: a
 * bank of one unit for each of its phases. A wye winding of unit p lies between phase p and the
 * neutral; a delta winding lies between two phases, chosen so that the bank has its phase shift.
 *
 * <p>Where both sides are delta, unit p of each lies from phase p to the next one. Beside a wye
 * winding, a delta winding does so on the to side at 30° and on the from side at −30°; for the
 * opposite shift it lies from phase p to the one before. So units a and b from a grounded wye to a
 * delta at 30° are an open wye–open delta bank, with a–b and b–c on its to side. A further 120°
 * moves each unit's to winding to the phase before, 180° reverses it.
 *
 * @param id unique among the branches
 * @param from a bus
 * @param to a bus
 * @param phases its units; fewer than three are an open bank
 * @param mva rating, all units together, MVA: the base of its impedance
 * @param fromKv rated voltage of its from side, line to line, kV; with a tap changer, at its tap
 * @param toKv rated voltage of its to side, line to line, kV; with a tap changer, at its tap
 * @param rPu series resistance, pu
 * @param xPu series reactance, pu
 * @param gPu no-load conductance, pu: no-load loss over rating
 * @param bPu no-load susceptance, pu; negative, as the magnetising current lags
 * @param fromWinding how its from side is connected
 * @param toWinding how its to side is connected
 * @param shiftDeg by how much its to side lags its from side, degrees: 30 times the clock number of
 *     its vector group. Three-phase methods need a multiple of 60 between windings of the same kind
 *     and 30 off such a multiple between wye and delta
 */
public record Transformer(
    String id,
    String from,
    String to,
    Phases phases,
    double mva,
    double fromKv,
    double toKv,
    double rPu,
    double xPu,
    double gPu,
    double bPu,
    Winding fromWinding,
    Winding toWinding,
    double shiftDeg)
    implements Branch {
  /**
   * A transformer without no-load admittance, with the usual shift: 30° between wye and delta, else
   * none.
   *
   * @param id unique among the branches
   * @param from a bus
   * @param to a bus
   * @param phases its units
   * @param mva rating, all units together, MVA: the base of its impedance
   * @param fromKv rated voltage of its from side, line to line, kV
   * @param toKv rated voltage of its to side, line to line, kV
   * @param rPu series resistance, pu
   * @param xPu series reactance, pu
   * @param fromWinding how its from side is connected
   * @param toWinding how its to side is connected
   */
  public Transformer(
      String id,
      String from,
      String to,
      Phases phases,
      double mva,
      double fromKv,
      double toKv,
      double rPu,
      double xPu,
      Winding fromWinding,
      Winding toWinding) {
    this(
        id,
        from,
        to,
        phases,
        mva,
        fromKv,
        toKv,
        rPu,
        xPu,
        0,
        0,
        fromWinding,
        toWinding,
        (fromWinding == Winding.DELTA) == (toWinding == Winding.DELTA) ? 0 : 30);
  }

  @Override
  public double ratingA() {
    return mva
        * 1000
        / (fromKv * (phases.count() == 3 ? Math.sqrt(3) : phases.count() / Math.sqrt(3)));
  }

  @Override
  public Phases fromPhases() {
    return ends(true);
  }

  @Override
  public Phases toPhases() {
    return ends(false);
  }

  private Phases ends(boolean from) {
    int bits = 0;
    for (int unit = 0; unit < 3; unit++) {
      if (phases.has(unit)) {
        bits |= 1 << (from ? fromStart(unit) : toStart(unit));
        int finish = from ? fromFinish(unit) : toFinish(unit);
        bits |= finish < 0 ? 0 : 1 << finish;
      }
    }
    return Phases.ofBits(bits);
  }

  /**
   * Its shift as a clock number.
   *
   * @return 0 to 11; −1 if the shift is not one that its windings can make
   */
  public int clock() {
    int hour = Math.floorMod(Math.round(shiftDeg / 30), 12);
    boolean odd = (fromWinding == Winding.DELTA) != (toWinding == Winding.DELTA);
    boolean whole = Math.abs(shiftDeg - 30.0 * Math.round(shiftDeg / 30)) < 1e-9;
    return whole && (hour % 2 == 1) == odd ? hour : -1;
  }

  /** Clock number 1 or 11 beside a delta, 0 or 6 else: what is left is moved by whole phases. */
  private int group() {
    int hour = Math.max(clock(), 0);
    return hour % 2 == 1 ? (hour % 4 == 1 ? 1 : 11) : hour % 4 == 0 ? 0 : 6;
  }

  private int moved(int phase) {
    return Math.floorMod(phase - Math.floorMod(Math.max(clock(), 0) - group(), 12) / 4, 3);
  }

  /**
   * The phase at which the from winding of a unit starts.
   *
   * @param unit 0 for a, 1 for b, 2 for c
   * @return a phase
   */
  public int fromStart(int unit) {
    return unit;
  }

  /**
   * The phase at which the from winding of a unit ends.
   *
   * @param unit 0 for a, 1 for b, 2 for c
   * @return a phase; −1 for the neutral
   */
  public int fromFinish(int unit) {
    if (fromWinding != Winding.DELTA) {
      return -1;
    }
    return toWinding == Winding.DELTA || group() == 11 ? (unit + 1) % 3 : (unit + 2) % 3;
  }

  /**
   * The phase at which the to winding of a unit starts.
   *
   * @param unit 0 for a, 1 for b, 2 for c
   * @return a phase
   */
  public int toStart(int unit) {
    return moved(unit);
  }

  /**
   * The phase at which the to winding of a unit ends.
   *
   * @param unit 0 for a, 1 for b, 2 for c
   * @return a phase; −1 for the neutral
   */
  public int toFinish(int unit) {
    if (toWinding != Winding.DELTA) {
      return -1;
    }
    return moved(fromWinding == Winding.DELTA || group() == 1 ? (unit + 1) % 3 : (unit + 2) % 3);
  }

  /**
   * Whether its to windings are reversed.
   *
   * @return true if their voltage opposes that of the from windings
   */
  public boolean reversed() {
    return group() == 6;
  }

  @Override
  public Transformer renamed(String p) {
    return new Transformer(
        p + id,
        p + from,
        p + to,
        phases,
        mva,
        fromKv,
        toKv,
        rPu,
        xPu,
        gPu,
        bPu,
        fromWinding,
        toWinding,
        shiftDeg);
  }
}
