package powergrid.devices.tapchanger;

import powergrid.api.plugin.Field;

/**
 * A tap changer's configuration.
 *
 * @param element id of the regulator that it takes over
 * @param control what an action says
 * @param ganged whether one action moves all phases together
 * @param wearCost of every tap that a phase moves
 */
public record TapChangerSettings(
    @Field(example = "reg1", help = "Regulator of the network that it takes over, by its id")
        String element,
    @Field(
            value = "step",
            help = "What an action says: a step of a tap, lower, hold or raise, or the position")
        Control control,
    @Field(value = "false", help = "Whether one action moves all phases together") boolean ganged,
    @Field(unit = "USD", min = 0, value = "0.1", help = "Wear of every tap that a phase moves")
        double wearCost) {
  /** What an action says. */
  public enum Control {
    /** Lower, hold or raise by a tap. */
    STEP,
    /** The tap itself. */
    POSITION
  }
}
