package powergrid.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import powergrid.api.plugin.FieldDescription;
import powergrid.api.plugin.InstalledPlugin;
import powergrid.api.plugin.Passage;
import powergrid.api.plugin.Passage.Span;
import powergrid.api.plugin.PluginDescription;
import powergrid.api.plugin.PluginDescription.Sample;
import powergrid.api.plugin.PluginKind;
import powergrid.api.plugin.VariableDescription;

/**
 * A reference of plug-ins of a kind in Markdown. Versions are left out, so that a page changes only
 * with what it describes.
 */
final class DescriptionPage {
  private static final int WIDTH = 120;

  private final List<String> lines = new ArrayList<>();

  List<String> lines() {
    return lines;
  }

  /** The page's head, with an introduction where there is one for the kind. */
  DescriptionPage head(PluginKind kind, List<InstalledPlugin> plugins) throws IOException {
    lines.add("# " + capital(kind.plural()));
    lines.add("");
    lines.add(
        "<!-- Written by powergrid describe "
            + kind.plural()
            + " --format markdown: change the code, not this page. -->");
    try (InputStream in =
        DescriptionPage.class.getResourceAsStream("page/" + kind.plural() + ".md.txt")) {
      if (in != null) {
        lines.add("");
        new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(lines::add);
      }
    }
    lines.add("");
    row(capital(kind.label()), "What it is");
    rule(2);
    for (InstalledPlugin plugin : plugins) {
      row("[`" + plugin.type() + "`](#" + plugin.type() + ")", cell(plugin.help()));
    }
    return this;
  }

  /** What holds for all plug-ins of which samples were made. */
  DescriptionPage common(List<VariableDescription> common) {
    if (!common.isEmpty()) {
      lines.add("");
      row("Of every device", "Values", "Seen by");
      rule(3);
      for (VariableDescription variable : DescribedValues.phasesTogether(common)) {
        row(
            "`" + variable.axis().name() + "`",
            cell(DescribedValues.values(variable)),
            DescribedValues.seenBy(variable));
      }
    }
    return this;
  }

  /** A plug-in's part. */
  DescriptionPage part(InstalledPlugin plugin, PluginDescription description) {
    lines.add("");
    lines.add("## " + plugin.type());
    paragraph(
        (plugin.help().isEmpty() ? "" : escaped(capital(plugin.help())) + ". ")
            + "From the bundle `"
            + plugin.bundle()
            + "`.");
    boolean inList = false;
    for (Passage passage : description.model()) {
      boolean item = passage.form() == Passage.Form.ITEM;
      if (!(item && inList)) {
        lines.add("");
      }
      inList = item;
      passage(passage);
    }
    description
        .measure()
        .map(DescribedValues::measure)
        .map(DescriptionPage::escaped)
        .ifPresent(this::paragraph);
    lines.add("");
    if (description.fields().isEmpty()) {
      lines.add("It has no fields of its own.");
    } else {
      row("Field", "Default", "Values", "Meaning");
      rule(4);
      fields("", description.fields());
    }
    description.sample().ifPresent(this::sample);
    return this;
  }

  private void passage(Passage passage) {
    switch (passage.form()) {
      case PARAGRAPH -> wrap("", "", marked(passage));
      case ITEM -> wrap("- ", "  ", marked(passage));
      case LINES -> {
        lines.add("```");
        passage.spans().forEach(span -> span.text().lines().forEach(lines::add));
        lines.add("```");
      }
    }
  }

  /** Its spans with the marks of Markdown. */
  private static String marked(Passage passage) {
    return passage.spans().stream().map(DescriptionPage::marked).collect(Collectors.joining());
  }

  private static String marked(Span span) {
    String text = span.text();
    return switch (span.style()) {
      case PLAIN -> escaped(text);
      // what a line begins with can be a mark, which no escape undoes within code
      case CODE -> code(text.strip().replace(' ', WrappedText.TIE));
      case EMPHASIS -> text.isBlank() ? text : "*" + escaped(text.strip()) + "*";
    };
  }

  private static String code(String text) {
    return text.contains("`") ? "`` " + text + " ``" : "`" + text + "`";
  }

  private static String escaped(String text) {
    return text.replaceAll("[\\\\*_`<]", "\\\\$0");
  }

  private void fields(String around, List<FieldDescription> fields) {
    for (FieldDescription field : fields) {
      row(
          "`" + around + field.name() + "`",
          cell(DescribedValues.fallback(field)),
          cell(DescribedValues.values(field)),
          cell(field.help()));
      fields(around + field.name() + ".", field.fields());
    }
  }

  private void sample(Sample sample) {
    if (!sample.actions().isEmpty()) {
      variables("Action", "At rest", sample.actions());
    }
    if (!sample.state().isEmpty()) {
      variables("State", "At start", sample.state());
    }
    String series =
        sample.series().stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    paragraph(
        (series.isEmpty() ? "" : "It reads the series " + series + ". ")
            + escaped(DescribedSample.origin(sample)));
  }

  private void variables(String what, String when, List<VariableDescription> variables) {
    lines.add("");
    row(what, when, "Values", "Seen by");
    rule(4);
    for (VariableDescription variable : variables) {
      row(
          "`" + variable.axis().name() + "`",
          cell(DescribedValues.start(variable)),
          cell(DescribedValues.values(variable)),
          DescribedValues.seenBy(variable));
    }
  }

  private void paragraph(String text) {
    lines.add("");
    wrap("", "", text);
  }

  private void wrap(String first, String other, String text) {
    String indent = first;
    for (String line : WrappedText.lines(text, WIDTH - first.length())) {
      // what begins a line must not begin a list or a heading
      String safe =
          line.replaceFirst("^([-+#>=])", "\\\\$1").replaceFirst("^(\\d+)([.)])", "$1\\\\$2");
      lines.add(indent + safe);
      indent = other;
    }
  }

  private void row(String... cells) {
    lines.add(Stream.of(cells).collect(Collectors.joining(" | ", "| ", " |")));
  }

  private void rule(int columns) {
    lines.add("|" + "---|".repeat(columns));
  }

  private static String cell(String text) {
    return escaped(text).replace("|", "\\|");
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
