package powergrid.networks.opendss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static powergrid.networks.opendss.Reference.read;
import static powergrid.networks.opendss.Reference.resource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import powergrid.api.plugin.ConfigurationException;

/** What a script gets wrong is said with its file, line and what would be right. */
class OpenDssMistakesTest {
  private static final String BEGIN = "new circuit.c basekv=4.16\n";
  private static final String LINE = BEGIN + "new line.l bus1=sourcebus bus2=b\n";

  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private String mistake(String text) throws IOException {
    Path file = write("s.dss", text);
    ConfigurationException e = assertThrows(ConfigurationException.class, () -> read(file));
    assertEquals("path", e.path());
    assertTrue(e.getMessage().length() < 400, e.getMessage());
    return e.getMessage();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "new load.x bus1=b kv=4.16 rneut=5 ~ 3: property 'rneut' of load.x is not supported: remove",
        "new load.x bus1=b speed=5 ~ 3: 'speed' is no property of load",
        "new load.x bus1=b kv=4.16 kw= ~ 3: property 'kw' of load.x has no value after '='",
        "new load.x bus1=b kw=NaN ~ 3: property 'kw' of load.x is 'NaN': give a number",
        "new load.x bus1=b kw=inf ~ 3: property 'kw' of load.x is 'inf': give a number",
        "new load.x bus1=b kw=1e999 ~ 3: property 'kw' of load.x is '1e999': give a number",
        "new load.x bus1=b kw=(1 +) ~ 3: property 'kw' of load.x is '1 +': give a number or in-line",
        "new load.x bus1=b kw=(1 0 /) ~ 3: property 'kw' of load.x is '1 0 /': give a number",
        "new load.x bus1=b kv=-4 ~ 3: property 'kv' of load.x is '-4': give a number above 0",
        "new load.x bus1=b kv=4.16 kw=5 pf=1.5 ~ give a power factor from -1 to 1",
        "new load.x bus1=b kv=4.16 model=8 ~ 3: property 'model' of load.x is '8': models 1",
        "new load.x bus1=b.x kv=4.16 ~ 3: property 'bus1' of load.x is 'b.x': 'x' is no node",
        "new load.x bus1=b.1.2.3.4 kv=4.16 ~ 3: load.x has a conductor at node 4 of bus b",
        "new load.x bus1=nowhere kv=4.16 ~ 3: load.x is at bus nowhere, to which no line or",
        "new load.x kv=4.16 ~ 3: load.x needs bus1",
        "new load.x bus1=b kv=4.16 vminpu=2 ~ 3: load.x has vminpu 2.0, not below vmaxpu 1.05",
        "new line.m bus1=b bus2=d linecode=none ~ 3: property 'linecode' of line.m is 'none': there",
        "new line.m bus1=b bus2=d units=parsec ~ is 'parsec': give one of none, mi, kft, km, m,",
        "new line.m bus1=b bus2=d length=0 ~ 3: property 'length' of line.m is '0': give a number",
        "new line.m bus1=b bus2=b ~ 3: line.m connects bus b to itself",
        "new line.m bus1=b ~ 3: line.m needs bus1 and bus2",
        "new line.m bus1=e bus2=f ~ 3: line.m is at bus e, which nothing connects to a source",
        "new line.m bus1=b.1.2.3 bus2=d.2.3.1 ~ transpositions are not supported",
        "new line.m bus1=b bus2=d r1=0 x1=0 r0=0 x0=0 ~ use switch=yes for next to none",
        "new line.l bus1=b bus2=d ~ 3: line.l is already defined at s.dss:2: give another name",
        "new line.m phases=2 rmatrix=[1 | 2 3 | 4] ~ give a symmetric matrix of order 2",
        "new line.m rmatrix=[1 2 3 | 4 5 6 | 7 8 9] ~ entries 2,1 and its mirror differ",
        "new transformer.t windings=3 ~ 3: property 'windings' of transformer.t is '3': transform",
        "new transformer.t ~ 3: transformer.t needs the buses of its two windings",
        "new transformer.t buses=[b d] conns=[wye zigzag] ~ is 'zigzag': give one of wye, y, ln",
        "new regcontrol.r transformer=none ~ 3: property 'transformer' of regcontrol.r is 'none'",
        "new linegeometry.g nconds=4 cond=9 ~ 3: property 'cond' of linegeometry.g is '9': give a",
        "new pvsystem.p bus1=b ~ 3: class pvsystem is not supported",
        "new thing.p bus1=b ~ 3: 'thing' is no class of OpenDSS",
        "new load ~ 3: 'load' is no element: write class.name",
        "new circuit.d ~ 3: circuit c is there already: put Clear before another one",
        "edit load.x kw=5 ~ 3: there is no load.x; define it before",
        "load.x.kw=5 ~ 3: there is no load.x; define it before",
        "kw=5 ~ 3: 'kw=' is no command: write class.name.property=value",
        "=5 ~ 3: '=' without a name before it",
        "set mode=daily ~ 3: option 'mode' is 'daily': a script is read as a snapshot",
        "solve mode=dutycycle number=300 ~ 3: option 'mode' is 'dutycycle': a script is read as",
        "set loadmodel=admittance ~ 3: option 'loadmodel' is 'admittance': only powerflow",
        "set speed=9 ~ 3: 'speed' is no option of OpenDSS",
        "reconductor line.l ~ 3: command 'reconductor' is not supported: remove it",
        "frobnicate ~ 3: 'frobnicate' is no command of OpenDSS",
        "redirect none.dss ~ 3: there is no file 'none.dss'",
        "redirect s.dss ~ 3: s.dss redirects to itself",
        "redirect . ~ 3: there is no file '.'",
        "buscoords none.csv ~ 3: there is no file 'none.csv'",
        "open load.x ~ 3: there is no load.x",
        "open line.l 3 ~ 3: the terminal is '3': give a whole number from 1 to 2",
        "batchedit load.(a+)+ kw=5 ~ 3: '(a+)+' is no pattern that is read",
        "set defaultbasefrequency=50 ~ put it before what is defined, which is at 60.0 Hz",
        "new line.m bus1=b bus2=d basefreq=50 ~ the circuit's frequency is 60.0 Hz",
        "new load.x bus1=[b kv=4 ~ 3: '[' is not closed: add ']'",
        "/* remark ~ 3: the remark that starts with /* does not end: add */",
      })
  void isSaidByFileAndLine(String line, String message) throws IOException {
    String said = mistake(LINE + line + "\n");
    assertTrue(said.startsWith("s.dss:") && said.contains(message), said);
  }

  @Test
  void isSaidOfWhatIsContinued() throws IOException {
    assertTrue(mistake("~ kw=5").startsWith("s.dss:1: '~' goes on with nothing"));
    assertTrue(mistake(LINE + "~ r1=1\n~\n\n~ x7=2").startsWith("s.dss:6: 'x7' is no property"));
  }

  @Test
  void isSaidOfAScriptWithoutCircuit() throws IOException {
    assertEquals("s.dss: no circuit is defined; use new circuit.<name>", mistake("! nothing\n"));
    assertTrue(mistake("new load.x bus1=b").startsWith("s.dss:1: there is no circuit yet"));
  }

  @Test
  void isSaidOfAFileThatIsNotThere() {
    Path none = folder.resolve("none.dss");
    ConfigurationException e = assertThrows(ConfigurationException.class, () -> read(none));
    assertEquals("there is no file " + none + "; give an OpenDSS script (.dss)", e.getMessage());
    assertThrows(ConfigurationException.class, () -> read(folder));
  }

  @Test
  void redirectsInACircleAreSaid() throws IOException {
    write("a.dss", "redirect b.dss\n");
    write("b.dss", "! this one\nredirect A.DSS\n");
    assertEquals(
        "b.dss:2: a.dss redirects to itself: remove one of the redirects",
        mistake(BEGIN + "redirect a.dss\n"));
  }

  @Test
  void redirectsThatMultiplyAreBounded() throws IOException {
    for (int i = 0; i < 25; i++) {
      write("f" + i + ".dss", ("redirect f" + (i + 1) + ".dss\n").repeat(2) + "!\n".repeat(2000));
    }
    write("f25.dss", "!\n");
    assertTimeout(
        Duration.ofSeconds(30),
        () -> assertTrue(mistake("redirect f0.dss\n").contains("redirects")));
  }

  @Test
  void aMillionLinesOfGarbageAreRefusedAtTheFirst() throws IOException {
    String garbage = "\u0000\u0001 %$ ]{ \"= ,,~\n".repeat(1_000_000);
    assertTimeout(
        Duration.ofSeconds(10), () -> assertTrue(mistake(garbage).startsWith("s.dss:1: ")));
  }

  @Test
  void manyEditsAreRead() throws IOException {
    Path file = write("s.dss", LINE + "line.l.length=2\n".repeat(200_000));
    assertTimeout(Duration.ofSeconds(30), () -> assertEquals(2, read(file).branches().size()));
  }

  static List<String> classes() {
    return Vocabulary.of("classes").read();
  }

  /** Each is told from the others: none is an error of ours. */
  @ParameterizedTest
  @MethodSource("classes")
  void everyPropertyThatIsReadRefusesNonsense(String type) throws IOException {
    for (String property : Vocabulary.of(type).read()) {
      Path file = write("s.dss", LINE + "new " + type + ".x " + property + "='?.?'\n");
      ConfigurationException e =
          assertThrows(ConfigurationException.class, () -> read(file), property);
      assertTrue(e.getMessage().startsWith("s.dss:3: "), e.getMessage());
    }
  }

  @Test
  void namesThatAreMadeKeepOutOfTheWayOfTheScripts() throws IOException {
    Path file =
        write(
            "s.dss",
            LINE + "new line.m b d\nopen line.m 2\nnew line.n b d_m\nnew line.o b source_emf\n");
    assertEquals(
        List.of("sourcebus", "b", "d_m_", "d", "d_m", "source_emf", "source_emf_"),
        read(file).buses().stream().map(bus -> bus.id()).toList());
  }

  @Test
  void namesThatMeetThoseMadeOfOthersAreRefused() throws IOException {
    assertEquals(
        "circuit c: two branches are named line.m.switch: rename one of them",
        mistake(
            LINE
                + "new line.m b d\nopen line.m 2\nnew line.m.switch d e switch=y r1=0 x1=0"
                + " r0=0 x0=0\n"));
  }

  @Test
  void hugeRatiosEndAtABase() throws IOException {
    StringBuilder chain = new StringBuilder(LINE);
    for (int i = 0; i < 12; i++) {
      chain.append("new transformer.t" + i + " buses=[b" + i + " b" + (i + 1) + "]");
      chain.append(" kvs=[1e-29 1e29]\n");
    }
    chain.append("new transformer.t buses=[b b0]\n");
    Path file = write("s.dss", chain.toString());
    assertTimeout(Duration.ofSeconds(10), () -> assertEquals(16, read(file).buses().size()));
  }

  static List<String> scripts() {
    return List.of(
        "4Bus-YY-Bal/4Bus-YY-Bal.DSS",
        "4Bus-DY-Bal/4Bus-DY-Bal.DSS",
        "4Bus-YD-Bal/4Bus-YD-Bal.DSS",
        "4Bus-GrdYD-Bal/4Bus-GrdYD-Bal.DSS",
        "4Bus-OYOD-UnBal/4bus-OYOD-UnBal.dss",
        "13Bus/IEEE13Nodeckt.dss",
        "34Bus/ieee34Mod1.dss",
        "34Bus/ieee34Mod2.dss",
        "123Bus/IEEE123Master.dss",
        "extended.dss");
  }

  /** Cut anywhere, a script is a smaller network or a mistake that names a place. */
  @ParameterizedTest
  @MethodSource("scripts")
  void aScriptCutAnywhereIsReadOrRefusedByPlace(String name) throws IOException {
    Path script = resource(name);
    String text = Files.readString(script);
    try (Stream<Path> beside = Files.list(script.getParent())) {
      for (Path file : beside.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    Files.writeString(
        folder.resolve("IEEELineCodes.DSS"), Files.readString(resource("IEEELineCodes.DSS")));
    for (int i = 0; i < 100; i++) {
      Path cut = write("cut.dss", text.substring(0, (int) (text.length() * (i + 0.5) / 100)));
      try {
        assertTrue(read(cut).buses().size() > 0);
      } catch (ConfigurationException e) {
        assertTrue(
            e.getMessage().matches("(?s)[A-Za-z0-9.]+:\\d+: .{10,400}")
                || e.getMessage().startsWith("cut.dss: no circuit is defined"),
            e.getMessage());
      }
    }
  }

  /** All scripts that came with the reference, whether or not this project carries them. */
  @Test
  void everyScriptOfTheReferenceIsReadOrRefusedByPlace() throws IOException {
    Path reference = Path.of("../../shared/reference/opendss");
    assumeTrue(Files.isDirectory(reference), "the reference folder is not there");
    int read = 0;
    try (Stream<Path> files = Files.walk(reference)) {
      for (Path script : files.filter(f -> f.toString().matches("(?i).*[.]dss")).toList()) {
        try {
          read(script);
          read++;
        } catch (ConfigurationException e) {
          assertTrue(
              e.getMessage().matches("(?s)[A-Za-z0-9_.-]+(:\\d+)?: .{10,400}"), e.getMessage());
        }
      }
    }
    assertTrue(read >= 13, read + " scripts");
  }

  /** What runs through time, and what refers to files that are not there, is refused. */
  @ParameterizedTest
  @ValueSource(strings = {"Run_YearlySim.dss:14: there is no file", "RevRegTest.dss:34: option"})
  void scriptsThatAreNoSnapshotsAreRefused(String message) {
    Path script = resource("123Bus/" + message.substring(0, message.indexOf(':')));
    ConfigurationException e = assertThrows(ConfigurationException.class, () -> read(script));
    assertTrue(e.getMessage().startsWith(message), e.getMessage());
  }
}
