package powergrid.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import powergrid.api.drawing.NetworkDrawing;
import powergrid.api.network.Bus;
import powergrid.api.network.Connection;
import powergrid.api.network.Line;
import powergrid.api.network.Load;
import powergrid.api.network.LoadModel;
import powergrid.api.network.Network;
import powergrid.api.network.NetworkFactory;
import powergrid.api.network.PhaseValues;
import powergrid.api.network.Phases;
import powergrid.api.network.Regulator;
import powergrid.api.network.Source;
import powergrid.api.network.SymmetricMatrix;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.FieldDescription;
import powergrid.api.plugin.PluginKind;
import powergrid.api.powerflow.ControlLoops;
import powergrid.api.powerflow.ControlledSolver;
import powergrid.api.powerflow.Injections;
import powergrid.api.powerflow.PowerFlow;
import powergrid.api.powerflow.Solution;
import powergrid.api.powerflow.Solver;
import powergrid.api.powerflow.Status;
import powergrid.api.scenario.ConfigurationBinder;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Setting;
import powergrid.console.Doors.Said;

/** The fake solver answers with voltages that the test gives. */
class SolveCommandTest {
  private static final List<String> TAPS = List.of("6", "-4", "0");

  @TempDir Path temp;

  private final FakeContext registry =
      new FakeContext()
          .add(NetworkFactory.class, new Feeder(), 0, "feeder")
          .add(ControlLoops.class, new FakeLoops(), 0)
          .add(NetworkDrawing.class, new Sketch(), 0)
          .add(PowerFlow.class, new Fixed(Optional.empty(), Status.CONVERGED), 0, "fixed")
          .add(PowerFlow.class, new Fixed(Optional.of("no ring, please"), null), 5, "picky");

  private SolveCommand command = command(registry);

  /** The taps of the feeder's regulator. */
  record Taps(List<String> taps) {}

  private static final class Feeder implements NetworkFactory<Taps> {
    @Override
    public Class<Taps> configType() {
      return Taps.class;
    }

    @Override
    public Network create(Taps configuration) {
      double[] taps = configuration.taps().stream().mapToDouble(Double::parseDouble).toArray();
      PhaseValues none = PhaseValues.ZERO;
      return Network.builder("feeder")
          .add(new Bus("650", Phases.ABC, 4.16))
          .add(new Bus("RG", Phases.ABC, 4.16))
          .add(new Bus("671", Phases.AC, 4.16))
          .add(new Source("grid", "650", 1, 0))
          .add(
              new Regulator(
                  "reg",
                  "650",
                  "RG",
                  Phases.ABC,
                  0.00625,
                  16,
                  new PhaseValues(taps[0], taps[1], taps[2])))
          .add(
              new Line(
                  "line",
                  "RG",
                  "671",
                  Phases.AC,
                  1,
                  SymmetricMatrix.ZERO,
                  SymmetricMatrix.ZERO,
                  SymmetricMatrix.ZERO,
                  2))
          .add(
              new Load(
                  "671",
                  "671",
                  Connection.WYE,
                  LoadModel.POWER,
                  new PhaseValues(0.1, 0, 0.1),
                  none))
          .build();
    }
  }

  /** Puts 1.1 pu at the source, 1.2 at the regulator, 0.9 and 1 at bus 671. */
  private record Fixed(Optional<String> refusal, Status status) implements PowerFlow {
    @Override
    public Optional<String> refuses(Network network) {
      return refusal;
    }

    @Override
    public Solver prepare(Network network) {
      Injections injections = new Injections(network);
      Solution solution = new Solution(network);
      return new Solver() {
        @Override
        public Injections injections() {
          return injections;
        }

        @Override
        public Solution solution() {
          return solution;
        }

        @Override
        public void flatStart() {
          throw new UnsupportedOperationException();
        }

        @Override
        public Status solve() {
          for (int phase = 0; phase < 3; phase++) {
            solution.re()[phase] = 1.1;
            solution.re()[3 + phase] = 1.2;
          }
          solution.re()[6] = 0.9;
          solution.im()[8] = 1;
          double load = 0.2 * injections.loadScale()[0];
          solution.totals(load + 0.01, 0.05, load, 0, 0.01, 0.05);
          solution.effort(4, 0);
          return status;
        }

        @Override
        public void flows() {
          solution.currentRe()[0] = 10;
          solution.toCurrentRe()[0] = -10;
          solution.currentRe()[3] = 3;
          solution.currentIm()[5] = 4;
        }
      };
    }
  }

