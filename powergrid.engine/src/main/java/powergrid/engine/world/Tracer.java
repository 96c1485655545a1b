package powergrid.engine.world;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import powergrid.api.agent.Agent;
import powergrid.api.environment.SentMessage;
import powergrid.api.message.Payload;

/** Tells somebody of every message, if anybody wants to know. */
final class Tracer {
  private Consumer<SentMessage> observer;

  void observer(Consumer<SentMessage> by) {
    observer = by;
  }

  boolean idle() {
    return observer == null;
  }

  /** Tells of a message; its arrival is NaN where it is lost. */
  void tell(
      Moment moment,
      int round,
      Agent from,
      Agent to,
      String protocol,
      PayloadType type,
      Payload payload,
      double sent,
      double arrives) {
    double[] numbers = new double[type.size()];
    type.read(payload, numbers, 0);
    List<Double> values = new ArrayList<>();
    for (double number : numbers) {
      values.add(number);
    }
    observer.accept(
        new SentMessage(
            moment.step(),
            round,
            from.id(),
            to.id(),
            protocol,
            type.type().getSimpleName(),
            type.axes().stream().map(axis -> axis.name()).toList(),
            values,
            type.bytes(payload),
            sent,
            arrives));
  }
}
