package powergrid.api.device;

import org.osgi.annotation.versioning.ProviderType;

/** The switch of a capacitor that a device has taken over. To be switched in {@code act}. */
@ProviderType
public interface CapacitorBreaker {
  /**
   * What the capacitor feeds in at nominal voltage when it is on.
   *
   * @return MVAr, all phases together
   */
  double mvar();

  /**
   * Whether it is on; while the device is made, whether it is when an episode begins.
   *
   * @return true while it feeds in
   */
  boolean on();

  /**
   * Switches it before the coming solve; it stays so.
   *
   * @param on true to feed in
   */
  void on(boolean on);
}
