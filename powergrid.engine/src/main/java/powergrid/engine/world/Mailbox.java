package powergrid.engine.world;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.BiConsumer;
import powergrid.api.message.Payload;
import powergrid.api.space.Axis;

/**
 * What an agent last heard from one sender in one relation: a place a declared type, with the
 * payload for protocols and its numbers, age and validity for observations.
 */
final class Mailbox {
  private final String label;
  private final PayloadType[] types;
  private final Payload[] latest;
  private final double[] sent;
  private final Moment moment;

  /** Age in steps from which a message counts as never heard. */
  private final double staleAfter;

  private final int[] offsets;
  private final double[] numbers;

  Mailbox(String label, PayloadType[] types, Moment moment, double staleAfter) {
    this.label = label;
    this.types = types;
    this.moment = moment;
    this.staleAfter = staleAfter;
    sent = new double[types.length];
    latest = new Payload[types.length];
    offsets = new int[types.length];
    int size = 0;
    for (int t = 0; t < types.length; t++) {
      offsets[t] = size;
      size += types[t].size() + 2;
    }
    numbers = new double[size];
  }

  void reset() {
    Arrays.fill(latest, null);
    Arrays.fill(numbers, 0);
  }

  /** A payload's type; refuses one that is not declared. */
  PayloadType type(Payload payload) {
    return types[typeOf(payload.getClass())];
  }

  /** Takes in what was sent at a time, unless something that was sent later is there. */
  void deliver(Payload payload, double sentAt) {
    int t = typeOf(payload.getClass());
    if (latest[t] == null || sentAt >= sent[t]) {
      keep(t, payload, sentAt);
    }
  }

  /** Saves a payload that is on its way. */
  void save(Payload payload, DataOutput out) throws IOException {
    int t = typeOf(payload.getClass());
    out.writeInt(t);
    write(types[t].numbers(payload), out);
  }

  private static void write(double[] numbers, DataOutput out) throws IOException {
    out.writeInt(numbers.length);
    for (double number : numbers) {
      out.writeDouble(number);
    }
  }

  private static double[] read(DataInput in) throws IOException {
    double[] numbers = new double[in.readInt()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readDouble();
    }
    return numbers;
  }

  /** Makes a payload that was on its way. */
  Payload restorePayload(DataInput in) throws IOException {
    int t = in.readInt();
    return types[t].make(read(in));
  }

  private int typeOf(Class<?> type) {
    for (int t = 0; t < types.length; t++) {
      if (types[t].type() == type) {
        return t;
      }
    }
    throw new IllegalArgumentException(
        label + " does not declare messages of type " + type.getSimpleName() + " this way");
  }

  private void keep(int t, Payload payload, double sentAt) {
    latest[t] = payload;
    sent[t] = sentAt;
    if (types[t].observed()) {
      types[t].read(payload, numbers, offsets[t]);
    }
    numbers[age(t)] = moment.stepsSince(sentAt);
    numbers[age(t) + 1] = 1;
  }

  private int age(int t) {
    return offsets[t] + types[t].size();
  }

  Payload latest(Class<?> type) {
    return latest[typeOf(type)];
  }

  /** A step begins: what was heard is a step older, and what is stale is forgotten. */
  void grow() {
    for (int t = 0; t < types.length; t++) {
      if (latest[t] != null && ++numbers[age(t)] >= staleAfter) {
        latest[t] = null;
        Arrays.fill(numbers, offsets[t], age(t) + 2, 0);
      }
    }
  }

  /** Names the observed numbers, each with its index in {@link #numbers()}. */
  void observe(String prefix, BiConsumer<Axis, Integer> each) {
    for (int t = 0; t < types.length; t++) {
      if (!types[t].observed()) {
        continue;
      }
      String name = prefix + types[t].type().getSimpleName() + ".";
      for (int i = 0; i < types[t].size(); i++) {
        Axis axis = types[t].axes().get(i);
        each.accept(
            Axis.real(name + axis.name(), axis.unit(), axis.low(), axis.high()), offsets[t] + i);
      }
      each.accept(Axis.real(name + "age", "steps", 0, Double.POSITIVE_INFINITY), age(t));
      each.accept(Axis.real(name + "valid", "", 0, 1), age(t) + 1);
    }
  }

  double[] numbers() {
    return numbers;
  }

  void save(DataOutput out) throws IOException {
    for (int t = 0; t < types.length; t++) {
      out.writeBoolean(latest[t] != null);
      if (latest[t] != null) {
        write(types[t].numbers(latest[t]), out);
        out.writeDouble(sent[t]);
        out.writeDouble(numbers[age(t)]);
      }
    }
  }

  void restore(DataInput in) throws IOException {
    reset();
    for (int t = 0; t < types.length; t++) {
      if (in.readBoolean()) {
        keep(t, types[t].make(read(in)), in.readDouble());
        numbers[age(t)] = in.readDouble();
      }
    }
  }
}
