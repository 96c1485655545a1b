package powergrid.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.Field;
import powergrid.api.plugin.FieldDescription;
import powergrid.api.plugin.NoFields;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Setting;
import powergrid.scenario.yaml.Origin;
import powergrid.scenario.yaml.YamlTree;

class RecordConfigurationBinderTest {
  private final YamlScenarioReader reader = new YamlScenarioReader();
  private final RecordConfigurationBinder binder = new RecordConfigurationBinder();

  enum Control {
    UNITY,
    VOLT_VAR
  }

  record Point(@Field(unit = "MW") double p, @Field(unit = "USD/MWh", min = 0) double price) {}

  record Storage(
      @Field(unit = "MW", min = 0, max = 100, example = "0.5", help = "the most it takes or gives")
          double pMaxMw,
      @Field(unit = "MWh", min = 0, value = "2.0") double energyMwh,
      @Field(value = "unity") Control control,
      @Field(value = "[]") List<Point> curve,
      @Field(optional = true) double limit,
      @Field(optional = true) String note,
      Optional<Duration> ramp) {
    Storage {
      if (energyMwh < pMaxMw) {
        throw new ConfigurationException(
            "energyMwh", "'" + energyMwh + "' MWh lasts less than an hour; give more");
      }
      if ("bad".equals(note)) {
        throw new IllegalArgumentException("a bad note");
      }
      if ("broken".equals(note)) {
        throw new IllegalStateException("a fault of the plug-in");
      }
    }
  }

  record Everything(
      int whole,
      long large,
      double number,
      boolean yes,
      String text,
      Control choice,
      Duration span,
      LocalDateTime time,
      List<Integer> taps,
      Point point,
      Optional<Point> other,
      @Field(unit = "s", min = 1, max = 60, value = "5s") Duration bounded,
      @Field(unit = "min", value = "15") int minutes) {}

  @Test
  void everyKindOfComponentIsBound() {
    Everything bound =
        bind(
            "{whole: -3, large: 9007199254740993, number: 1e3, yes: true, text: 007, choice:"
                + " volt-var, span: PT1H30M, time: \"2023-07-01T00:00\", taps: [6, 4, 6], point:"
                + " {p: 500 kW, price: 0.05 USD/kWh}, other: {p: 1, price: 0}, minutes: 2 h}",
            Everything.class);
    assertEquals(
        new Everything(
            -3,
            9007199254740993L,
            1000,
            true,
            "007",
            Control.VOLT_VAR,
            Duration.ofMinutes(90),
            LocalDateTime.of(2023, 7, 1, 0, 0),
            List.of(6, 4, 6),
            new Point(0.5, 50),
            Optional.of(new Point(1, 0)),
            Duration.ofSeconds(5),
            120),
        bound);
  }

