package powergrid.scenario.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;
import powergrid.api.scenario.Setting;

/**
 * Writes settings as YAML that reads back the same: block style, but for lists of short words and
 * for what is empty.
 */
public final class YamlWriter {
  // what stays as it is in a flow list whatever surrounds it
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}+-][\\p{L}\\p{N}_.+/-]{0,40}");

  private static final String SPECIAL = "\n\r\t\u0085\u2028\u2029\uFEFF";

  private static final ImplicitTuple NO_TAG = new ImplicitTuple(true, true);

  private final List<Event> events = new ArrayList<>();

  private YamlWriter() {}

  /**
   * Writes a setting.
   *
   * @param setting what to write
   * @return one document, with a line break at its end
   */
  public static String write(Setting setting) {
    YamlWriter writer = new YamlWriter();
    writer.events.add(new StreamStartEvent());
    writer.events.add(new DocumentStartEvent(false, Optional.empty(), Map.of()));
    writer.setting(setting);
    writer.events.add(new DocumentEndEvent(false));
    writer.events.add(new StreamEndEvent());
    DumpSettings settings =
        DumpSettings.builder()
            .setSchema(new FailsafeSchema())
            .setSplitLines(false)
            .setIndicatorIndent(2)
            .setIndentWithIndicator(true)
            .build();
    return new Present(settings).emitToString(writer.events.iterator());
  }

  /** Whether a text that was read without quotes can be written so, too. */
  static boolean plain(String text) {
    return !text.startsWith("---")
        && !text.startsWith("...")
        && text.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0);
  }

  private void setting(Setting setting) {
    if (setting instanceof Setting.Scalar scalar) {
      scalar(scalar);
    } else if (setting instanceof Setting.Sequence sequence) {
      FlowStyle style = flow(sequence) ? FlowStyle.FLOW : FlowStyle.BLOCK;
      events.add(new SequenceStartEvent(Optional.empty(), Optional.empty(), true, style));
      sequence.items().forEach(this::setting);
      events.add(new SequenceEndEvent());
    } else if (setting instanceof Setting.Mapping mapping) {
      events.add(new MappingStartEvent(Optional.empty(), Optional.empty(), true, FlowStyle.BLOCK));
      mapping.fields().forEach(this::field);
      events.add(new MappingEndEvent());
    }
  }

  private void field(String name, Setting value) {
    text(name, plain(name) ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED);
    setting(value);
  }

  private void scalar(Setting.Scalar scalar) {
    if (scalar.quoted()) {
      text(scalar.text(), ScalarStyle.DOUBLE_QUOTED);
    } else {
      text(scalar.text().isEmpty() ? "null" : scalar.text(), ScalarStyle.PLAIN);
    }
  }

  private void text(String text, ScalarStyle style) {
    events.add(new ScalarEvent(Optional.empty(), Optional.empty(), NO_TAG, text, style));
  }

  private static boolean flow(Setting.Sequence sequence) {
    return sequence.items().stream()
        .allMatch(
            item ->
                item instanceof Setting.Scalar scalar
                    && (scalar.quoted() || WORD.matcher(scalar.text()).matches()));
  }
}
