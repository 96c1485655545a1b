package powergrid.api.scenario;

import java.util.List;
import java.util.Optional;

/**
 * A microgrid: a grid agent and its devices.
 *
 * @param id unique in the scenario, without dots
 * @param place where it stands
 * @param network its own network; empty for the scenario's
 * @param attach how its own network is attached to the scenario's; empty for an island of its own
 * @param protocol how it coordinates its devices
 * @param link what becomes of messages between it and its devices
 * @param policy what drives its agent; empty for an outside caller, or holding
 * @param devices at least one
 */
public record MicrogridSetting(
    String id,
    Place place,
    Optional<NetworkSetting> network,
    Optional<AttachSetting> attach,
    PluginSetting protocol,
    LinkSetting link,
    Optional<PluginSetting> policy,
    List<DeviceSetting> devices) {
  /** Copies the list. */
  public MicrogridSetting {
    devices = List.copyOf(devices);
  }
}
