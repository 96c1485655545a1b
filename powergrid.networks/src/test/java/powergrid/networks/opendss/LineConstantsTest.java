package powergrid.networks.opendss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static powergrid.networks.opendss.Reference.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import powergrid.api.network.Line;

class LineConstantsTest {
  private static final double OMEGA = 2 * Math.PI * 60;

  @TempDir Path folder;

  /** A mile of a line whose phases and neutral hang on IEEE pole spacing 500. */
  private Line line(String phaseWire, double xa, double xb, double xc, String more)
      throws IOException {
    String script =
        """
        new circuit.c
        new wiredata.phase Runits=mi GMRunits=ft Radunits=in %s
        new wiredata.neutral Runits=mi Rac=0.592 GMRunits=ft GMRac=0.00814 Radunits=in Diam=0.563
        new linegeometry.pole nconds=4 nphases=3 reduce=yes
        ~ cond=1 wire=phase units=ft x=%s h=28
        ~ cond=2 wire=phase units=ft x=%s h=28
        ~ cond=3 wire=phase units=ft x=%s h=28
        ~ cond=4 wire=neutral units=ft x=0 h=24
        new line.l bus1=sourcebus bus2=b geometry=pole length=1 units=mi %s
        """
            .formatted(phaseWire, xa, xb, xc, more);
    Path file = Files.writeString(folder.resolve("line.dss"), script);
    return (Line) read(file).branches().get(0);
  }

  private static void assertMatrix(
      powergrid.api.network.SymmetricMatrix actual, double factor, double tolerance, double... e) {
    double[] a = {actual.aa(), actual.ab(), actual.ac(), actual.bb(), actual.bc(), actual.cc()};
    for (int i = 0; i < 6; i++) {
      assertEquals(e[i], a[i] * factor, tolerance, "entry " + i);
    }
  }

  /**
   * Configuration 601 of the IEEE 13-node feeder: 556,500 26/7 ACSR, neutral 4/0 6/1 ACSR, phasing
   * B A C N; W. H. Kersting, Radial Distribution Test Feeders, 2001, Ω a mile. Kersting rounds the
   * earth's resistance, 0.09530 Ω a mile, where Carson's is 0.09528.
   */
  @Test
  void carsonAndKronGiveKerstingsConfiguration601() throws IOException {
    Line line = line("Rac=0.1859 GMRac=0.0313 Diam=0.927", -1.5, -4, 3, "earthmodel=carson");
    assertMatrix(line.rOhm(), 1, 1e-4, 0.3465, 0.1560, 0.1580, 0.3375, 0.1535, 0.3414);
    assertMatrix(line.xOhm(), 1, 1e-4, 1.0179, 0.5017, 0.4236, 1.0478, 0.3849, 1.0348);
  }

  /** The engine's matrices of the 4-bus cases' line, as opendssdirect.py 0.9.4 shows them. */
  @Test
  void carsonIsThatOfTheEngine() throws IOException {
    Line line = line("Rac=0.306 GMRac=0.0244 Diam=0.721", -4, -1.5, 3, "earthmodel=carson");
    assertMatrix(
        line.rOhm(),
        1,
        1e-7,
        0.4575421602405773,
        0.15594098346160576,
        0.1534758323601355,
        0.4666183984965224,
        0.15799712133988722,
        0.4614633390193751);
    assertMatrix(
        line.xOhm(),
        1,
        1e-7,
        1.0780280885263391,
        0.5016596478283191,
        0.3849180572251395,
        1.0481579153968656,
        0.42363356391216905,
        1.0650519243916834);
    assertMatrix(
        line.bSiemens(),
        1e9 / OMEGA,
        1e-7,
        15.067497615668316,
        -4.862539897568678,
        -1.8532801758286863,
        15.8754025663167,
        -3.091066745266191,
        14.325800431753983);
  }

  /** The same, by the engine's default. */
  @Test
  void deriIsThatOfTheEngine() throws IOException {
    Line line = line("Rac=0.306 GMRac=0.0244 Diam=0.721", -4, -1.5, 3, "");
    assertMatrix(
        line.rOhm(),
        1,
        1e-7,
        0.4517466887348553,
        0.15509165532268532,
        0.15264533887917017,
        0.460748089900815,
        0.1571297959099992,
        0.4556365948809092);
    assertMatrix(
        line.xOhm(),
        1,
        1e-7,
        1.0804605602002832,
        0.5039048037635367,
        0.38726819411957214,
        1.050215010379126,
        0.42579605245872654,
        1.0673195663464712);
  }
}
