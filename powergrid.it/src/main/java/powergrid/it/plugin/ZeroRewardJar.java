package powergrid.it.plugin;

import powergrid.api.reward.RewardFactory;

/** Jars of {@link ZeroRewardFactory}, sound and not. */
public final class ZeroRewardJar {
  /** The type of the plug-in in it. */
  public static final String TYPE = "zero";

  /** The symbolic name of the bundle. */
  public static final String BUNDLE = "zero.reward";

  private static final PluginJar JAR =
      new PluginJar(ZeroRewardFactory.class, RewardFactory.class, TYPE, BUNDLE);

  private static final String IMPORTS =
      "powergrid.api.plugin;powergrid.api.reward;powergrid.api.environment;version=\"%s\"";

  private ZeroRewardJar() {}

  /** A jar that the workbench can use, in a version of its own. */
  public static byte[] version(String version) {
    return JAR.pack(version, IMPORTS.formatted("[1.0,2)"));
  }

  /** A jar for another major version of the api. */
  public static byte[] ofOtherApi() {
    return JAR.pack("1.0.0", IMPORTS.formatted("[2.0,3)"));
  }

  /** A jar that needs a package no one has. */
  public static byte[] importing(String packageName) {
    return JAR.pack("1.0.0", IMPORTS.formatted("[1.0,2)") + "," + packageName);
  }
}