  /** Leaves everything to the solver, and says that it does not settle where taps move. */
  private static final class FakeLoops implements ControlLoops {
    @Override
    public ControlledSolver around(Network network, Solver solver) {
      return (ControlledSolver)
          Proxy.newProxyInstance(
              FakeLoops.class.getClassLoader(),
              new Class<?>[] {ControlledSolver.class},
              new InvocationHandler() {
                private boolean moving;

                @Override
                public Object invoke(Object proxy, Method method, Object[] arguments) {
                  switch (method.getName()) {
                    case "moving" -> moving = (boolean) arguments[0];
                    case "injections" -> {
                      return solver.injections();
                    }
                    case "solution" -> {
                      return solver.solution();
                    }
                    case "flows" -> solver.flows();
                    case "solve" -> {
                      Status status = solver.solve();
                      return moving && status == Status.CONVERGED ? Status.UNSETTLED : status;
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                  }
                  return null;
                }
              });
    }
  }

  /** Draws a network as its name. */
  private static final class Sketch implements NetworkDrawing {
    @Override
    public String svg(Network network, Injections injections, Solution solution) {
      return "<svg>" + network.name() + "</svg>";
    }

    @Override
    public byte[] png(String svg, int width) {
      return (width + " pixels of " + svg).getBytes(StandardCharsets.UTF_8);
    }
  }

  /** Reads any file as the feeder. */
  private static final class FileFeeder implements NetworkFactory<Taps> {
    @Override
    public Class<Taps> configType() {
      return Taps.class;
    }

    @Override
    public Network create(Taps configuration) {
      if (configuration.taps().get(0).endsWith("bad.dss")) {
        throw new ConfigurationException("path", "bad.dss:3: no linecode 'x'");
      }
      return new Feeder().create(new Taps(TAPS));
    }

    @Override
    public List<String> fileEndings() {
      return List.of(".dss");
    }
  }

  /** Binds taps, and takes no other field but a path. */
  private static final class Binder implements ConfigurationBinder {
    @Override
    public <C extends Record> Optional<C> bind(
        Setting.Mapping settings, Class<C> type, List<Mistake> mistakes) {
      List<String> taps = TAPS;
      for (Map.Entry<String, Setting> field : settings.fields().entrySet()) {
        if (field.getKey().equals("path")) {
          taps = List.of(((Setting.Scalar) field.getValue()).text());
          continue;
        }
        if (!field.getKey().equals("taps")) {
          mistakes.add(new Mistake(field.getValue().place(), "unknown field; use taps"));
          return Optional.empty();
        }
        taps =
            ((Setting.Sequence) field.getValue())
                .items().stream().map(item -> ((Setting.Scalar) item).text()).toList();
      }
      return Optional.of(type.cast(new Taps(taps)));
    }

    @Override
    public Setting.Mapping complete(Setting.Mapping settings, Class<? extends Record> type) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Setting.Mapping example(Class<? extends Record> type) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<FieldDescription> describe(Class<? extends Record> type) {
      throw new UnsupportedOperationException();
    }
  }

  private static SolveCommand command(FakeContext registry) {
    var catalog =
        new Workbenches.Catalog(
            List.of(
                Workbenches.plugin(PluginKind.NETWORK, "feeder", "a feeder", ""),
                Workbenches.plugin(PluginKind.NETWORK, "broken", "a feeder", "its jar is cut off"),
                Workbenches.plugin(PluginKind.NETWORK, "opendss", "a file", ""),
                Workbenches.plugin(PluginKind.POWER_FLOW, "fixed", "a method", ""),
                Workbenches.plugin(PluginKind.POWER_FLOW, "picky", "a method", "")),
            Map.of());
    return new SolveCommand(registry.context(), catalog, new Binder());
  }

  private Said call(Doors door, String... arguments) {
    return door.call(List.of(command), temp, List.of(arguments));
  }

  @AfterEach
  void noServiceIsKept() {
    assertEquals(List.of(), registry.held());
  }

