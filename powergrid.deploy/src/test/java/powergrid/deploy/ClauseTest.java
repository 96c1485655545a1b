package powergrid.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Header syntax as in OSGi Core 8, section 3.2.4. */
class ClauseTest {
  @Test
  void separatorsInQuotesSeparateNothing() {
    assertEquals(
        List.of(
            new Clause("a.b", Map.of("version", "[1.0,2)", "resolution:", "optional")),
            new Clause("c", Map.of())),
        Clause.parse("a.b; version=\"[1.0,2)\"; resolution:=optional , c"));
  }

  @Test
  void pathsShareTheirParameters() {
    assertEquals(
        List.of(new Clause("a", Map.of("v", "1")), new Clause("b", Map.of("v", "1"))),
        Clause.parse("a;b;v=1"));
  }

  @Test
  void noHeaderHasNoClauses() {
    assertEquals(List.of(), Clause.parse(null));
  }

  @Test
  void optionalIsADirective() {
    assertTrue(Clause.parse("a;resolution:=optional").get(0).optional());
  }
}