  @Test
  void whatIsLeftOutHasItsDefaultOrNothing() {
    Storage storage = bind("{pMaxMw: 0.5}", Storage.class);
    assertEquals(2.0, storage.energyMwh());
    assertEquals(Control.UNITY, storage.control());
    assertEquals(List.of(), storage.curve());
    assertTrue(Double.isNaN(storage.limit()));
    assertSame(null, storage.note());
    assertEquals(Optional.empty(), storage.ramp());
    assertEquals(new NoFields(), bind("{}", NoFields.class));
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0.5",
    "500 kW, 0.5",
    "\"500kW\", 0.5",
    "0.0003 GW, 0.3",
    "1 MW, 1",
    "7e4 W, 0.07"
  })
  void powerIsConvertedExactly(String written, double expected) {
    assertEquals(expected, bind("{pMaxMw: " + written + "}", Storage.class).pMaxMw());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {pMaxMW: 1}                   | s:1:2: pMaxMW: unknown field 'pMaxMW'; did you mean 'pMaxMw'?
          {pMaxMw: 1, energy: 1}        | s:1:13: energy: unknown field 'energy'; did you mean 'energyMwh'?
          {pMaxMw: 1, colour: red}      | s:1:13: colour: unknown field 'colour'; the fields here are pMaxMw, energyMwh, control, curve, limit, note, ramp
          {}                            | s:1:1: missing field 'pMaxMw': the most it takes or gives; write a number in MW, e.g. 0.5 or 0.5 MW
          {pMaxMw: }                    | s:1:2: pMaxMw: no value is given; write a number in MW, e.g. 0.5 or 0.5 MW
          {pMaxMw: [1]}                 | s:1:10: pMaxMw: a list is given; write a number in MW, e.g. 0.5 or 0.5 MW
          {pMaxMw: {p: 1}}              | s:1:10: pMaxMw: fields are given; write a number in MW, e.g. 0.5 or 0.5 MW
          {pMaxMw: big}                 | s:1:10: pMaxMw: 'big' is not a number; write a number in MW, e.g. 0.5 or 0.5 MW
          {pMaxMw: "1"}                 | s:1:10: pMaxMw: '1' is a text, because of its quotes; write a number in MW, e.g. 0.5 or 0.5 MW
          {pMaxMw: 1 MWh}               | s:1:10: pMaxMw: '1 MWh' is in the wrong unit; write a number in MW, e.g. 0.5 or 0.5 MW
          {pMaxMw: 1 mW}                | s:1:10: pMaxMw: '1 mW' is in the wrong unit; write a number in MW, e.g. 0.5 or 0.5 MW
          {pMaxMw: 1 kVAr}              | s:1:10: pMaxMw: '1 kVAr' is in the wrong unit; write a number in MW, e.g. 0.5 or 0.5 MW
          {pMaxMw: 100.1}               | s:1:10: pMaxMw: '100.1' is out of range; it must be from 0 to 100 MW
          {pMaxMw: -5 kW}               | s:1:10: pMaxMw: '-5 kW' is out of range; it must be from 0 to 100 MW
          {pMaxMw: .inf}                | s:1:10: pMaxMw: '.inf' is not a finite number; write a number in MW, e.g. 0.5 or 0.5 MW
          {pMaxMw: NaN}                 | s:1:10: pMaxMw: 'NaN' is not a finite number; write a number in MW, e.g. 0.5 or 0.5 MW
          {pMaxMw: 1e999}               | s:1:10: pMaxMw: '1e999' is too large or too small a number
          {pMaxMw: 1e99999999999}       | s:1:10: pMaxMw: '1e99999999999' is too large or too small a number
          {pMaxMw: 1, control: voltvar} | s:1:22: control: 'voltvar' is not one of unity, volt-var; did you mean 'volt-var'?
          {pMaxMw: 1, ramp: -1h}        | s:1:19: ramp: '-1h' is negative; write a duration such as 200ms, 30s, 15min, 1h, 1d or PT15M
          {pMaxMw: 1, ramp: PT-1H}      | s:1:19: ramp: 'PT-1H' is negative; write a duration such as 200ms, 30s, 15min, 1h, 1d or PT15M
          {pMaxMw: 1, ramp: 9e300d}     | s:1:19: ramp: '9e300d' is too long; write a duration such as 200ms, 30s, 15min, 1h, 1d or PT15M
          {pMaxMw: 1, curve: [{p: 1}]}  | s:1:21: curve.0: missing field 'price': write a number in USD/MWh, e.g. 0.5 or 0.5 USD/MWh
          {pMaxMw: 1, curve: {p: 1}}    | s:1:20: curve: fields are given; write a list in [ ], each element fields {p, price}
          {pMaxMw: 3, energyMwh: 1}     | s:1:24: energyMwh: '1.0' MWh lasts less than an hour; give more
          {pMaxMw: 3}                   | s:1:1: energyMwh: '2.0' MWh lasts less than an hour; give more
          {pMaxMw: 1, note: bad}        | s:1:1: a bad note
          """)
  void aMistakeIsToldWithItsPlaceValueAndWhatWouldBeRight(String text, String message) {
    List<Mistake> mistakes = new ArrayList<>();
    assertEquals(Optional.empty(), binder.bind(mapping(text), Storage.class, mistakes));
    assertEquals(List.of(message), mistakes.stream().map(Mistake::toString).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          whole: 1.0                      | '1.0' is not a whole number; write a whole number
          whole: 2147483648               | '2147483648' is out of range; it must be from -2147483648 to 2147483647
          large: 9223372036854775808      | '9223372036854775808' is out of range; it must be from -9223372036854775808 to 9223372036854775807
          number: 5 MW                    | '5 MW' is a number with a unit; write a number
          number: 5 apples                | '5 apples' is not a number; write a number
          yes: yes                        | 'yes' is a text; write true or false
          yes: "true"                     | 'true' is a text, because of its quotes; write true or false
          time: 2023-02-30T00:00          | '2023-02-30T00:00' is not a time; write a date and time such as 2023-07-01T00:00
          bounded: 2min                   | '2min' is out of range; it must be from 1 to 60 s
          minutes: 1 s                    | '1 s' is not a whole number; write a whole number in min
          minutes: 1 MW                   | '1 MW' is in the wrong unit; write a whole number in min
          """)
  void everyKindOfComponentTellsItsMistakes(String field, String message) {
    List<Mistake> mistakes = new ArrayList<>();
    binder.bind(mapping("{" + field + "}"), Everything.class, mistakes);
    List<String> own =
        mistakes.stream()
            .map(Mistake::message)
            .filter(text -> !text.startsWith("missing field"))
            .toList();
    assertEquals(List.of(message), own);
  }

  @Test
  void allMistakesOfARecordAreToldAtOnce() {
    List<Mistake> mistakes = new ArrayList<>();
    binder.bind(mapping("{energyMwh: x, curve: [{p: a}, 3], foo: 1}"), Storage.class, mistakes);
    assertEquals(
        List.of("foo", "", "energyMwh", "curve.0.p", "curve.0", "curve.1"),
        mistakes.stream().map(mistake -> mistake.place().path()).toList());
  }

  @Test
  void aFaultOfThePluginIsNotAMistakeOfTheScenario() {
    assertThrows(
        IllegalStateException.class,
        () -> binder.bind(mapping("{pMaxMw: 1, note: broken}"), Storage.class, new ArrayList<>()));
  }

  @Test
  void completingFillsInTheDefaultsInTheRecordsOrder() {
    Setting.Mapping complete = binder.complete(mapping("{note: x, pMaxMw: 500 kW}"), Storage.class);
    assertEquals(
        "pMaxMw: 500 kW\nenergyMwh: 2.0\ncontrol: unity\ncurve: []\nnote: x\n",
        reader.write(complete));
    assertEquals(
        bind("{note: x, pMaxMw: 500 kW}", Storage.class).toString(),
        binder.bind(complete, Storage.class, new ArrayList<>()).orElseThrow().toString());
  }

  @Test
  void aDescriptionSaysWhatTheAnnotationsSay() {
    List<FieldDescription> fields = binder.describe(Storage.class);
    assertEquals(
        new FieldDescription(
            "pMaxMw",
            "number",
            "MW",
            0,
            100,
            "",
            "0.5",
            true,
            "the most it takes or gives",
            List.of()),
        fields.get(0));
    assertEquals(
        List.of(
            "number",
            "number",
            "one of unity, volt-var",
            "list of fields",
            "number",
            "text",
            "duration"),
        fields.stream().map(FieldDescription::type).toList());
    assertEquals(
        List.of(true, false, false, false, false, false, false),
        fields.stream().map(FieldDescription::required).toList());
    assertEquals(
        List.of("p", "price"),
        fields.get(3).fields().stream().map(FieldDescription::name).toList());
    assertEquals(
        List.of(
            "whole number",
            "whole number",
            "number",
            "yes/no",
            "text",
            "one of unity, volt-var",
            "duration",
            "time",
            "list of whole number",
            "fields",
            "fields",
            "duration",
            "whole number"),
        binder.describe(Everything.class).stream().map(FieldDescription::type).toList());
  }

  @Test
  void anExampleHasTheValuesThatAreShownWhereThereIsNoDefault() {
    Setting.Mapping example = binder.example(Storage.class);
    assertEquals("pMaxMw: 0.5\n", reader.write(example));
    assertEquals(
        bind("{pMaxMw: 0.5}", Storage.class).toString(),
        binder.bind(example, Storage.class, new ArrayList<>()).orElseThrow().toString());
  }

  record NotBindable(Map<String, Double> prices) {}

  record Endless(List<Endless> parts) {}

  record WrongDefault(@Field(min = 0, value = "-1") double x) {}

  record WrongExample(@Field(max = 1, example = "[2]") List<Double> shares) {}

  record NoNumber(@Field(optional = true) int x) {}

  @Test
  void anAuthorIsToldWhatIsWrongWithARecord() {
    String name = RecordConfigurationBinderTest.class.getName() + "$";
    assertRefused(
        NotBindable.class,
        name
            + "NotBindable.prices is a java.util.Map<java.lang.String, java.lang.Double>, which no"
            + " setting can become; use double, int, long, boolean, String, an enum, Path,"
            + " Duration,"
            + " LocalDateTime, a record, or a List or Optional of these");
    assertRefused(Endless.class, name + "Endless has itself as a part");
    assertRefused(
        WrongDefault.class,
        name
            + "WrongDefault.x: the default \"-1\" is wrong:"
            + " '-1' is out of range; it must be at least 0");
    assertRefused(
        WrongExample.class,
        name
            + "WrongExample.shares: the example \"[2]\" is wrong:"
            + " '2' is out of range; it must be at most 1");
    assertRefused(
        NoNumber.class,
        name + "NoNumber.x cannot be left out without a default; make it an Optional");
  }

  private void assertRefused(Class<? extends Record> type, String message) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> binder.describe(type));
    assertEquals(message, e.getMessage());
  }

  private <C extends Record> C bind(String text, Class<C> type) {
    List<Mistake> mistakes = new ArrayList<>();
    Optional<C> bound = binder.bind(mapping(text), type, mistakes);
    assertEquals(List.of(), mistakes);
    return bound.orElseThrow();
  }

  private static Setting.Mapping mapping(String text) {
    List<Mistake> mistakes = new ArrayList<>();
    return (Setting.Mapping) YamlTree.parse(text, Origin.file("s"), mistakes).orElseThrow();
  }
}
