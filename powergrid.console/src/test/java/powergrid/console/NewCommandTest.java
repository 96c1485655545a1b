package powergrid.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import powergrid.api.plugin.PluginKind;
import powergrid.console.Doors.Said;

class NewCommandTest {
  @TempDir Path temp;

  private Path home;
  private NewCommand command;

  @BeforeEach
  void distribution() throws IOException {
    home = temp.resolve("home & away");
    Files.createDirectories(home.resolve("repository/org/powergrid/powergrid.api/0.1.0-SNAPSHOT"));
    command = command(home.toString());
  }

  private static NewCommand command(String home) {
    return new NewCommand(
        new Workbenches.Catalog(
            List.of(
                Workbenches.plugin(PluginKind.DEVICE, "storage", "battery", ""),
                Workbenches.plugin(PluginKind.VERTICAL_PROTOCOL, "setpoint", "set points", ""),
                Workbenches.plugin(PluginKind.HORIZONTAL_PROTOCOL, "consensus", "average", "")),
            Map.of()),
        home);
  }

  private Said call(Doors door, String... arguments) {
    return door.call(List.of(command), temp, List.of(arguments));
  }

  @ParameterizedTest
  @EnumSource
  void writesAProjectAndSaysWhatToDoNext(Doors door) throws IOException {
    Said said = call(door, "new", "device", "my.heatPump");
    assertEquals(0, said.status(), said.err());
    assertTrue(said.out().contains("mvn package"), said.out());
    Path project = temp.resolve("my.heatPump");
    assertEquals(
        List.of(
            ".gitignore",
            "README.md",
            "pom.xml",
            "src/main/java/my/heatPump/HeatPumpDevice.java",
            "src/main/java/my/heatPump/HeatPumpFactory.java",
            "src/main/java/my/heatPump/HeatPumpSettings.java",
            "src/main/java/my/heatPump/package-info.java",
            "src/test/java/my/heatPump/HeatPumpDeviceTest.java"),
        filesOf(project));
    String pom = Files.readString(project.resolve("pom.xml"));
    assertTrue(pom.contains("<powergrid.version>0.1.0-SNAPSHOT<"), pom);
    assertTrue(pom.contains("<url>file:///"), pom);
    assertTrue(pom.contains("/home%20&amp;%20away/repository/</url>"), pom);
    assertTrue(
        Files.readString(project.resolve("src/main/java/my/heatPump/HeatPumpFactory.java"))
            .contains("@PluginType(\"heat-pump\")"));
  }

