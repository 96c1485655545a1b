package powergrid.protocols.horizontal;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import powergrid.api.agent.Target;
import powergrid.api.plugin.NoFields;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;
import powergrid.api.protocol.HorizontalProtocol;
import powergrid.api.protocol.HorizontalProtocolFactory;

/** No coordination: what others are compared with. */
@Component(service = HorizontalProtocolFactory.class)
@PluginType("none")
@PluginHelp("peers do not coordinate")
public final class None implements HorizontalProtocolFactory<NoFields> {
  @Override
  public Class<NoFields> configType() {
    return NoFields.class;
  }

  @Override
  public HorizontalProtocol create(NoFields configuration) {
    return new HorizontalProtocol() {
      @Override
      public int rounds() {
        return 0;
      }

      @Override
      public Set<Target> targets() {
        return Set.of();
      }
    };
  }
}
