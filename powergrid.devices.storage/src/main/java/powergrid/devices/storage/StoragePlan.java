package powergrid.devices.storage;

import powergrid.api.planning.Outlook;
import powergrid.api.planning.Program;

/**
 * A battery in a convex program: charging c and discharging d apart, both at a time not excluded.
 *
 * <p>With self-discharge the state of charge may fall below its least value of itself. It is then
 * counted as that least value, σ = max(s, minSoc), which gains what self-discharge takes there:
 *
 * <pre>σ ≤ σ' (1 − λ g) + minSoc λ g − d g / (ηd E) + c g ηc / E</pre>
 *
 * <p>holds in all cases, since nothing is discharged below minSoc.
 */
final class StoragePlan {
  private final StorageSettings settings;
  private final SelfDischarge selfDischarge;
  private final Program program;

  StoragePlan(StorageSettings settings, SelfDischarge selfDischarge, Program program) {
    this.settings = settings;
    this.selfDischarge = selfDischarge;
    this.program = program;
  }

  /**
   * Adds all intervals.
   *
   * @param soc before the first
   * @param greatestSoc to which it can be charged
   * @param chargeMw greatest charging power
   * @param dischargeMw greatest discharging power
   */
  void add(Outlook outlook, double soc, double greatestSoc, double chargeMw, double dischargeMw) {
    double min = settings.minSoc();
    double start = Math.max(min, soc);
    int level = program.variable(start, start);
    for (int k = 0; k < outlook.intervals(); k++) {
      double hours = outlook.hours(k);
      double counting = selfDischarge.countingHours(hours);
      double kept = selfDischarge.kept(counting);
      int charge = program.variable(0, chargeMw);
      int discharge = program.variable(0, dischargeMw);
      int next = program.variable(min, Math.max(start, greatestSoc));
      program.inject(k, charge, -1);
      program.inject(k, discharge, 1);
      program.cost(charge, wear(settings.chargeEfficiency()) * hours);
      program.cost(discharge, wear(1 / settings.dischargeEfficiency()) * hours);
      double perCharge = counting * settings.chargeEfficiency() / settings.energyMwh();
      double perDischarge = counting / settings.dischargeEfficiency() / settings.energyMwh();
      double gained = min * (1 - kept);
      program.constrain(
          gained > 0 ? Double.NEGATIVE_INFINITY : 0,
          gained,
          new int[] {next, level, charge, discharge},
          new double[] {1, -kept, -perCharge, perDischarge});
      level = next;
    }
    double deliverable = settings.energyMwh() * settings.dischargeEfficiency();
    program.store(level, deliverable);
    program.store(-start * deliverable);
  }

  /**
   * What a MWh through the terminals costs, by the factor that it changes what is stored. Damage by
   * the depth of cycles is no such cost: a plan takes what offers go by, a bound takes none.
   */
  private double wear(double factor) {
    if (settings.degradation() == Degradation.NONE || Double.isNaN(settings.replacementCost())) {
      return settings.wearCost();
    }
    if (settings.degradation() == Degradation.CYCLE_DEPTH) {
      return program.relaxed() ? 0 : settings.wearCost();
    }
    return settings.replacementCost() * factor / (2 * settings.cycleLife());
  }
}
