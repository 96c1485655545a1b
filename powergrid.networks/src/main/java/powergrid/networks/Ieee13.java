package powergrid.networks;

import java.util.List;
import powergrid.api.network.Phases;
import powergrid.api.plugin.Field;

/**
 * The configuration of the IEEE 13-node feeder.
 *
 * @param taps of the substation's regulator, phases a, b and c; published: 10, 8, 11
 */
public record Ieee13(
    @Field(
            min = -16,
            max = 16,
            value = "[10, 8, 11]",
            help = "Taps of the regulator 650-RG60 on phases a, b and c")
        List<Integer> taps) {
  /** Checks that there is a tap a phase. */
  public Ieee13 {
    taps = Taps.checked("taps", Phases.ABC, taps);
  }

  /** The published taps. */
  public Ieee13() {
    this(List.of(10, 8, 11));
  }
}
