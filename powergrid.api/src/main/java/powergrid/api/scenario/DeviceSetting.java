package powergrid.api.scenario;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A device of a microgrid. Its fields that are every device's stand here, its kind's own in the
 * plug-in's configuration.
 *
 * @param id unique in its microgrid, without dots
 * @param place where it stands
 * @param plugin its kind and configuration
 * @param bus where it is connected
 * @param phases as written, e.g. {@code abc}; empty to take all three where the bus has them
 * @param connection {@code wye} or {@code delta}; empty for wye, or delta on two phases
 * @param shedPriority when it may be disconnected to relieve an overloaded island: the lowest goes
 *     first; empty for never
 * @param policy what drives it where devices decide; empty for an outside caller, or holding
 */
public record DeviceSetting(
    String id,
    Place place,
    PluginSetting plugin,
    String bus,
    String phases,
    String connection,
    OptionalInt shedPriority,
    Optional<PluginSetting> policy) {}
