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
  private static final MethodType MAKE = MethodType.methodType(Payload.class, double[].class);

  private final Class<? extends Payload> type;
  private final boolean observed;
  private final MethodHandle[] components;
  private final MethodHandle constructor;
  private final List<Axis> axes = new ArrayList<>();
  private final int bytes;

  PayloadType(MessageType declared) {
    type = declared.type();
    observed = declared.observed();
    RecordComponent[] record = type.getRecordComponents();
    components = new MethodHandle[record.length];
    Class<?>[] parameters = new Class<?>[record.length];
    int size = 0;
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      for (int i = 0; i < record.length; i++) {
        parameters[i] = record[i].getType();
        size += size(record[i]);
        Method accessor = record[i].getAccessor();
        accessor.setAccessible(true);
        MethodHandle read = lookup.unreflect(accessor);
        if (parameters[i] == boolean.class) {
          read =
              MethodHandles.filterReturnValue(
                  read,
                  lookup.findStatic(
                      PayloadType.class,
                      "number",
                      MethodType.methodType(double.class, boolean.class)));
        }
        components[i] = read.asType(READ);
        axes.add(axis(record[i]));
      }
      var canonical = type.getDeclaredConstructor(parameters);
      canonical.setAccessible(true);
      MethodHandle make = lookup.unreflectConstructor(canonical);
      for (int i = 0; i < parameters.length; i++) {
        if (parameters[i] != double.class) {
          make =
              MethodHandles.filterArguments(
                  make,
                  i,
                  lookup.findStatic(
                      PayloadType.class,
                      parameters[i] == int.class ? "whole" : "flag",
                      MethodType.methodType(parameters[i], double.class)));
        }
      }
      constructor = make.asSpreader(double[].class, parameters.length).asType(MAKE);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type.getName() + " is not a public record", e);
    }
    bytes = size;
  }

  /** The types that a protocol declares, each taken apart. */
  static PayloadType[] of(List<MessageType> declared) {
    return declared.stream().map(PayloadType::new).toArray(PayloadType[]::new);
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
            + "; a message is made of double, int and boolean");
  }

  private static Axis axis(RecordComponent c) {
    Field field = c.getAnnotation(Field.class);
    if (c.getType() == boolean.class) {
      return Axis.real(c.getName(), "", 0, 1);
    }
    // Zero stands for "never heard", so that it always lies within the bounds.
    return field == null
        ? Axis.real(c.getName(), "", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
        : Axis.real(c.getName(), field.unit(), Math.min(0, field.min()), Math.max(0, field.max()));
  }

  @SuppressWarnings("unused") // by method handle
  private static double number(boolean flag) {
    return flag ? 1 : 0;
  }

  @SuppressWarnings("unused") // by method handle
  private static int whole(double number) {
    return (int) number;
  }

  @SuppressWarnings("unused") // by method handle
  private static boolean flag(double number) {
    return number != 0;
  }

  Class<? extends Payload> type() {
    return type;
  }

  boolean observed() {
    return observed;
  }

  int size() {
    return components.length;
  }

  int bytes() {
    return bytes;
  }

  List<Axis> axes() {
    return axes;
  }

  /** Writes a payload's numbers from an offset on. */
  void read(Payload payload, double[] out, int offset) {
    try {
      for (int i = 0; i < components.length; i++) {
        out[offset + i] = (double) components[i].invokeExact(payload);
      }
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(type.getName() + " cannot be read", e);
    }
  }

  /** Makes a payload of its numbers. */
  Payload make(double[] numbers) {
    try {
      return (Payload) constructor.invokeExact(numbers);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(type.getName() + " cannot be made", e);
    }
  }
}
