package powergrid.engine.description;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import powergrid.api.plugin.Passage;
import powergrid.api.plugin.Passage.Span;

class SourceDocTest {
  private static List<String> read(String comment) {
    return SourceDoc.ofPackage(comment + "\npackage my.heater;\n").stream()
        .map(SourceDocTest::written)
        .toList();
  }

  /** Code in backticks, emphasis in underscores, behind the form. */
  private static String written(Passage passage) {
    return passage.form()
        + ": "
        + passage.spans().stream().map(SourceDocTest::written).collect(Collectors.joining());
  }

  private static String written(Span span) {
    return switch (span.style()) {
      case PLAIN -> span.text();
      case CODE -> "`" + span.text() + "`";
      case EMPHASIS -> "_" + span.text() + "_";
    };
  }

  @Test
  void paragraphsListsAndEquationsAreToldApart() {
    assertEquals(
        List.of(
            "PARAGRAPH: Heaters.",
            "PARAGRAPH: T follows P, as in",
            "LINES: C dT/dt = P − U (T − outdoor)\n  for T < 50",
            "PARAGRAPH: until it is",
            "ITEM: warm, or",
            "ITEM: dark.",
            "PARAGRAPH: Then it rests."),
        read(
            """
            /**
             * Heaters.
             *
             * <p>T follows P,
             * as in
             *
             * <pre>
             *   C dT/dt = P − U (T − outdoor)
             *     for T &lt; 50
             * </pre>
             *
             * until it is
             *
             * <ul>
             *   <li>warm, or
             *   <li>dark.
             * </ul>
             *
             * Then it rests.
             */"""));
  }

  @Test
  void anEquationMayStandOnTheLineOfItsTag() {
    assertEquals(
        List.of("LINES: C(P) = a P²   for P > 0"),
        read("/** <pre>C(P) = a P²   for P > 0</pre> */"));
  }

  @Test
  void codeMayHaveBracesAndLineBreaks() {
    assertEquals(
        List.of("PARAGRAPH: Power is `{a < b & c}`, or `min(x, y)`."),
        read("/**\n * Power is {@code {a < b & c}}, or {@code\n * min(x,\n * y)}.\n */"));
    assertEquals(
        List.of("LINES:   if (a) {\n    b\n  }\nelse"),
        read("/**\n * <pre>{@code\n *   if (a) {\n *     b\n *   }\n * else}</pre>\n */"));
  }

  @ParameterizedTest
  @CsvSource({
    "{@link powergrid.api.Thing}, `Thing`",
    "{@link Thing#put(int)}, `Thing.put`",
    "{@link #put}, `put`",
    "{@link Thing its words}, `its words`",
    "{@linkplain Thing its words}, its words",
    "{@literal a < b}, a < b",
    "<em>T</em> &le; 3 &#176;C, _T_ ≤ 3 °C",
    "a&b < c &unknown; d, a&b < c &unknown; d",
    "<b>x</b><sub>1</sub> <code>y</code>, _x_1 `y`",
    "<h2>Title</h2>, _Title_"
  })
  void marksBecomeStyles(String javadoc, String expected) {
    assertEquals(List.of("PARAGRAPH: " + expected), read("/** " + javadoc + " */"));
  }

  @Test
  void aLicenceBeforeAndTagsBehindAreLeftOut() {
    assertEquals(
        List.of("PARAGRAPH: Heaters."),
        read("/** Licence. */\n/* more */\n/**\n * Heaters.\n *\n * @since 1\n */\n@Export"));
  }

  @Test
  void aTypesCommentIsNeitherALicenceNorThatOfAMember() {
    String source =
        """
        /** Licence. */
        package my.sharing;

        import java.util.List;

        /**
         * Sharing.
         *
         * @param share of it
         */
        public record Sharing(double share) {
          /** A message. */
          public record Status(double mw) {}
        }
        """;
    assertEquals(
        List.of("PARAGRAPH: Sharing."),
        SourceDoc.ofType(source).stream().map(SourceDocTest::written).toList());
    assertEquals(
        List.of(), SourceDoc.ofType("/** Licence. */\npackage my.sharing;\nclass Bare {}"));
  }

  @Test
  void noCommentIsNoText() {
    assertEquals(List.of(), SourceDoc.ofPackage(""));
    assertEquals(List.of(), SourceDoc.ofPackage("package my.heater;"));
    assertEquals(List.of(), SourceDoc.ofPackage("/** cut off"));
  }
}
