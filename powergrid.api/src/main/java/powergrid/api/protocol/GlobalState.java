package powergrid.api.protocol;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import powergrid.api.agent.Agent;

/**
 * All that everybody may know, after a step is settled: the one place where a protocol sees more
 * than one agent. Reads what is declared for everybody and publishes what the protocol declared
 * ({@link Protocol#globals}).
 */
@ProviderType
public interface GlobalState {
  /**
   * All who take part in the protocol.
   *
   * @return in a vertical protocol, the parent first
   */
  List<? extends Agent> members();

  /**
   * A state variable of a device that is of a member or below one.
   *
   * @param agent the device
   * @param name of a variable whose visibility is {@code ALL}
   * @return its value
   * @throws IllegalArgumentException if the device has none of that name that everybody may see
   */
  double read(Agent agent, String name);

  /**
   * Publishes a value, which all members read by {@link powergrid.api.agent.Self#global} and
   * observe as {@code global.NAME}, until it is published again.
   *
   * @param name as declared
   * @param value finite
   */
  void publish(String name, double value);
}
