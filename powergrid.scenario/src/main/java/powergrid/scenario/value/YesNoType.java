package powergrid.scenario.value;

import java.util.Locale;
import java.util.Set;
import powergrid.api.scenario.Setting;

/** {@code true} or {@code false}, as YAML 1.2 has them. */
public final class YesNoType extends ScalarType<Boolean> {
  private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
  private static final Set<String> FALSE = Set.of("false", "False", "FALSE");

  @Override
  Boolean parse(Setting.Scalar scalar, Bounds bounds) throws BadValue {
    if (!scalar.quoted() && TRUE.contains(scalar.text())) {
      return true;
    }
    if (!scalar.quoted() && FALSE.contains(scalar.text())) {
      return false;
    }
    boolean quotes = Set.of("true", "false").contains(scalar.text().toLowerCase(Locale.ROOT));
    throw not(scalar, quotes ? "a text, because of its quotes" : "a text", bounds);
  }

  @Override
  public String word() {
    return "yes/no";
  }

  @Override
  public String expected(Bounds bounds) {
    return "true or false";
  }
}
