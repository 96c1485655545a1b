package powergrid.engine.world;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import powergrid.api.message.MessageType;
import powergrid.api.message.Payload;
import powergrid.api.plugin.Field;
import powergrid.api.space.Axis;

/** A declared type of message, taken apart once: how it is read as numbers, and made from them. */
final class PayloadType {
  private static final MethodType READ = MethodType.methodType(double.class, Payload.class);
  private static final MethodType READ_ALL = MethodType.methodType(double[].class, Payload.class);
  private static final MethodType MAKE = MethodType.methodType(Payload.class, Object[].class);

  private final Class<? extends Payload> type;
  private final boolean observed;
  private final int length;
  private final RecordComponent[] record;

  /** By component: reads a number, or all numbers of an array. */
  private final MethodHandle[] readers;

  private final MethodHandle constructor;
  private final List<Axis> axes = new ArrayList<>();
  private int bytes;

  PayloadType(MessageType declared) {
    type = declared.type();
    observed = declared.observed();
    length = declared.length();
    record = type.getRecordComponents();
    readers = new MethodHandle[record.length];
    Class<?>[] parameters = new Class<?>[record.length];
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      for (int i = 0; i < record.length; i++) {
        parameters[i] = record[i].getType();
        declare(record[i]);
        Method accessor = record[i].getAccessor();
        accessor.setAccessible(true);
        readers[i] = reader(lookup, accessor);
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

  private static MethodHandle reader(MethodHandles.Lookup lookup, Method accessor)
      throws ReflectiveOperationException {
    MethodHandle read = lookup.unreflect(accessor);
    if (accessor.getReturnType() == double[].class) {
      return read.asType(READ_ALL);
    }
    if (accessor.getReturnType() == boolean.class) {
      MethodHandle number =
          lookup.findStatic(
              PayloadType.class, "number", MethodType.methodType(double.class, boolean.class));
      read = MethodHandles.filterReturnValue(read, number);
    }
    return read.asType(READ);
  }

  /** The types that a protocol declares, each taken apart. */
  static PayloadType[] of(List<MessageType> declared) {
    return declared.stream().map(PayloadType::new).toArray(PayloadType[]::new);
  }

  /** Adds a component's axes and bytes. */
  private void declare(RecordComponent c) {
    if (c.getType() == double[].class) {
      for (int k = 0; k < length; k++) {
        axes.add(axis(c, c.getName() + "." + k));
      }
      bytes += Double.BYTES * length;
      return;
    }
    axes.add(axis(c, c.getName()));
    bytes += size(c);
  }

  private static int size(RecordComponent c) {
    if (c.getType() == double.class) {
      return Double.BYTES;
    } else if (c.getType() == int.class) {
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
            + "; a message is made of double, int, boolean and double[]");
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

  Class<? extends Payload> type() {
    return type;
  }

  boolean observed() {
    return observed;
  }

  int size() {
    return axes.size();
  }

  int bytes() {
    return bytes;
  }

  List<Axis> axes() {
    return axes;
  }

  /** Writes a payload's numbers from an offset on. */
  void read(Payload payload, double[] out, int offset) {
    int next = offset;
    try {
      for (int i = 0; i < record.length; i++) {
        if (record[i].getType() == double[].class) {
          double[] all = (double[]) readers[i].invokeExact(payload);
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
        } else {
          out[next++] = (double) readers[i].invokeExact(payload);
        }
      }
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(type.getName() + " cannot be read", e);
    }
  }

  /** Makes a payload of its numbers. */
  Payload make(double[] numbers) {
    Object[] parts = new Object[record.length];
    int next = 0;
    for (int i = 0; i < parts.length; i++) {
      Class<?> part = record[i].getType();
      if (part == double[].class) {
        parts[i] = java.util.Arrays.copyOfRange(numbers, next, next + length);
        next += length;
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
