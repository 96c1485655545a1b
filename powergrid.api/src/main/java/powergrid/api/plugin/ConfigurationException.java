package powergrid.api.plugin;

/**
 * A user's mistake in a configuration, found by a record's constructor or by a factory: values that
 * are each in range but do not go together.
 */
public final class ConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String path;

  /**
   * A mistake.
   *
   * @param path the field at fault, relative to the configuration, e.g. {@code pMinMw}; empty for
   *     the whole
   * @param message the value, what is wrong with it and what would be right
   */
  public ConfigurationException(String path, String message) {
    super(message);
    this.path = path;
  }

  /**
   * The field at fault.
   *
   * @return relative to the configuration; empty for the whole
   */
  public String path() {
    return path;
  }
}