  @ParameterizedTest
  @EnumSource
  void printsVoltagesTotalsTapsAndViolations(Doors door) {
    Said said = call(door, "solve", "feeder");
    assertEquals(0, said.status());
    assertEquals(
        List.of(
            "feeder: solved by fixed in 4 iterations",
            "",
            "bus  a [pu]   [deg]  b [pu]   [deg]  c [pu]   [deg]",
            "650  1.1000    0.00  1.1000    0.00  1.1000    0.00",
            "RG   1.2000    0.00  1.2000    0.00  1.2000    0.00",
            "671  0.9000*   0.00                  1.0000   90.00",
            "",
            "branch             a [A]  b [A]  c [A]    [MW]   [MVAr]  losses [kW]  loading [%]",
            "reg     regulator   10.0    0.0    0.0  0.0264   0.0000       -2.402",
            "line    line         3.0           4.0  0.0086  -0.0115        8.646       200.0*",
            "",
            "           [MW]  [MVAr]",
            "sources  0.2100  0.0500",
            "loads    0.2000  0.0000",
            "losses   0.0100  0.0500",
            "taps of reg: a 6 b -4 c 0",
            "",
            "1 of 2 voltages are outside 0.95 to 1.05 pu, marked *.",
            "1 of 1 rated branches carry more than their rating, marked *."),
        said.out().lines().toList());
  }

  @ParameterizedTest
  @EnumSource
  void csvIsExactlyNodePhaseMagnitudeAngle(Doors door) {
    Said said = call(door, "solve", "feeder", "--format", "csv");
    assertEquals(
        """
        node,phase,vm_pu,va_deg
        650,a,1.1,0
        650,b,1.1,0
        650,c,1.1,0
        RG,a,1.2,0
        RG,b,1.2,0
        RG,c,1.2,0
        671,a,0.9,0
        671,c,1,90
        """,
        said.out());
  }

  @ParameterizedTest
  @EnumSource
  void jsonHasTheSameAndTheTotals(Doors door) {
    String json = call(door, "solve", "feeder", "--format", "json").out();
    assertTrue(
        json.contains(
            "{\"node\":\"671\",\"phase\":\"a\",\"vm_pu\":0.9,\"va_deg\":0.0,\"violation\":true}"),
        json);
    assertTrue(json.contains("\"taps\":{\"reg\":{\"a\":6,\"b\":-4,\"c\":0}}"), json);
    assertTrue(json.contains("\"losses\":{\"mw\":0.01,\"mvar\":0.05}"), json);
  }

  @ParameterizedTest
  @EnumSource
  void scalesLoadsAndConfiguresTheNetwork(Doors door) {
    Said said = call(door, "solve", "feeder", "--load-scale", "0.5", "--set", "taps=[1, 2, 3]");
    assertTrue(said.out().contains("loads    0.1000"), said.out());
    assertTrue(said.out().contains("taps of reg: a 1 b 2 c 3"), said.out());
    assertEquals(List.of("(plugin.type=feeder)"), registry.filters());
  }

  @ParameterizedTest
  @EnumSource
  void aNetworkWithoutSolutionFailsWithTheReasonOnTheLastLine(Doors door) {
    FakeContext diverging =
        new FakeContext()
            .add(NetworkFactory.class, new Feeder(), 0, "feeder")
            .add(ControlLoops.class, new FakeLoops(), 0)
            .add(PowerFlow.class, new Fixed(Optional.empty(), Status.DIVERGED), 0);
    command = command(diverging);
    Said said = call(door, "solve", "feeder", "--load-scale", "9");
    assertEquals(
        new Said(
            1,
            "",
            "powergrid solve: feeder does not converge: no solution after 4 iterations at 9 times"
                + " the nominal loads"
                + Doors.EOL),
        said);
    assertEquals(List.of(), diverging.held());
  }

  @ParameterizedTest
  @EnumSource
  void aNetworkThatEverySolverRefusesIsWrongInput(Doors door) {
    command =
        command(
            new FakeContext()
                .add(NetworkFactory.class, new Feeder(), 0, "feeder")
                .add(ControlLoops.class, new FakeLoops(), 0)
                .add(PowerFlow.class, new Fixed(Optional.of("ring at 671"), null), 0, "picky"));
    Said said = call(door, "solve", "feeder");
    assertEquals(2, said.status());
    assertEquals(
        "powergrid solve: no power flow that is installed can solve feeder: picky: ring at 671"
            + Doors.EOL,
        said.err());
  }

