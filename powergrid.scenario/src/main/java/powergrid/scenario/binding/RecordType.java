package powergrid.scenario.binding;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.FieldDescription;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Place;
import powergrid.api.scenario.Setting;
import powergrid.scenario.path.NoSuchPath;
import powergrid.scenario.path.SettingPath;
import powergrid.scenario.value.Bounds;
import powergrid.scenario.value.FieldNames;
import powergrid.scenario.value.ValueType;
import powergrid.scenario.value.Words;

/**
 * A record, written as a mapping of its components. Holds the record's class, so it must not
 * outlive the call that it is made for.
 *
 * @param <R> the record
 */
public final class RecordType<R extends Record> implements ValueType<R> {
  private final Class<R> type;
  private final List<RecordField> fields = new ArrayList<>();

  private RecordType(Class<R> type, List<Class<?>> around) {
    if (around.contains(type)) {
      throw new IllegalArgumentException(type.getName() + " has itself as a part");
    }
    List<Class<?>> inside = new ArrayList<>(around);
    inside.add(type);
    this.type = type;
    for (RecordComponent component : type.getRecordComponents()) {
      fields.add(new RecordField(component, inside));
    }
  }

  /**
   * A record's type.
   *
   * @param <R> the record
   * @param type its class
   * @return the type
   * @throws IllegalArgumentException if a component is of a type that no setting can become, or has
   *     a default that it does not allow itself
   */
  public static <R extends Record> RecordType<R> of(Class<R> type) {
    return of(type, List.of());
  }

  static <R extends Record> RecordType<R> of(Class<R> type, List<Class<?>> around) {
    return new RecordType<>(type, around);
  }

  @Override
  public Optional<R> read(Setting setting, Bounds bounds, List<Mistake> mistakes) {
    if (!(setting instanceof Setting.Mapping mapping)) {
      String message = Words.wrongShape(setting, expected(bounds));
      mistakes.add(new Mistake(setting.place(), message));
      return Optional.empty();
    }
    List<Mistake> own = new ArrayList<>();
    FieldNames names = new FieldNames(fields.stream().map(RecordField::name).toList());
    names.check(mapping, own);
    Object[] values = new Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(fields.get(i), mapping, names, own);
    }
    mistakes.addAll(own);
    return own.isEmpty() ? make(values, mapping, mistakes) : Optional.empty();
  }

  private static Object value(
      RecordField field, Setting.Mapping mapping, FieldNames names, List<Mistake> mistakes) {
    Setting given = mapping.fields().get(field.name());
    if (given != null) {
      return field.read(given, mistakes).orElse(null);
    }
    if (!field.required()) {
      return field.absent(mapping.place());
    }
    if (!names.meant(field.name())) {
      mistakes.add(new Mistake(mapping.place(), field.missing()));
    }
    return null;
  }

  private Optional<R> make(Object[] values, Setting.Mapping mapping, List<Mistake> mistakes) {
    try {
      return Optional.of(constructor().newInstance(values));
    } catch (InvocationTargetException e) {
      mistakes.add(refused(e.getCause(), mapping));
      return Optional.empty();
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type.getName() + " cannot be made", e);
    }
  }

  private Constructor<R> constructor() throws NoSuchMethodException {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] parameters = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      parameters[i] = components[i].getType();
    }
    Constructor<R> constructor = type.getDeclaredConstructor(parameters);
    constructor.setAccessible(true);
    return constructor;
  }

  /** The mistake that a constructor found; what is no such thing is the plug-in's own failure. */
  private static Mistake refused(Throwable cause, Setting.Mapping mapping) {
    if (cause instanceof ConfigurationException e) {
      return new Mistake(place(e.path(), mapping), e.getMessage());
    }
    if (cause instanceof IllegalArgumentException e) {
      String message = e.getMessage() == null ? "these values do not fit together" : e.getMessage();
      return new Mistake(mapping.place(), message);
    }
    if (cause instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) cause;
  }

  private static Place place(String path, Setting.Mapping mapping) {
    if (path.isEmpty()) {
      return mapping.place();
    }
    try {
      return SettingPath.of(path)
          .find(mapping)
          .map(Setting::place)
          .orElseGet(() -> SettingPath.part(mapping.place(), path));
    } catch (NoSuchPath e) {
      return SettingPath.part(mapping.place(), path);
    }
  }

  @Override
  public String word() {
    return "fields";
  }

  @Override
  public String expected(Bounds bounds) {
    return "fields {" + Words.list(fields.stream().map(RecordField::name).toList()) + "}";
  }

  @Override
  public List<FieldDescription> fields() {
    return fields.stream().map(RecordField::describe).toList();
  }

  /**
   * The examples of fields without a default.
   *
   * @return in the record's order
   */
  public Setting.Mapping example() {
    Place nowhere = new Place("", 0, 0, "");
    Map<String, Setting> examples = new LinkedHashMap<>();
    for (RecordField field : fields) {
      field.example(nowhere).ifPresent(value -> examples.put(field.name(), value));
    }
    return new Setting.Mapping(nowhere, examples);
  }

  @Override
  public Setting complete(Setting setting) {
    return setting instanceof Setting.Mapping mapping ? completed(mapping) : setting;
  }

  /**
   * The same as {@link #complete}, of fields.
   *
   * @param mapping that reads without mistakes
   * @return every field that has a value, in the record's order
   */
  public Setting.Mapping completed(Setting.Mapping mapping) {
    Map<String, Setting> all = new LinkedHashMap<>();
    for (RecordField field : fields) {
      field
          .complete(mapping.fields().get(field.name()), mapping.place())
          .ifPresent(value -> all.put(field.name(), value));
    }
    return new Setting.Mapping(mapping.place(), all, mapping.names());
  }
}
