package powergrid.testkit.contract;

import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import powergrid.api.agent.Agent;
import powergrid.api.message.MessageType;
import powergrid.api.message.Payload;
import powergrid.api.plugin.Field;
import powergrid.testkit.ProtocolHarness;
import powergrid.testkit.RecordNumbers;

/** What a protocol says: of which types, in which units and within which bounds. */
final class Statements implements ProtocolHarness.Wire {
  private static final double TOLERANCE = 1e-9;

  private final ProtocolHarness group;

  /** Listens to all that a group says. */
  Statements(ProtocolHarness group) {
    this.group = group;
    group.wire(this);
  }

  /** That types are public records, each declared once. */
  static void checkTypes(List<MessageType> declared) {
    List<String> wrong = new ArrayList<>();
    List<Class<?>> seen = new ArrayList<>();
    for (MessageType message : declared) {
      if (seen.contains(message.type())) {
        wrong.add(message.type().getSimpleName() + " is declared twice");
      }
      if (!Modifier.isPublic(message.type().getModifiers())) {
        wrong.add(message.type().getSimpleName() + " is not public");
      }
      seen.add(message.type());
    }
    refuse(wrong, "each type of message is a public record, declared once");
  }

  /** That components have units which agree with their names. */
  static void checkUnits(List<MessageType> declared) {
    List<String> wrong = new ArrayList<>();
    for (MessageType message : declared) {
      for (RecordComponent component : message.type().getRecordComponents()) {
        String name = message.type().getSimpleName() + "." + component.getName();
        Field field = component.getAnnotation(Field.class);
        String complaint = field == null ? "" : Units.wrong(name, field.unit());
        if (field == null && component.getType() != boolean.class) {
          complaint = name + " has no @Field";
        }
        if (!complaint.isEmpty()) {
          wrong.add(complaint);
        }
      }
    }
    refuse(
        wrong,
        "a number in a message has a @Field with a unit that is known, and agrees with its name");
  }

  private static void refuse(List<String> wrong, String rule) {
    if (!wrong.isEmpty()) {
      throw new AssertionError(String.join("; ", wrong) + ". Rule: " + rule + ".");
    }
  }

  @Override
  public Payload carry(int round, Agent from, Agent to, Payload payload) {
    RecordNumbers type = group.numbers(payload);
    double[] numbers = new double[type.size()];
    type.read((Record) payload, numbers);
    for (int i = 0; i < numbers.length; i++) {
      check(type.component(i), numbers[i]);
    }
    return payload;
  }

  private void check(RecordComponent component, double number) {
    Field field = component.getAnnotation(Field.class);
    double least = field == null ? Double.NEGATIVE_INFINITY : field.min();
    double greatest = field == null ? Double.POSITIVE_INFINITY : field.max();
    String rule = "";
    if (!Double.isFinite(number)) {
      rule = "what is said is finite where all that is read is";
    } else if (number < least - TOLERANCE || number > greatest + TOLERANCE) {
      rule = "what is said keeps to the bounds of its @Field, " + least + " to " + greatest;
    }
    if (!rule.isEmpty()) {
      throw new AssertionError(
          String.format(
              "%s: says %s = %s. Rule: %s.", group.where(), component.getName(), number, rule));
    }
  }
}
