package powergrid.testkit.contract;

import java.util.function.ToDoubleFunction;
import powergrid.api.device.Settlement;

/** What must hold between a device's state before a step, what flowed, and its state after it. */
@FunctionalInterface
public interface Balance {
  /**
   * What is missing in the balance of a step: what is stored after it, less what was stored before,
   * plus what was injected and lost, or the like. Nothing, where the device keeps to its equations.
   *
   * @param before the state before the step
   * @param step what flowed
   * @param after the state after it
   * @return MWh
   */
  double missingMwh(Readings before, Settlement step, Readings after);

  /**
   * The balance of a store with efficiencies: charging P Δt stores ηc of it, giving P Δt takes 1/ηd
   * of it.
   *
   * @param storedMwh the energy stored, of its state
   * @param chargeEfficiency stored energy per energy taken
   * @param dischargeEfficiency energy given per stored energy
   * @return the balance
   */
  static Balance stored(
      ToDoubleFunction<Readings> storedMwh, double chargeEfficiency, double dischargeEfficiency) {
    return (before, step, after) -> {
      double p = step.pMw();
      double taken = p * step.hours() * (p < 0 ? chargeEfficiency : 1 / dischargeEfficiency);
      return storedMwh.applyAsDouble(after) - storedMwh.applyAsDouble(before) + taken;
    };
  }
}
