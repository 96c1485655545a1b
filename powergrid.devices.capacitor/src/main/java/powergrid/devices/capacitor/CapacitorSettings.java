package powergrid.devices.capacitor;

import java.time.Duration;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.Field;

/**
 * A switched capacitor's configuration: {@code element} or {@code stepMvar}.
 *
 * @param element id of a capacitor of the network that it takes over; null for a bank of its own
 * @param stepMvar what a step of its own bank injects at nominal voltage; NaN without
 * @param steps of its own bank
 * @param initialOn steps of its own bank that are on before the first step
 * @param wearCost of every switching of a step
 * @param lockout least time between two switchings; null for none
 * @param dischargeTime least time from a step's switching off to one's switching on; null for none
 */
public record CapacitorSettings(
    @Field(optional = true, help = "Capacitor of the network that it takes over, by its id")
        String element,
    @Field(
            unit = "MVAr",
            min = 1e-6,
            max = 1e4,
            optional = true,
            example = "0.1",
            help = "Of a bank of its own instead: what a step injects at nominal voltage")
        double stepMvar,
    @Field(min = 1, max = 100, value = "1", help = "Steps of its own bank") int steps,
    @Field(
            min = 0,
            max = 100,
            value = "0",
            help = "Steps of its own bank that are on before the first step")
        int initialOn,
    @Field(unit = "USD", min = 0, value = "1", help = "Wear of every switching of a step")
        double wearCost,
    @Field(optional = true, help = "Least time between two switchings; none if left out")
        Duration lockout,
    @Field(
            optional = true,
            help = "Least time from a step's switching off to one's switching on; none if left out")
        Duration dischargeTime) {
  /** Checks what goes together. */
  public CapacitorSettings {
    if ((element == null) == Double.isNaN(stepMvar)) {
      throw new ConfigurationException(
          "stepMvar",
          element == null
              ? "there is no capacitor: give stepMvar in MVAr, or element, one of the network's"
              : "there is element, " + element + ", too: give either, not both");
    }
    if (element != null && (steps != 1 || initialOn != 0)) {
      throw new ConfigurationException(
          steps != 1 ? "steps" : "initialOn",
          "belongs to a bank of its own: leave it out beside element, " + element);
    }
    if (initialOn > steps) {
      throw new ConfigurationException(
          "initialOn", initialOn + " is above steps, " + steps + ": give at most that");
    }
  }

  double lockoutHours() {
    return hours(lockout);
  }

  double dischargeHours() {
    return hours(dischargeTime);
  }

  private static double hours(Duration time) {
    return time == null ? 0 : time.toNanos() / 3.6e12;
  }
}
