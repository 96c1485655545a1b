package powergrid.experiment.report;

import java.util.List;
import powergrid.api.experiment.Comparison;
import powergrid.experiment.files.CompactJson;
import tools.jackson.core.JsonGenerator;

/** What the page's script draws, as JSON. */
final class ReportJson {
  private final ReportData data;

  ReportJson(ReportData data) {
    this.data = data;
  }

  String text() {
    return CompactJson.object(
        json -> {
          list(
              json,
              "variants",
              data.variants(),
              variant -> {
                json.writeStringProperty("name", variant.name());
                json.writeBooleanProperty("baseline", variant.baseline());
              });
          list(
              json,
              "metrics",
              data.metrics(),
              metric -> {
                json.writeStringProperty("name", metric.name());
                json.writeStringProperty("unit", metric.unit());
              });
          list(
              json,
              "summaries",
              data.summaries(),
              summary -> {
                json.writeStringProperty("variant", summary.variant());
                json.writeStringProperty("metric", summary.metric());
                json.writeNumberProperty("n", summary.n());
                exact(json, "mid", summary.iqm());
                exact(json, "low", summary.low());
                exact(json, "high", summary.high());
              });
          list(json, "values", data.values(), value -> value(json, value));
          list(json, "differences", data.differences(), difference -> of(json, difference));
          list(json, "curves", data.curves(), curves -> of(json, curves));
          json.writeArrayPropertyStart("days");
          data.days().forEach(day -> json.writeRawValue(DayJson.of(day)));
          json.writeEndArray();
        });
  }

  private static void value(JsonGenerator json, ReportData.SeedValue value) {
    json.writeStringProperty("variant", value.variant());
    json.writeStringProperty("metric", value.metric());
    // as a text: a script's numbers do not hold every seed
    json.writeStringProperty("seed", Long.toString(value.seed()));
    exact(json, "value", value.value());
  }

  private static void of(JsonGenerator json, ReportData.Difference difference) {
    Comparison figures = difference.figures();
    json.writeStringProperty("variant", figures.variant());
    json.writeStringProperty("reference", figures.reference());
    json.writeStringProperty("metric", figures.metric());
    exact(json, "mid", figures.difference().iqm());
    exact(json, "low", figures.difference().low());
    exact(json, "high", figures.difference().high());
    exact(json, "p", figures.significance().adjusted());
    exact(json, "improvement", figures.improvement().probability());
    json.writeStringProperty("verdict", Verdicts.of(figures));
    list(json, "seeds", difference.seeds(), value -> value(json, value));
  }

  private static void of(JsonGenerator json, ReportData.Curves curves) {
    json.writeStringProperty("measure", curves.measure());
    numbers(json, "steps", curves.steps());
    list(
        json,
        "curves",
        curves.curves(),
        curve -> {
          json.writeStringProperty("variant", curve.variant());
          numbers(json, "mid", curve.mid());
          numbers(json, "low", curve.low());
          numbers(json, "high", curve.high());
          list(
              json,
              "seeds",
              curve.seeds(),
              seed -> {
                json.writeStringProperty("seed", Long.toString(seed.seed()));
                numbers(json, "values", seed.values());
              });
        });
  }

  private interface Content<T> {
    void write(T item);
  }

  private static <T> void list(JsonGenerator json, String name, List<T> items, Content<T> content) {
    json.writeArrayPropertyStart(name);
    for (T item : items) {
      json.writeStartObject();
      content.write(item);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void numbers(JsonGenerator json, String name, List<Double> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(value -> CompactJson.number(json, value));
    json.writeEndArray();
  }

  private static void exact(JsonGenerator json, String name, double value) {
    if (Double.isFinite(value)) {
      json.writeNumberProperty(name, value);
    } else {
      json.writeNullProperty(name);
    }
  }
}
