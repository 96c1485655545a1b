package powergrid.engine.catalog;

import java.util.function.Supplier;
import powergrid.api.plugin.InstalledPlugin;
import powergrid.api.plugin.PluginKind;

/**
 * A bundle's offer of a plug-in. Its factory is fetched at assembly and given back afterwards; the
 * provider itself holds no object of the plug-in.
 */
public final class Provider {
  /** Where a factory comes from. */
  public interface Origin {
    /**
     * Fetches the factory.
     *
     * @return null if it could not be activated or is gone
     */
    Object fetch();

    /** Gives it back. */
    void giveBack();

    /**
     * The text of a source file that its bundle carries, under {@code OSGI-OPT/src}.
     *
     * @param path of the file, e.g. {@code my/heater/package-info.java}
     * @return empty if there is none
     */
    default String source(String path) {
      return "";
    }
  }

  /** An object that is there anyway. */
  private record Plain(Object factory) implements Origin {
    @Override
    public Object fetch() {
      return factory;
    }

    @Override
    public void giveBack() {
      // It was not borrowed from a framework.
    }
  }

  private final PluginKind kind;
  private final String type;
  private final String help;
  private final String bundle;
  private final String version;
  private final String location;
  private final int ranking;
  private final Supplier<String> digest;
  private final Origin origin;

  /**
   * An offer.
   *
   * @param kind of plug-in
   * @param type its name in scenarios
   * @param help one line
   * @param bundle symbolic name
   * @param version of the bundle
   * @param location of the bundle
   * @param ranking the higher one is used
   * @param digest of the bundle's jar, computed when asked for
   * @param origin where its factory comes from
   */
  public Provider(
      PluginKind kind,
      String type,
      String help,
      String bundle,
      String version,
      String location,
      int ranking,
      Supplier<String> digest,
      Origin origin) {
    this.kind = kind;
    this.type = type;
    this.help = help;
    this.bundle = bundle;
    this.version = version;
    this.location = location;
    this.ranking = ranking;
    this.digest = digest;
    this.origin = origin;
  }

  /**
   * An offer of a plain object, without a framework.
   *
   * @param kind of plug-in
   * @param type its name in scenarios
   * @param factory of the plug-in
   * @param bundle symbolic name of the bundle that it stands for
   * @param ranking the higher one is used
   * @return an offer of version 1.0.0
   */
  public static Provider of(
      PluginKind kind, String type, Object factory, String bundle, int ranking) {
    return new Provider(kind, type, "", bundle, "1.0.0", "", ranking, () -> "", new Plain(factory));
  }

  /**
   * What it offers.
   *
   * @return the kind of plug-in
   */
  public PluginKind kind() {
    return kind;
  }

  /**
   * The name in scenarios.
   *
   * @return the type
   */
  public String type() {
    return type;
  }

  int ranking() {
    return ranking;
  }

  /**
   * Who offers it.
   *
   * @return bundle and version
   */
  public String bundle() {
    return bundle + " " + version;
  }

  /**
   * Where a factory comes from.
   *
   * @return the origin
   */
  public Origin origin() {
    return origin;
  }

  /**
   * What to call it in a message.
   *
   * @return e.g. {@code device/heater (bundle my.heater 1.0.0)}
   */
  public String label() {
    return kind.label() + "/" + type + " (bundle " + bundle() + ")";
  }

  /**
   * In words.
   *
   * @param problem why it cannot be used; empty if it can
   * @return a description that holds nothing of the plug-in
   */
  public InstalledPlugin describe(String problem) {
    return new InstalledPlugin(kind, type, help, bundle, version, location, digest.get(), problem);
  }
}
