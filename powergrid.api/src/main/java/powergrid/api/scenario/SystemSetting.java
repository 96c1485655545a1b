package powergrid.api.scenario;

import java.util.Optional;

/**
 * An agent above all microgrids, a market or a system operator, written under {@code system}.
 *
 * @param id unique among the microgrids', without dots
 * @param place where it stands
 * @param protocol how it coordinates the microgrids' agents
 * @param link what becomes of messages between it and them
 * @param policy what drives it where it decides; empty for an outside caller, or holding
 */
public record SystemSetting(
    String id,
    Place place,
    PluginSetting protocol,
    LinkSetting link,
    Optional<PluginSetting> policy) {}
