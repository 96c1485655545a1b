package powergrid.testkit;

import java.util.List;
import powergrid.api.message.MessageType;
import powergrid.api.message.Payload;
import powergrid.api.protocol.Protocol;

/** Who takes part in a protocol in a harness, and what came of it. */
abstract class ProtocolReadings {
  final FakeSelf[] selves;
  final Courier courier;
  final FakeGlobals globals;

  ProtocolReadings(
      Protocol protocol, List<MessageType> declared, int pace, List<FakeAgent> agents) {
    selves = new FakeSelf[agents.size()];
    for (int i = 0; i < selves.length; i++) {
      selves[i] = new FakeSelf(agents.get(i), protocol.memory());
      selves[i].random().state(i);
    }
    courier = new Courier(selves, declared, pace);
    globals = new FakeGlobals(protocol, agents);
  }

  /**
   * How many take part.
   *
   * @return of a parent and children, one more than children
   */
  public final int participants() {
    return selves.length;
  }

  /**
   * One who takes part, to be told what it reads and intends, and looked at.
   *
   * @param i its number; of a parent and children, 0 for the parent
   * @return always the same, and never shut to the test
   */
  public final FakeSelf participant(int i) {
    return selves[i];
  }

  /**
   * The parent of a family.
   *
   * @return participant 0
   */
  public final FakeSelf parent() {
    return selves[0];
  }

  /**
   * A child of a family.
   *
   * @param k its number among the children
   * @return participant k + 1
   */
  public final FakeSelf child(int k) {
    return selves[k + 1];
  }

  /**
   * Messages sent in the last step, one for each addressee, lost ones too.
   *
   * @return how many
   */
  public final long messages() {
    return courier.messages();
  }

  /**
   * Bytes of the messages sent in the last step.
   *
   * @return how many
   */
  public final long bytes() {
    return courier.bytes();
  }

  /**
   * How a message is taken apart and put together.
   *
   * @param payload of a type that the protocol declares
   * @return of its type
   */
  public final RecordNumbers numbers(Payload payload) {
    return courier.numbers(payload.getClass());
  }

  /**
   * A value that the protocol published.
   *
   * @param name as declared
   * @return as of the last step
   */
  public final double global(String name) {
    return globals.value(name);
  }
}
