package powergrid.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import powergrid.api.network.Bus;
import powergrid.api.network.Connection;
import powergrid.api.network.Load;
import powergrid.api.network.LoadModel;
import powergrid.api.network.Network;
import powergrid.api.network.NetworkFactory;
import powergrid.api.network.PhaseValues;
import powergrid.api.network.Phases;
import powergrid.api.network.Regulator;
import powergrid.api.network.Source;
import powergrid.api.plugin.FieldDescription;
import powergrid.api.plugin.PluginKind;
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
          .add(NetworkFactory.class, new Feeder(), 0)
          .add(PowerFlow.class, new Fixed(Optional.empty(), Status.CONVERGED), 0)
          .add(PowerFlow.class, new Fixed(Optional.of("no ring, please"), null), 5);

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
        }
      };
    }
  }

  /** Binds taps, and takes no other field. */
  private static final class Binder implements ConfigurationBinder {
    @Override
    public <C extends Record> Optional<C> bind(
        Setting.Mapping settings, Class<C> type, List<Mistake> mistakes) {
      List<String> taps = TAPS;
      for (Map.Entry<String, Setting> field : settings.fields().entrySet()) {
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
    public List<FieldDescription> describe(Class<? extends Record> type) {
      throw new UnsupportedOperationException();
    }
  }

  private static SolveCommand command(FakeContext registry) {
    var catalog =
        new Workbenches.Catalog(
            List.of(
                Workbenches.plugin(PluginKind.NETWORK, "feeder", "a feeder", ""),
                Workbenches.plugin(PluginKind.NETWORK, "broken", "a feeder", "its jar is cut off")),
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
            "feeder: solved in 4 iterations",
            "",
            "bus  a [pu]   [deg]  b [pu]   [deg]  c [pu]   [deg]",
            "650  1.1000    0.00  1.1000    0.00  1.1000    0.00",
            "RG   1.2000    0.00  1.2000    0.00  1.2000    0.00",
            "671  0.9000*   0.00                  1.0000   90.00",
            "",
            "          [MW]  [MVAr]",
            "source  0.2100  0.0500",
            "loads   0.2000  0.0000",
            "losses  0.0100  0.0500",
            "taps of reg: a 6 b -4 c 0",
            "",
            "1 of 2 voltages are outside 0.95 to 1.05 pu, marked *."),
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
    assertTrue(said.out().contains("loads   0.1000"), said.out());
    assertTrue(said.out().contains("taps of reg: a 1 b 2 c 3"), said.out());
    assertEquals(List.of("(plugin.type=feeder)"), registry.filters());
  }

  @ParameterizedTest
  @EnumSource
  void aNetworkWithoutSolutionFailsWithTheReasonOnTheLastLine(Doors door) {
    FakeContext diverging =
        new FakeContext()
            .add(NetworkFactory.class, new Feeder(), 0)
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
                .add(NetworkFactory.class, new Feeder(), 0)
                .add(PowerFlow.class, new Fixed(Optional.of("ring at 671"), null), 0));
    Said said = call(door, "solve", "feeder");
    assertEquals(2, said.status());
    assertTrue(said.err().contains("ring at 671"), said.err());
  }

  @ParameterizedTest
  @EnumSource
  void wrongInputIsNamed(Doors door) {
    assertEquals(
        "powergrid solve: no network 'feder'; did you mean 'feeder'? There are feeder, broken."
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
}
