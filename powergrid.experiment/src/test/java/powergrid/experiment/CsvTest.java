package powergrid.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class CsvTest {
  @Test
  void quotesOnlyWhatNeedsIt() {
    String line =
        new Csv().add("plain text").add("a,b").add("say \"hi\"").add("x\ny").endLine().toString();
    assertEquals("plain text,\"a,b\",\"say \"\"hi\"\"\",\"x\ny\"\n", line);
  }

  @Test
  void writesTheShortestNumberThatReadsBack() {
    assertEquals("0.1", Csv.number(0.1));
    assertEquals("0.30000000000000004", Csv.number(0.1 + 0.2));
    assertEquals("42", Csv.number(42));
    assertEquals("1E23", Csv.number(Double.parseDouble("1E23")));
    assertEquals("2E23", Csv.number(Double.parseDouble("2E23")));
    assertEquals("0", Csv.number(-0.0));
    assertEquals("NaN", Csv.number(Double.NaN));
  }

  @Test
  void writesADotInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertEquals("1234567.5\n", new Csv().add(1234567.5).endLine().toString());
    } finally {
      Locale.setDefault(before);
    }
  }
}
