package powergrid.console;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import powergrid.api.plugin.FieldDescription;
import powergrid.api.plugin.InstalledPlugin;
import powergrid.api.plugin.Passage;
import powergrid.api.plugin.Passage.Span;
import powergrid.api.plugin.PluginDescription;
import powergrid.api.plugin.PluginDescription.Sample;
import powergrid.api.plugin.PluginKind;
import powergrid.api.plugin.VariableDescription;

/** A plug-in's description for a terminal. */
final class DescriptionText {
  private static final TextTable.Align LEFT = TextTable.Align.LEFT;
  private static final String INDENT = "  ";

  private final int width;
  private final List<String> lines = new ArrayList<>();

  /** Lines no wider than a terminal, as far as that is possible. */
  DescriptionText(int width) {
    this.width = width;
  }

  List<String> lines() {
    return lines;
  }

  /** Says which plug-in it is, and what is wrong with it. */
  DescriptionText title(InstalledPlugin plugin) {
    String title = plugin.kind().label() + "/" + plugin.type();
    wrap("", plugin.help().isEmpty() ? title : title + ": " + plugin.help());
    wrap("", "from " + plugin.bundle() + " " + plugin.version());
    if (!plugin.usable()) {
      wrap("", "CANNOT BE USED: " + plugin.problem());
    }
    return this;
  }

  /** Says what it is, can be told, and does. */
  DescriptionText body(PluginKind kind, PluginDescription description) {
    if (!description.model().isEmpty()) {
      model(description.model());
    }
    description
        .measure()
        .ifPresent(
            measure -> {
              lines.add("");
              wrap("", DescribedValues.measure(measure));
            });
    lines.add("");
    if (description.fields().isEmpty()) {
      lines.add("It has no fields of its own.");
    } else {
      TextTable table = new TextTable(LEFT, LEFT, LEFT, LEFT);
      table.row("FIELD", "DEFAULT", "VALUES", "MEANING");
      fields(table, "", description.fields());
      lines.addAll(table.lines(width));
    }
    if (kind == PluginKind.DEVICE) {
      lines.add("");
      wrap("", "Every device also has id, type, bus, phases, connection, shedPriority and policy.");
    }
    description.sample().ifPresent(this::sample);
    return this;
  }

  private void model(List<Passage> model) {
    boolean inList = false;
    for (Passage passage : model) {
      boolean item = passage.form() == Passage.Form.ITEM;
      if (!(item && inList)) {
        lines.add("");
      }
      inList = item;
      String text = passage.spans().stream().map(Span::text).collect(Collectors.joining());
      switch (passage.form()) {
        case PARAGRAPH -> wrap(INDENT, text);
        case ITEM -> {
          String mark = "- ";
          for (String line : WrappedText.lines(text, width - 2 * INDENT.length())) {
            lines.add(INDENT + mark + line);
            mark = INDENT;
          }
        }
        case LINES -> text.lines().forEach(line -> lines.add(INDENT + INDENT + INDENT + line));
      }
    }
  }

  private static void fields(TextTable table, String indent, List<FieldDescription> fields) {
    for (FieldDescription field : fields) {
      table.row(
          indent + field.name(),
          DescribedValues.fallback(field),
          DescribedValues.values(field),
          field.help());
      fields(table, indent + INDENT, field.fields());
    }
  }

  private void sample(Sample sample) {
    TextTable table = new TextTable(LEFT, LEFT, LEFT, LEFT);
    if (!sample.actions().isEmpty()) {
      variables(table, "ACTION", "AT REST", sample.actions());
      table.row("", "", "", "");
    }
    if (!sample.state().isEmpty()) {
      variables(table, "STATE", "AT START", sample.state());
      table.row("", "", "", "");
    }
    variables(table, "OF EVERY DEVICE", "", DescribedValues.phasesTogether(sample.common()));
    lines.add("");
    lines.addAll(table.lines(width));
    lines.add("");
    if (!sample.series().isEmpty()) {
      wrap("", "It reads the series " + String.join(", ", sample.series()) + ".");
    }
    wrap("", DescribedSample.origin(sample));
  }

  private static void variables(
      TextTable table, String what, String when, List<VariableDescription> variables) {
    table.row(what, when, "VALUES", "SEEN BY");
    for (VariableDescription variable : variables) {
      table.row(
          variable.axis().name(),
          DescribedValues.start(variable),
          DescribedValues.values(variable),
          DescribedValues.seenBy(variable));
    }
  }

  private void wrap(String indent, String text) {
    WrappedText.lines(text, width - indent.length()).forEach(line -> lines.add(indent + line));
  }
}