  private static List<String> filesOf(Path project) throws IOException {
    try (Stream<Path> files = Files.walk(project)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> project.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @EnumSource
  void writesAProtocolOfPeersInOneFile(Doors door) throws IOException {
    Said said = call(door, "new", "protocol", "my.fairShare");
    assertEquals(0, said.status(), said.err());
    expectOneFile("HorizontalProtocolFactory");
  }

  @ParameterizedTest
  @EnumSource
  void writesAProtocolOfAParentInOneFile(Doors door) throws IOException {
    Said said = call(door, "new", "protocol", "my.fairShare", "--vertical");
    assertEquals(0, said.status(), said.err());
    expectOneFile("VerticalProtocolFactory");
  }

  private void expectOneFile(String factory) throws IOException {
    Path project = temp.resolve("my.fairShare");
    assertEquals(
        List.of(
            ".gitignore",
            "README.md",
            "pom.xml",
            "src/main/java/my/fairShare/FairShareProtocol.java",
            "src/test/java/my/fairShare/FairShareProtocolTest.java"),
        filesOf(project));
    String source =
        Files.readString(project.resolve("src/main/java/my/fairShare/FairShareProtocol.java"));
    assertTrue(source.contains("@Component(service = " + factory + ".class)"), source);
    assertTrue(source.contains("@PluginType(\"fair-share\")"), source);
    String pom = Files.readString(project.resolve("pom.xml"));
    assertTrue(pom.contains("filter:=FairShareProtocol.java"), "the model is in the file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "new device my.heater",
        "new protocol my.sharing",
        "new protocol my.sharing --vertical"
      })
  void whatIsWrittenCompilesWithoutWarnings(String line) throws IOException {
    String[] arguments = line.split(" ");
    assertEquals(0, call(Doors.COMMAND_LINE, arguments).status());
    Path classes = Files.createDirectory(temp.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (Stream<Path> files = Files.walk(temp.resolve(arguments[2]));
        StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      List<String> options =
          List.of(
              "--release",
              "17",
              "-Xlint:all,-processing,-classfile",
              "-Werror",
              "-proc:none",
              "-cp",
              System.getProperty("java.class.path"),
              "-d",
              classes.toString());
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  manager,
                  null,
                  options,
                  null,
                  manager.getJavaFileObjectsFromPaths(sources))
              .call();
      assertTrue(compiled, messages::toString);
    }
  }

  @Test
  void noPlaceholderIsLeft() throws IOException {
    PluginName name = PluginName.of("my.heater");
    ApiRepository repository = ApiRepository.in(home.toString());
    for (ProjectKind kind : ProjectKind.ALL) {
      new PluginProject(kind, name, repository)
          .files()
          .forEach(
              (path, text) ->
                  assertFalse(
                      text.matches("(?s).*@(package|class|type|model|version|repository)@.*"),
                      path));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1st",
        "my..heater",
        ".my",
        "my.",
        "my.new",
        "my heater",
        "../up",
        "java.x",
        "my/heater",
        "my.héater",
        "my.device",
        "my-heater"
      })
  void aNameThatIsNoPackageIsRefusedAndNothingWritten(String name) throws IOException {
    Said said = Doors.COMMAND_LINE.call(List.of(command), temp, List.of("new", "device", name));
    assertEquals(2, said.status(), name);
    assertEquals(1, said.err().lines().count(), said.err());
    try (Stream<Path> files = Files.list(temp)) {
      assertEquals(List.of(home), files.toList());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "heater, Heater, heater",
    "my.heatPump, HeatPump, heat-pump",
    "my.heat_pump, HeatPump, heat-pump",
    "org.x.ev2, Ev2, ev2"
  })
  void classAndTypeFollowFromTheLastPart(String name, String className, String type) {
    assertEquals(new PluginName(name, className, type), PluginName.of(name));
  }

  @ParameterizedTest
  @EnumSource
  void aTypeThatIsTakenIsRefused(Doors door) {
    Said said = call(door, "new", "device", "my.storage");
    assertEquals(2, said.status());
    assertTrue(said.err().contains("installed already, by powergrid.storage"), said.err());
    assertEquals(2, call(door, "new", "protocol", "my.consensus").status());
    assertEquals(2, call(door, "new", "protocol", "my.setpoint", "--vertical").status());
    assertEquals(0, call(door, "new", "protocol", "my.setpoint").status(), "of another kind");
  }

  @ParameterizedTest
  @EnumSource
  void aNameThatWouldHideWhatIsImplementedIsRefused(Doors door) throws IOException {
    assertEquals(2, call(door, "new", "protocol", "my.horizontal").status());
    Said said = call(door, "new", "protocol", "my.vertical", "--vertical");
    assertEquals(2, said.status());
    assertTrue(said.err().contains("call it after what it is, e.g. my.sharing"), said.err());
    assertEquals(0, call(door, "new", "protocol", "my.vertical").status(), "hides nothing");
  }

  @ParameterizedTest
  @EnumSource
  void anExistingDirectoryIsLeftAlone(Doors door) throws IOException {
    Files.createDirectory(temp.resolve("my.heater"));
    Said said = call(door, "new", "device", "my.heater");
    assertEquals(2, said.status());
    assertTrue(said.err().contains("exists already"), said.err());
    try (Stream<Path> files = Files.list(temp.resolve("my.heater"))) {
      assertEquals(0, files.count());
    }
  }

  @ParameterizedTest
  @EnumSource
  void onlyDevicesAndProtocolsCanBeWritten(Doors door) {
    Said said = call(door, "new", "policy", "my.policy");
    assertEquals(2, said.status());
    assertTrue(said.err().contains("there is no project for 'policy'"), said.err());
    assertEquals(2, call(door, "new", "device").status());
    assertEquals(2, call(door, "new", "device", "my.heater", "--vertical").status());
  }

  @ParameterizedTest
  @EnumSource
  void aDistributionWithoutTheApiIsAFailure(Doors door) {
    command = command(temp.resolve("nowhere").toString());
    Said said = call(door, "new", "device", "my.heater");
    assertEquals(1, said.status());
    assertFalse(Files.exists(temp.resolve("my.heater")));
    command = command(null);
    assertEquals(1, call(door, "new", "device", "my.heater").status());
  }
}
