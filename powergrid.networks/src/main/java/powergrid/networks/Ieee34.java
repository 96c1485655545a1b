package powergrid.networks;

import java.util.List;
import powergrid.api.network.Phases;
import powergrid.api.plugin.Field;

/**
 * The configuration of the IEEE 34-node feeder.
 *
 * @param rg10 taps of the regulator 814-RG10, phases a, b and c; published: 12, 5, 5
 * @param rg11 taps of the regulator 852-RG11, phases a, b and c; published: 13, 11, 12
 */
public record Ieee34(
    @Field(
            min = -16,
            max = 16,
            value = "[12, 5, 5]",
            help = "Taps of the regulator 814-RG10 on phases a, b and c")
        List<Integer> rg10,
    @Field(
            min = -16,
            max = 16,
            value = "[13, 11, 12]",
            help = "Taps of the regulator 852-RG11 on phases a, b and c")
        List<Integer> rg11) {
  /** Checks that there is a tap a phase. */
  public Ieee34 {
    rg10 = Taps.checked("rg10", Phases.ABC, rg10);
    rg11 = Taps.checked("rg11", Phases.ABC, rg11);
  }

  /** The published taps. */
  public Ieee34() {
    this(List.of(12, 5, 5), List.of(13, 11, 12));
  }
}
