package powergrid.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import powergrid.experiment.files.Digits;

class CsvTest {
  @Test
  void quotesOnlyWhatNeedsIt() {
    String line =
        new Csv().add("plain text").add("a,b").add("say \"hi\"").add("x\ny").endLine().toString();
    assertEquals("plain text,\"a,b\",\"say \"\"hi\"\"\",\"x\ny\"\n", line);
  }

  @Test
  void writesTheShortestNumberThatReadsBack() {
    assertEquals("0.1", Digits.shortest(0.1));
    assertEquals("0.30000000000000004", Digits.shortest(0.1 + 0.2));
    assertEquals("42", Digits.shortest(42));
    assertEquals("1E23", Digits.shortest(Double.parseDouble("1E23")));
    assertEquals("2E23", Digits.shortest(Double.parseDouble("2E23")));
    assertEquals("0", Digits.shortest(-0.0));
    assertEquals("NaN", Digits.shortest(Double.NaN));
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
