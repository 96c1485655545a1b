package powergrid.it.plugin;

import java.util.List;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Self;
import powergrid.api.message.MessageType;
import powergrid.api.message.Payload;
import powergrid.api.plugin.Field;
import powergrid.api.protocol.VerticalProtocol;
import powergrid.api.protocol.VerticalProtocolFactory;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;

/** A protocol with messages of its own, as a plug-in brings it; see {@link PluginJar}. */
public final class WhisperFactory implements VerticalProtocolFactory<WhisperFactory.Whisper> {
  /** Called by Declarative Services. */
  public WhisperFactory() {}

  /**
   * What the parent says.
   *
   * @param pMw a power
   * @param urgent whether it matters
   * @param turn how often it was said
   */
  public record Word(@Field(unit = "MW") double pMw, boolean urgent, int turn) implements Payload {}

  /**
   * The protocol and its configuration.
   *
   * @param pMw that the parent says
   */
  public record Whisper(@Field(unit = "MW", value = "-0.01") double pMw)
      implements VerticalProtocol {
    @Override
    public List<MessageType> messages() {
      return List.of(MessageType.observed(Word.class));
    }

    @Override
    public int memory() {
      return 1;
    }

    @Override
    public Space parentActionSpace(Agent parent) {
      return Space.of(Axis.choice("urgent", 2));
    }

    @Override
    public void coordinateMessages(Self parent) {
      int turn = (int) ++parent.memory()[0];
      parent.sendToChildren(new Word(pMw, parent.action(0) == 1, turn));
    }

    @Override
    public void coordinateActions(Self child) {
      child.requestMw(child.latest(Word.class, child.parent()).pMw());
    }
  }

  @Override
  public Class<Whisper> configType() {
    return Whisper.class;
  }

  @Override
  public VerticalProtocol create(Whisper configuration) {
    return configuration;
  }
}
