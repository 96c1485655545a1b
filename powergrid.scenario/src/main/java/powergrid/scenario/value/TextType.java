package powergrid.scenario.value;

import java.util.regex.Pattern;
import powergrid.api.scenario.Setting;

/** A text, of a form where there is one. */
public final class TextType extends ScalarType<String> {
  private final Pattern form;
  private final String what;
  private final String expected;

  /** Any text. */
  public TextType() {
    this(Pattern.compile("(?s).*"), "", "a text");
  }

  /**
   * A text of a form.
   *
   * @param form of the whole text
   * @param what a text of another form is, e.g. {@code no id}
   * @param expected what to write
   */
  public TextType(Pattern form, String what, String expected) {
    this.form = form;
    this.what = what;
    this.expected = expected;
  }

  @Override
  String parse(Setting.Scalar scalar, Bounds bounds) throws BadValue {
    if (!form.matcher(scalar.text()).matches()) {
      throw not(scalar, what, bounds);
    }
    return scalar.text();
  }

  @Override
  public String word() {
    return "text";
  }

  @Override
  public String expected(Bounds bounds) {
    return expected;
  }
}
