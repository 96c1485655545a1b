package powergrid.networks.pandapower;

import powergrid.api.network.Phases;
import powergrid.api.network.Transformer;
import powergrid.api.network.Winding;
import powergrid.networks.balanced.BalancedNetwork;

/**
 * A two-winding transformer by pandapower's T model: short-circuit impedance from {@code
 * vk_percent} and its real part {@code vkr_percent}, no-load admittance from {@code i0_percent} and
 * {@code pfe_kw} in its middle, both of the rated voltages at the tap.
 */
final class TransformerData {
  private static final String ASSUMPTION =
      "transformers without a vector group: delta to grounded wye where the shift is an odd"
          + " multiple of 30°, else grounded wye to grounded wye";

  private TransformerData() {}

  /** Adds a transformer between two buses. */
  static void add(Element trafo, String id, String hv, String lv, BalancedNetwork network) {
    trafo.refuseUnless("leakage_resistance_ratio_hv", 0.5);
    trafo.refuseUnless("leakage_reactance_ratio_hv", 0.5);
    double sn = trafo.positive("sn_mva");
    double vk = trafo.number("vk_percent") / 100;
    double r = trafo.number("vkr_percent") / 100;
    if (Math.abs(r) > Math.abs(vk)) {
      throw trafo.error("vkr_percent is " + 100 * r + ", more than vk_percent, " + 100 * vk);
    }
    double pfe = trafo.number("pfe_kw", 0) / 1000 / sn;
    double i0 = trafo.number("i0_percent", 0) / 100;
    TapChanger taps = TapChanger.of(trafo);
    double shift = trafo.number("shift_degree", 0);
    Winding[] windings = windings(trafo, shift, network);
    network.transformer(
        new Transformer(
            id,
            hv,
            lv,
            Phases.ABC,
            sn * trafo.parallel(),
            taps.hvKv(),
            taps.lvKv(),
            r,
            Math.signum(vk) * Math.sqrt(vk * vk - r * r),
            pfe,
            -Math.sqrt(Math.max(0, i0 * i0 - pfe * pfe)),
            windings[0],
            windings[1],
            shift + taps.shiftDeg()));
  }

  private static Winding[] windings(Element trafo, double shift, BalancedNetwork network) {
    String group = trafo.text("vector_group", "");
    if (group.isEmpty()) {
      network.assume(ASSUMPTION);
      boolean odd = Math.abs(shift / 30) % 2 == 1;
      return new Winding[] {odd ? Winding.DELTA : Winding.GROUNDED_WYE, Winding.GROUNDED_WYE};
    }
    String letters = group.replaceAll("[0-9]+$", "");
    int split = 0;
    while (split < letters.length() && Character.isUpperCase(letters.charAt(split))) {
      split++;
    }
    return new Winding[] {
      winding(trafo, letters.substring(0, split)), winding(trafo, letters.substring(split))
    };
  }

  private static Winding winding(Element trafo, String letters) {
    return switch (letters) {
      case "Y", "y" -> Winding.WYE;
      case "YN", "yn" -> Winding.GROUNDED_WYE;
      case "D", "d" -> Winding.DELTA;
      default ->
          throw trafo.error(
              "vector_group is "
                  + trafo.text("vector_group", "")
                  + "; windings that have a counterpart here are Y, YN and D, then y, yn and d");
    };
  }
}
