package powergrid.api.agent;

import org.osgi.annotation.versioning.ProviderType;

/** Somebody an agent can talk with: an address, and no way to another's state. */
@ProviderType
public interface Peer {
  /**
   * Who it is.
   *
   * @return the public face
   */
  Agent agent();
}