  @ParameterizedTest
  @EnumSource
  void wrongInputIsNamed(Doors door) {
    assertEquals(
        "powergrid solve: no network 'feder'; did you mean 'feeder'? There are feeder, broken, opendss."
            + Doors.EOL,
        call(door, "solve", "feder").err());
    assertEquals(
        "powergrid solve: network 'broken' cannot be used: its jar is cut off" + Doors.EOL,
        call(door, "solve", "broken").err());
    assertEquals(
        "tap: unknown field; use taps" + Doors.EOL,
        call(door, "solve", "feeder", "--set", "tap=1").err());
    for (String scale : List.of("-1", "NaN", "Infinity", "much")) {
      assertEquals(2, call(door, "solve", "feeder", "--load-scale", scale).status(), scale);
    }
    assertEquals(2, call(door, "solve", "feeder", "--format", "xml").status());
    assertEquals(2, call(door, "solve", "feeder", "--set", "taps=[1, [2]]").status());
  }

  @ParameterizedTest
  @EnumSource
  void controlsThatFindNoRestAreSaidAfterWhatWasFound(Doors door) {
    Said said = call(door, "solve", "feeder", "--taps", "controlled");
    assertEquals(1, said.status());
    assertTrue(said.out().startsWith("feeder: solved by fixed"), said.out());
    assertEquals(
        "powergrid solve: feeder: taps or capacitors found no rest; what is printed is where they"
            + " were left"
            + Doors.EOL,
        said.err());
    assertEquals(0, call(door, "solve", "feeder", "--taps", "fixed").status());
    assertEquals(
        "powergrid solve: --taps free: use fixed or controlled" + Doors.EOL,
        call(door, "solve", "feeder", "--taps", "free").err());
  }

  @ParameterizedTest
  @EnumSource
  void solvesByTheMethodNamed(Doors door) {
    assertEquals(
        "powergrid solve: feeder cannot be solved by picky: no ring, please" + Doors.EOL,
        call(door, "solve", "feeder", "--method", "picky").err());
    assertEquals(0, call(door, "solve", "feeder", "--method", "fixed").status());
    assertEquals(
        "powergrid solve: no power-flow 'fix'; did you mean 'fixed'? There are fixed, picky."
            + Doors.EOL,
        call(door, "solve", "feeder", "--method", "fix").err());
  }

  @ParameterizedTest
  @EnumSource
  void drawsIntoAFile(Doors door) throws IOException {
    call(door, "solve", "feeder", "--plot", "a.svg");
    assertEquals("<svg>feeder</svg>", Files.readString(temp.resolve("a.svg")));
    call(door, "solve", "feeder", "--plot", "a.PNG");
    assertEquals("1600 pixels of <svg>feeder</svg>", Files.readString(temp.resolve("a.PNG")));
    try (Stream<Path> files = Files.list(temp)) {
      assertEquals(2, files.count());
    }
    Said wrong = call(door, "solve", "feeder", "--plot", "a.pdf");
    assertEquals(2, wrong.status());
    assertEquals("", wrong.out());
    assertEquals(2, call(door, "solve", "feeder", "--plot", "none/a.svg").status());
  }

  @ParameterizedTest
  @EnumSource
  void solvesFilesByTheirEndings(Doors door) throws IOException {
    FakeContext withFiles =
        new FakeContext()
            .add(NetworkFactory.class, new FileFeeder(), 0, "opendss")
            .add(ControlLoops.class, new FakeLoops(), 0)
            .add(PowerFlow.class, new Fixed(Optional.empty(), Status.CONVERGED), 0, "fixed");
    command = command(withFiles);
    Files.writeString(temp.resolve("Good.DSS"), "");
    Files.writeString(temp.resolve("bad.dss"), "");
    Files.writeString(temp.resolve("feeder.xml"), "");
    assertEquals(0, call(door, "solve", "Good.DSS").status());
    assertEquals(0, call(door, "solve", temp.resolve("Good.DSS").toString()).status());
    assertEquals(
        "powergrid solve: bad.dss:3: no linecode 'x'" + Doors.EOL,
        call(door, "solve", "bad.dss").err());
    assertEquals(
        "powergrid solve: feeder.xml: no network type reads such a file; files that can be read"
            + " end in .dss"
            + Doors.EOL,
        call(door, "solve", "feeder.xml").err());
    assertEquals(
        "powergrid solve: gone.dss: there is no such file" + Doors.EOL,
        call(door, "solve", "gone.dss").err());
    assertEquals(
        "powergrid solve: ./ is a directory; name a file in it" + Doors.EOL,
        call(door, "solve", "./").err());
    assertEquals(List.of(), withFiles.held());
  }
}
