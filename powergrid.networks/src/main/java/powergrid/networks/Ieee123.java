package powergrid.networks;

import java.util.List;
import powergrid.api.network.Phases;
import powergrid.api.plugin.Field;

/**
 * The configuration of the IEEE 123-node feeder.
 *
 * @param rg1 taps of the regulator 150-RG1, phases a, b and c; published: 7, 7, 7
 * @param rg2 tap of the regulator 9-RG2, phase a; published: −1
 * @param rg3 taps of the regulator 25-RG3, phases a and c; published: 0, −1
 * @param rg4 taps of the regulator 160-RG4, phases a, b and c; published: 8, 1, 5
 */
public record Ieee123(
    @Field(
            min = -16,
            max = 16,
            value = "[7, 7, 7]",
            help =
                "Taps of the regulator 150-RG1 on phases a, b and c; its control moves them as one")
        List<Integer> rg1,
    @Field(min = -16, max = 16, value = "[-1]", help = "Tap of the regulator 9-RG2 on phase a")
        List<Integer> rg2,
    @Field(
            min = -16,
            max = 16,
            value = "[0, -1]",
            help = "Taps of the regulator 25-RG3 on phases a and c")
        List<Integer> rg3,
    @Field(
            min = -16,
            max = 16,
            value = "[8, 1, 5]",
            help = "Taps of the regulator 160-RG4 on phases a, b and c")
        List<Integer> rg4) {
  /** Checks that there is a tap a phase. */
  public Ieee123 {
    rg1 = Taps.checked("rg1", Phases.ABC, rg1);
    rg2 = Taps.checked("rg2", Phases.A, rg2);
    rg3 = Taps.checked("rg3", Phases.AC, rg3);
    rg4 = Taps.checked("rg4", Phases.ABC, rg4);
  }

  /** The published taps. */
  public Ieee123() {
    this(List.of(7, 7, 7), List.of(-1), List.of(0, -1), List.of(8, 1, 5));
  }
}
