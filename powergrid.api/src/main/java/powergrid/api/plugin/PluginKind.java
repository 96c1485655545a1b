package powergrid.api.plugin;

import java.util.Optional;
import powergrid.api.dataset.DatasetFactory;
import powergrid.api.device.DeviceFactory;
import powergrid.api.learning.LearnerFactory;
import powergrid.api.metric.MetricFactory;
import powergrid.api.network.NetworkFactory;
import powergrid.api.policy.PolicyFactory;
import powergrid.api.powerflow.PowerFlow;
import powergrid.api.protocol.HorizontalProtocolFactory;
import powergrid.api.protocol.VerticalProtocolFactory;
import powergrid.api.reward.RewardFactory;

/** The kinds of plug-ins, each with the service interface that its plug-ins implement. */
public enum PluginKind {
  /** Equipment on the grid. */
  DEVICE("device", "devices", DeviceFactory.class),
  /** A parent's way to coordinate its children. */
  VERTICAL_PROTOCOL("protocol", "protocols", VerticalProtocolFactory.class),
  /** A way of peers to coordinate. */
  HORIZONTAL_PROTOCOL(
      "horizontal-protocol", "horizontal-protocols", HorizontalProtocolFactory.class),
  /** An electrical network. */
  NETWORK("network", "networks", NetworkFactory.class),
  /** A source of exogenous series. */
  DATASET("dataset", "datasets", DatasetFactory.class),
  /** What agents are rewarded for. */
  REWARD("reward", "rewards", RewardFactory.class),
  /** What an experiment measures. */
  METRIC("metric", "metrics", MetricFactory.class),
  /** A way to choose actions. */
  POLICY("policy", "policies", PolicyFactory.class),
  /** A way to learn how to act. */
  LEARNER("learner", "learners", LearnerFactory.class),
  /** A method of solving networks; scenarios do not name it, it has nothing to configure. */
  POWER_FLOW("power-flow", "power-flows", PowerFlow.class);

  private final String label;
  private final String plural;
  private final Class<?> factory;

  PluginKind(String label, String plural, Class<?> factory) {
    this.label = label;
    this.plural = plural;
    this.factory = factory;
  }

  /**
   * The word for one, as in {@code describe device/storage}.
   *
   * @return singular
   */
  public String label() {
    return label;
  }

  /**
   * The word for several, as in {@code list devices}.
   *
   * @return plural
   */
  public String plural() {
    return plural;
  }

  /**
   * The service interface.
   *
   * @return a {@link PluginFactory}, but for a power flow
   */
  public Class<?> factory() {
    return factory;
  }

  /**
   * The kind whose service interface has a name.
   *
   * @param className a fully qualified name
   * @return empty where none has
   */
  public static Optional<PluginKind> ofFactory(String className) {
    for (PluginKind kind : values()) {
      if (kind.factory.getName().equals(className)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
