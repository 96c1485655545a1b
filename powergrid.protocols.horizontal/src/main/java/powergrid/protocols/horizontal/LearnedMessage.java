package powergrid.protocols.horizontal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Self;
import powergrid.api.agent.Target;
import powergrid.api.message.MessageType;
import powergrid.api.message.Payload;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.Field;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;
import powergrid.api.protocol.HorizontalProtocol;
import powergrid.api.protocol.HorizontalProtocolFactory;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;

/**
 * Messages without a meaning of their own, as the package describes them.
 *
 * @param size how many numbers a message has
 * @param symbols 0 for numbers from −1 to 1; else each is one of so many symbols
 * @param zeroed whether what arrives is all zero: the same action space without communication
 */
public record LearnedMessage(
    @Field(min = 1, max = 64, value = "2", help = "How many numbers a message has") int size,
    @Field(
            min = 0,
            max = 256,
            value = "0",
            help = "0 for numbers from -1 to 1; else each is one of so many symbols")
        int symbols,
    @Field(
            value = "false",
            help = "Whether all that arrives is zero: the same actions without communication")
        boolean zeroed)
    implements HorizontalProtocol {
  /** Checks that there is something to choose. */
  public LearnedMessage {
    if (symbols == 1) {
      throw new ConfigurationException(
          "symbols", "1 symbol says nothing; write 0 for numbers, or at least 2");
    }
  }

  /**
   * What a participant says.
   *
   * @param content numbers from −1 to 1, or symbols from 0
   */
  @SuppressWarnings("ArrayRecordComponent") // as many numbers as are configured; never compared
  public record Message(@Field(min = -1, max = 256) double[] content) implements Payload {}

  @Override
  public List<MessageType> messages() {
    return List.of(MessageType.observed(Message.class, size));
  }

  @Override
  public Set<Target> targets() {
    return Set.of();
  }

  @Override
  public Space actionSpace(Agent participant) {
    List<Axis> axes = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String name = "message." + i;
      axes.add(symbols == 0 ? Axis.real(name, "", -1, 1) : Axis.choice(name, symbols));
    }
    return Space.of(axes);
  }

  @Override
  public void coordinateMessages(Self me) {
    double[] content = new double[size];
    for (int i = 0; i < size && !zeroed; i++) {
      content[i] = me.action(i);
    }
    me.sendToNeighbours(new Message(content));
    me.settled();
  }

  /** Makes it. */
  @Component(service = HorizontalProtocolFactory.class)
  @PluginType("learned-message")
  @PluginHelp("each decider adds a message to its action, for others to learn what it means")
  public static final class Factory implements HorizontalProtocolFactory<LearnedMessage> {
    @Override
    public Class<LearnedMessage> configType() {
      return LearnedMessage.class;
    }

    @Override
    public HorizontalProtocol create(LearnedMessage configuration) {
      return configuration;
    }
  }
}
