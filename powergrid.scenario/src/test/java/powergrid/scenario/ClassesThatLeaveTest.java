package powergrid.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Place;
import powergrid.api.scenario.Setting;

/** A plug-in's classes can go when the plug-in has gone, whatever the binder did with them. */
class ClassesThatLeaveTest {
  private final RecordConfigurationBinder binder = new RecordConfigurationBinder();
  private final List<Mistake> mistakes = new ArrayList<>();

  enum Mode {
    ON,
    OFF
  }

  record Configuration(Mode mode, int level) {
    Configuration {
      if (level > 1) {
        throw new ConfigurationException("level", "'" + level + "' is too high");
      }
    }
  }

  @Test
  void nothingThatOutlivesACallHoldsARecordsClass() throws ReflectiveOperationException {
    WeakReference<ClassLoader> loader = use();
    for (int i = 0; i < 100 && loader.get() != null; i++) {
      System.gc();
    }
    assertNull(loader.get());
    assertEquals(List.of("'2' is too high"), mistakes.stream().map(Mistake::message).toList());
  }

  /** Binds a record of a loader of its own, well and badly, and lets go of all but the mistakes. */
  private WeakReference<ClassLoader> use() throws ReflectiveOperationException {
    ClassLoader plugin = new PluginLoader();
    Class<? extends Record> type =
        plugin.loadClass(Configuration.class.getName()).asSubclass(Record.class);
    assertNotSame(Configuration.class, type);
    Record bound = binder.bind(settings("1"), type, mistakes).orElseThrow();
    // not by toString: on JDK 17 a record's toString, equals and hashCode keep its class for ever
    assertEquals(1, component(bound, "level"));
    assertEquals("OFF", component(bound, "mode").toString());
    binder.bind(settings("2"), type, mistakes);
    assertEquals(2, binder.describe(type).size());
    assertEquals(2, binder.complete(settings("1"), type).fields().size());
    return new WeakReference<>(plugin);
  }

  private static Object component(Record bound, String name) throws ReflectiveOperationException {
    Method accessor = bound.getClass().getDeclaredMethod(name);
    accessor.setAccessible(true);
    return accessor.invoke(bound);
  }

  private static Setting.Mapping settings(String level) {
    Place place = new Place("s", 1, 1, "");
    return new Setting.Mapping(
        place,
        Map.of(
            "mode", new Setting.Scalar(place, "off", false),
            "level", new Setting.Scalar(place, level, false)));
  }

  /** Defines this test's classes anew, as a bundle would. */
  private static final class PluginLoader extends ClassLoader {
    PluginLoader() {
      super(ClassesThatLeaveTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(ClassesThatLeaveTest.class.getName())) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : define(name);
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
      try (InputStream in = ClassesThatLeaveTest.class.getResourceAsStream(file)) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
