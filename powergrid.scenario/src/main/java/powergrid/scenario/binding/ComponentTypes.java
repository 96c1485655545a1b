package powergrid.scenario.binding;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import powergrid.scenario.value.ChoiceType;
import powergrid.scenario.value.DurationType;
import powergrid.scenario.value.ListType;
import powergrid.scenario.value.NumberType;
import powergrid.scenario.value.PathType;
import powergrid.scenario.value.TextType;
import powergrid.scenario.value.TimeType;
import powergrid.scenario.value.ValueType;
import powergrid.scenario.value.WholeType;
import powergrid.scenario.value.YesNoType;

/** Finds the kind of value for a component's Java type. */
final class ComponentTypes {
  private ComponentTypes() {}

  /** The component's kind; throws IllegalArgumentException, naming the component. */
  static ValueType<?> of(RecordComponent component, List<Class<?>> around) {
    return of(component.getGenericType(), component, around);
  }

  /** A component in the words of its author. */
  static String name(RecordComponent component) {
    return component.getDeclaringRecord().getName() + "." + component.getName();
  }

  private static ValueType<?> of(Type type, RecordComponent component, List<Class<?>> around) {
    if (type instanceof ParameterizedType generic) {
      ValueType<?> element = of(generic.getActualTypeArguments()[0], component, around);
      if (generic.getRawType() == List.class) {
        return ListType.of(element);
      }
      if (generic.getRawType() == Optional.class) {
        return new OptionalType<>(element);
      }
    } else if (type instanceof Class<?> plain) {
      ValueType<?> known = of(plain, around);
      if (known != null) {
        return known;
      }
    }
    throw new IllegalArgumentException(
        name(component)
            + " is a "
            + type.getTypeName()
            + ", which no setting can become; use double, int, long, boolean, String, an enum,"
            + " Path, Duration, LocalDateTime, a record, or a List or Optional of these");
  }

  private static ValueType<?> of(Class<?> type, List<Class<?>> around) {
    if (type == double.class || type == Double.class) {
      return new NumberType();
    }
    if (type == int.class || type == Integer.class) {
      return WholeType.ofInt();
    }
    if (type == long.class || type == Long.class) {
      return WholeType.ofLong();
    }
    if (type == boolean.class || type == Boolean.class) {
      return new YesNoType();
    }
    if (type == String.class) {
      return new TextType();
    }
    if (type == Path.class) {
      return new PathType();
    }
    if (type == Duration.class) {
      return new DurationType();
    }
    if (type == LocalDateTime.class) {
      return new TimeType();
    }
    if (type.isEnum()) {
      return new ChoiceType<>(type);
    }
    return type.isRecord() ? RecordType.of(type.asSubclass(Record.class), around) : null;
  }
}
