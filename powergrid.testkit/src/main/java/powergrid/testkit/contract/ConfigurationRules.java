package powergrid.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.Field;

/** That a configuration says what it takes, and refuses what it does not in words. */
final class ConfigurationRules {
  private final Record configuration;
  private final List<Component> components;
  private final List<String> wrong = new ArrayList<>();

  ConfigurationRules(Record configuration) {
    this.configuration = configuration;
    components = Component.of(configuration);
  }

  /** Takes what makes a device of a configuration and has it take some steps. */
  void check(Consumer<Record> tried) {
    for (Component component : components) {
      Field field = component.field();
      if (field == null || field.help().isBlank()) {
        wrong.add(component.name() + " has no help: every component has a @Field with help");
      } else {
        checkUnit(component, field);
        if (component.number()) {
          checkDefault(component, field);
          checkBounds(component, field, tried);
        }
      }
    }
    if (!wrong.isEmpty()) {
      throw new AssertionError(
          "Rule: a configuration describes and checks itself. " + String.join("; ", wrong));
    }
  }

  private void checkUnit(Component component, Field field) {
    String complaint = Units.wrong(component.name(), field.unit());
    if (!complaint.isEmpty()) {
      wrong.add(complaint);
    }
    boolean bounded = Double.isFinite(field.min()) || Double.isFinite(field.max());
    if (component.real() && field.unit().isEmpty() && !bounded) {
      wrong.add(component.name() + " has neither a unit nor, as a share or a count, min or max");
    }
    if (component.yesNo() && !Set.of("", "true", "false").contains(field.value())) {
      wrong.add(component.name() + " is '" + field.value() + "' by default: write true or false");
    }
  }

  /** A scenario that leaves it out would be refused. */
  private void checkDefault(Component component, Field field) {
    String written = field.value().strip();
    if (written.isEmpty()) {
      return;
    }
    int unit = written.endsWith(field.unit()) ? field.unit().length() : 0;
    try {
      double value = Double.parseDouble(written.substring(0, written.length() - unit));
      if (!(value >= field.min() && value <= field.max())) {
        wrong.add(
            String.format(
                "%s is %s by default, outside its own bounds, %s to %s",
                component.name(), written, field.min(), field.max()));
      }
    } catch (NumberFormatException e) {
      wrong.add(
          component.name() + " is '" + written + "' by default: write a number in " + field.unit());
    }
  }

  /** Within its bounds it is refused in words or works; beyond, the record may refuse it too. */
  private void checkBounds(Component component, Field field, Consumer<Record> tried) {
    for (double value : new double[] {field.min(), field.max()}) {
      if (Double.isFinite(value)) {
        refusedOrGood(component, value, tried);
      }
    }
    for (double beyond : new double[] {field.min() - 1, field.max() + 1}) {
      if (Double.isFinite(beyond)) {
        refusedOrGood(component, beyond, record -> {});
      }
    }
  }

  private void refusedOrGood(Component component, double value, Consumer<Record> tried) {
    String at = component.name() + " = " + value + " ";
    try {
      tried.accept(component.with(configuration, value));
    } catch (ConfigurationException e) {
      String path = e.path().replaceAll("\\[.*", "").replaceAll(".*\\.", "");
      if (components.stream().noneMatch(c -> c.has(path))) {
        wrong.add(at + "is refused at '" + e.path() + "', which is no component: " + e);
      } else if (e.getMessage().isBlank()) {
        wrong.add(at + "is refused without a message that says what would be right");
      }
    } catch (AssertionError | RuntimeException e) {
      wrong.add(at + "is neither refused by a ConfigurationException nor good: " + e);
    }
  }
}
