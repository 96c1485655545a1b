package powergrid.networks;

import java.util.List;
import powergrid.api.network.Phases;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.Field;

/**
 * The configuration of the IEEE 123-node feeder.
 *
 * @param rg1 taps of the regulator 150-RG1, phases a, b and c; published: 7, 7, 7
 * @param rg2 tap of the regulator 9-RG2, phase a; published: −1
 * @param rg3 taps of the regulator 25-RG3, phases a and c; published: 0, −1
 * @param rg4 taps of the regulator 160-RG4, phases a, b and c; published: 8, 1, 5
 * @param open the switches that are open at first; published: 54-94 and 151-300
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
        List<Integer> rg4,
    @Field(
            value = "[54-94, 151-300]",
            help =
                "Switches that are open at first, of RG1-149, 13-152, 18-135, 54-94, 60-160,"
                    + " 61-XF1, 97-197 and 151-300")
        List<String> open) {
  private static final List<String> SWITCHES =
      List.of("RG1-149", "13-152", "18-135", "54-94", "60-160", "61-XF1", "97-197", "151-300");

  /** Checks that there is a tap a phase and that the feeder has the switches. */
  public Ieee123 {
    rg1 = Taps.checked("rg1", Phases.ABC, rg1);
    rg2 = Taps.checked("rg2", Phases.A, rg2);
    rg3 = Taps.checked("rg3", Phases.AC, rg3);
    rg4 = Taps.checked("rg4", Phases.ABC, rg4);
    open = List.copyOf(open);
    for (String id : open) {
      if (!SWITCHES.contains(id)) {
        throw new ConfigurationException(
            "open", "the feeder has no switch " + id + "; it has " + String.join(", ", SWITCHES));
      }
    }
  }

  /** The published taps and positions of switches. */
  public Ieee123() {
    this(
        List.of(7, 7, 7),
        List.of(-1),
        List.of(0, -1),
        List.of(8, 1, 5),
        List.of("54-94", "151-300"));
  }
}
