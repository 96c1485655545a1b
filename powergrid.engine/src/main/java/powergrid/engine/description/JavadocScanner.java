package powergrid.engine.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import powergrid.api.plugin.Passage;
import powergrid.api.plugin.Passage.Form;
import powergrid.api.plugin.Passage.Span;
import powergrid.api.plugin.Passage.Style;

/** Goes through the text of a comment once and takes its marks away. */
final class JavadocScanner {
  private static final Map<String, String> ENTITIES =
      Map.ofEntries(
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("amp", "&"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("deg", "°"),
          Map.entry("times", "×"),
          Map.entry("middot", "·"),
          Map.entry("minus", "−"),
          Map.entry("ndash", "–"),
          Map.entry("le", "≤"),
          Map.entry("ge", "≥"));

  private final String text;
  private final List<Passage> passages = new ArrayList<>();
  private final List<Span> spans = new ArrayList<>();
  private final StringBuilder run = new StringBuilder();
  private Form form = Form.PARAGRAPH;
  private Style style = Style.PLAIN;
  private int at;

  JavadocScanner(String text) {
    this.text = text;
  }

  List<Passage> passages() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '<' && isTag()) {
        tag();
      } else if (c == '{' && text.startsWith("{@", at)) {
        inline();
      } else if (c == '&') {
        run.append(entity());
      } else {
        run.append(c);
        at++;
      }
    }
    endPassage(Form.PARAGRAPH);
    return passages;
  }

  private boolean isTag() {
    int next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    return (Character.isLetter(next) || next == '/') && text.indexOf('>', at) > 0;
  }

  private void tag() {
    int end = text.indexOf('>', at);
    String name = text.substring(at + 1, end).strip().split("\\s", 2)[0].toLowerCase(Locale.ROOT);
    at = end + 1;
    switch (name) {
      case "pre" -> endPassage(Form.LINES);
      case "li" -> endPassage(Form.ITEM);
      case "p", "/p", "/pre", "ul", "/ul", "ol", "/ol", "/li" -> endPassage(Form.PARAGRAPH);
      case "em", "i", "b", "strong" -> endSpan(Style.EMPHASIS);
      case "code" -> endSpan(Style.CODE);
      case "/em", "/i", "/b", "/strong", "/code" -> endSpan(Style.PLAIN);
      case "br" -> run.append(form == Form.LINES ? '\n' : ' ');
      default -> {
        if (name.matches("/?h[1-6]")) {
          endPassage(Form.PARAGRAPH);
          endSpan(name.startsWith("/") ? Style.PLAIN : Style.EMPHASIS);
        }
      }
    }
  }

  /** An inline tag: its braces are balanced. */
  private void inline() {
    int end = at;
    int depth = 0;
    do {
      char c = text.charAt(end++);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
    } while (depth > 0 && end < text.length());
    String[] parts = text.substring(at + 2, depth == 0 ? end - 1 : end).split("\\s", 2);
    at = end;
    String content = parts.length > 1 ? parts[1] : "";
    switch (parts[0]) {
      case "code" -> code(content);
      case "link" -> code(label(content));
      case "linkplain" -> run.append(label(content));
      default -> run.append(content);
    }
  }

  private void code(String content) {
    if (form == Form.LINES) {
      run.append(content);
      return;
    }
    Style around = style;
    endSpan(Style.CODE);
    run.append(content);
    endSpan(around);
  }

  /** What a link is called: its own words, or the simple name of what it leads to. */
  private static String label(String link) {
    String[] parts = link.strip().split("\\s+", 2);
    if (parts.length > 1) {
      return parts[1];
    }
    int member = parts[0].indexOf('#');
    String type = member < 0 ? parts[0] : parts[0].substring(0, member);
    String simple = type.substring(type.lastIndexOf('.') + 1);
    String name = member < 0 ? "" : parts[0].substring(member + 1).replaceAll("\\(.*", "");
    return simple.isEmpty() || name.isEmpty() ? simple + name : simple + "." + name;
  }

  private String entity() {
    int end = text.indexOf(';', at);
    String name = end < 0 ? "" : text.substring(at + 1, end);
    String value = ENTITIES.get(name);
    if (value == null && name.matches("#[0-9]{1,6}")) {
      value = Character.toString(Integer.parseInt(name.substring(1)));
    } else if (value == null && name.matches("#[xX][0-9a-fA-F]{1,5}")) {
      value = Character.toString(Integer.parseInt(name.substring(2), 16));
    }
    at = value == null ? at + 1 : end + 1;
    return value == null ? "&" : value;
  }

  private void endSpan(Style next) {
    String ended = run.toString();
    run.setLength(0);
    if (form != Form.LINES) {
      ended = ended.replaceAll("\\s+", " ");
      boolean afterSpace = spans.isEmpty() || spans.get(spans.size() - 1).text().endsWith(" ");
      ended = afterSpace ? ended.stripLeading() : ended;
    }
    if (!ended.isEmpty()) {
      spans.add(new Span(form == Form.LINES ? Style.PLAIN : style, ended));
    }
    style = next;
  }

  private void endPassage(Form next) {
    endSpan(Style.PLAIN);
    if (form == Form.LINES) {
      String lines = String.join("", spans.stream().map(Span::text).toList());
      spans.clear();
      lines = lines.replaceFirst("^(?:[ \\t]*\\n)+", "").stripTrailing().stripIndent();
      if (!lines.isEmpty()) {
        spans.add(new Span(Style.PLAIN, lines));
      }
    } else if (!spans.isEmpty()) {
      Span last = spans.remove(spans.size() - 1);
      if (!last.text().isBlank()) {
        spans.add(new Span(last.style(), last.text().stripTrailing()));
      }
    }
    if (!spans.isEmpty()) {
      passages.add(new Passage(form, spans));
      spans.clear();
    }
    form = next;
  }
}
