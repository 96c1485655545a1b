package powergrid.engine.world;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import powergrid.api.message.MessageType;
import powergrid.api.message.Payload;
import powergrid.api.plugin.Field;
import powergrid.api.space.Axis;

/** A declared type of message, taken apart once: how it is read as numbers, and made from them. */
final class PayloadType {
  private static final MethodType READ = MethodType.methodType(double.class, Payload.class);
  private static final MethodType READ_ALL = MethodType.methodType(double[].class, Payload.class);
  private static final MethodType MEASURE = MethodType.methodType(int.class, Payload.class);
  private static final MethodType MAKE = MethodType.methodType(Payload.class, Object[].class);

  private final Class<? extends Payload> type;
  private final boolean observed;
  private final int length;
  private final RecordComponent[] record;

  /** By component: reads a number, or all numbers of an array. */
  private final MethodHandle[] readers;

  /** By component: how many numbers an array has; null for what is none. */
  private final MethodHandle[] lengths;

  private final MethodHandle constructor;
  private final List<Axis> axes = new ArrayList<>();
  private int bytes;

  PayloadType(MessageType declared) {
    type = declared.type();
    observed = declared.observed();
    length = declared.length();
    record = type.getRecordComponents();
    readers = new MethodHandle[record.length];
    lengths = new MethodHandle[record.length];
    Class<?>[] parameters = new Class<?>[record.length];
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      for (int i = 0; i < record.length; i++) {
        parameters[i] = record[i].getType();
        declare(record[i]);
        Method accessor = record[i].getAccessor();
        accessor.setAccessible(true);
        MethodHandle read = lookup.unreflect(accessor);
        readers[i] = reader(lookup, read);
        if (parameters[i].isArray()) {
          MethodHandle count = MethodHandles.arrayLength(parameters[i]);
          lengths[i] = MethodHandles.filterReturnValue(read, count).asType(MEASURE);
        }
      }
      var canonical = type.getDeclaredConstructor(parameters);
      canonical.setAccessible(true);
      constructor =
          lookup
              .unreflectConstructor(canonical)
              .asSpreader(Object[].class, parameters.length)
              .asType(MAKE);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type.getName() + " is not a public record", e);
    }
  }

  private static MethodHandle reader(MethodHandles.Lookup lookup, MethodHandle read)
      throws ReflectiveOperationException {
    Class<?> part = read.type().returnType();
    if (part == double[].class) {
      return read.asType(READ_ALL);
    }
    if (part == float[].class) {
      MethodType widen = MethodType.methodType(double[].class, float[].class);
      MethodHandle wide = lookup.findStatic(PayloadType.class, "wide", widen);
      return MethodHandles.filterReturnValue(read, wide).asType(READ_ALL);
    }
    if (part == boolean.class) {
      MethodHandle number =
          lookup.findStatic(
              PayloadType.class, "number", MethodType.methodType(double.class, boolean.class));
      return MethodHandles.filterReturnValue(read, number).asType(READ);
    }
    return read.asType(READ);
  }

  /** The types that a protocol declares, each taken apart. */
  static PayloadType[] of(List<MessageType> declared) {
    return declared.stream().map(PayloadType::new).toArray(PayloadType[]::new);
  }

  /** Adds a component's axes and bytes; an array of any length has but its length for an axis. */
  private void declare(RecordComponent c) {
    if (!c.getType().isArray()) {
      axes.add(axis(c, c.getName()));
      bytes += size(c);
    } else if (length == MessageType.ANY) {
      axes.add(Axis.real(c.getName() + ".length", "", 0, Integer.MAX_VALUE));
      bytes += Integer.BYTES;
    } else {
      for (int k = 0; k < length; k++) {
        axes.add(axis(c, c.getName() + "." + k));
      }
      bytes += size(c) * length;
    }
  }

  /** Bytes of a number. */
  private static int size(RecordComponent c) {
    Class<?> number = c.getType().isArray() ? c.getType().componentType() : c.getType();
    if (number == double.class) {
      return Double.BYTES;
    } else if (number == (c.getType().isArray() ? float.class : int.class)) {
      return Integer.BYTES;
    } else if (c.getType() == boolean.class) {
      return 1;
    }
    throw new IllegalArgumentException(
        c.getDeclaringRecord().getName()
            + "."
            + c.getName()
            + " is a "
            + c.getType().getSimpleName()
            + "; a message is made of double, int, boolean, double[] and float[]");
  }

  private static Axis axis(RecordComponent c, String name) {
    Field field = c.getAnnotation(Field.class);
    if (c.getType() == boolean.class) {
      return Axis.real(name, "", 0, 1);
    }
    // Zero stands for "never heard", so that it always lies within the bounds.
    return field == null
        ? Axis.real(name, "", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
        : Axis.real(name, field.unit(), Math.min(0, field.min()), Math.max(0, field.max()));
  }

  @SuppressWarnings("unused") // by method handle
  private static double number(boolean flag) {
    return flag ? 1 : 0;
  }

  @SuppressWarnings("unused") // by method handle
  private static double[] wide(float[] numbers) {
    double[] wide = new double[numbers.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = numbers[i];
    }
    return wide;
  }

  private static float[] narrow(double[] numbers) {
    float[] narrow = new float[numbers.length];
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = (float) numbers[i];
    }
    return narrow;
  }

  Class<? extends Payload> type() {
    return type;
  }

  boolean observed() {
    return observed;
  }

  int size() {
    return axes.size();
  }

  /** What a payload takes on the wire. */
  int bytes(Payload payload) {
    int all = bytes;
    for (int i = 0; length == MessageType.ANY && i < record.length; i++) {
      if (record[i].getType().isArray()) {
        all += length(payload, i) * size(record[i]);
      }
    }
    return all;
  }

  List<Axis> axes() {
    return axes;
  }

  private double[] array(Payload payload, int component) {
    try {
      return (double[]) readers[component].invokeExact(payload);
    } catch (Throwable e) {
      throw unreadable(e);
    }
  }

  private int length(Payload payload, int component) {
    try {
      return (int) lengths[component].invokeExact(payload);
    } catch (Throwable e) {
      throw unreadable(e);
    }
  }

  private double number(Payload payload, int component) {
    try {
      return (double) readers[component].invokeExact(payload);
    } catch (Throwable e) {
      throw unreadable(e);
    }
  }

  private IllegalStateException unreadable(Throwable e) {
    if (e instanceof RuntimeException r) {
      throw r;
    } else if (e instanceof Error r) {
      throw r;
    }
    return new IllegalStateException(type.getName() + " cannot be read", e);
  }

  /** Writes a payload's numbers by {@link #axes()}, from an offset on. */
  void read(Payload payload, double[] out, int offset) {
    int next = offset;
    for (int i = 0; i < record.length; i++) {
      if (!record[i].getType().isArray()) {
        out[next++] = number(payload, i);
      } else if (length == MessageType.ANY) {
        out[next++] = length(payload, i);
      } else {
        double[] all = array(payload, i);
        if (all.length != length) {
          throw new IllegalArgumentException(
              type.getSimpleName()
                  + "."
                  + record[i].getName()
                  + " has "
                  + all.length
                  + " numbers; declared are "
                  + length);
        }
        System.arraycopy(all, 0, out, next, length);
        next += length;
      }
    }
  }

  /** All numbers of a payload: by {@link #axes()}, then what is in arrays of any length. */
  double[] numbers(Payload payload) {
    double[] numbers = new double[size()];
    read(payload, numbers, 0);
    for (int i = 0; length == MessageType.ANY && i < record.length; i++) {
      if (record[i].getType().isArray()) {
        double[] all = array(payload, i);
        int before = numbers.length;
        numbers = Arrays.copyOf(numbers, before + all.length);
        System.arraycopy(all, 0, numbers, before, all.length);
      }
    }
    return numbers;
  }

  /** Makes a payload of all its numbers. */
  Payload make(double[] numbers) {
    Object[] parts = new Object[record.length];
    int next = 0;
    int beyond = size();
    for (int i = 0; i < parts.length; i++) {
      Class<?> part = record[i].getType();
      if (part.isArray()) {
        boolean any = length == MessageType.ANY;
        int many = any ? (int) numbers[next++] : length;
        int from = any ? beyond : next;
        double[] all = Arrays.copyOfRange(numbers, from, from + many);
        parts[i] = part == float[].class ? narrow(all) : all;
        beyond += any ? many : 0;
        next += any ? 0 : many;
      } else {
        double number = numbers[next++];
        if (part == int.class) {
          parts[i] = (int) number;
        } else if (part == boolean.class) {
          parts[i] = number != 0;
        } else {
          parts[i] = number;
        }
      }
    }
    try {
      return (Payload) constructor.invokeExact(parts);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(type.getName() + " cannot be made", e);
    }
  }
}
