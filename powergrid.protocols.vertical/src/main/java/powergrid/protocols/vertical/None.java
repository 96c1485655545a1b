package powergrid.protocols.vertical;

import org.osgi.service.component.annotations.Component;
import powergrid.api.agent.Agent;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;
import powergrid.api.protocol.VerticalProtocol;
import powergrid.api.protocol.VerticalProtocolFactory;
import powergrid.api.space.Space;

/** No coordination: the parent has nothing to decide and says nothing; its children decide. */
public record None() implements VerticalProtocol {
  @Override
  public Space parentActionSpace(Agent parent) {
    return Space.EMPTY;
  }

  /** Makes it. */
  @Component(service = VerticalProtocolFactory.class)
  @PluginType("none")
  @PluginHelp("no coordination: children decide for themselves")
  public static final class Factory implements VerticalProtocolFactory<None> {
    @Override
    public Class<None> configType() {
      return None.class;
    }

    @Override
    public VerticalProtocol create(None configuration) {
      return configuration;
    }
  }
}
