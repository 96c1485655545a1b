package powergrid.scenario;

import static org.junit.jupiter.params.provider.Arguments.arguments;
import static powergrid.scenario.Scenarios.assertMistakes;
import static powergrid.scenario.Scenarios.with;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a user reads, word by word. */
class ScenarioMistakesTest {
  private static final String PLUGIN = "write a plug-in's type or {type: …} with its fields";
  private static final String CLOCK = "clock: {start: 2023-07-01T00:00, step: 15min, steps: 96}\n";

  private static final String DURATION =
      "write a duration such as 200ms, 30s, 15min, 1h, 1d or PT15M";

  private static final String FORECAST = "write fields such as {horizon: 6h, step: 1h, error: 0.1}";

  private static Arguments forecast(String written, String message) {
    String data = "data: {load: {dataset: x, forecast: " + written + "}}";
    return arguments(3, "network: ieee13\n" + data, message);
  }

  static Stream<Arguments> lines() {
    return Stream.of(
        // names
        arguments(
            1,
            "name: runs/../x",
            "s.yaml:1:7: name: 'runs/../x' is no name; write letters, digits, '-', '_' and '.',"
                + " at most 100 and the first a letter or digit, e.g. one-microgrid"),
        arguments(
            1,
            "name:",
            "s.yaml:1:1: name: no value is given; write letters, digits, '-', '_' and '.',"
                + " at most 100 and the first a letter or digit, e.g. one-microgrid"),
        arguments(
            1,
            "title: small",
            "s.yaml:1:1: title: unknown field 'title'; the fields here are name, clock, network,"
                + " system, deciders, microgrids, protocol, channel, powerFlow, events, data, actions, reward,"
                + " valueOfLostLoad, policy, learn, experiment\n"
                + "s.yaml:1:1: missing field 'name':"
                + " write a name for the scenario, e.g. one-microgrid"),
        arguments(
            4,
            "microgird:",
            "s.yaml:4:1: microgird: unknown field 'microgird'; did you mean 'microgrids'?"),
        // learn, reward, data.split
        arguments(
            2,
            CLOCK + "learn: {steps: 1000}",
            "s.yaml:3:8: learn: missing field 'type': write a learner's type, e.g. mappo"),
        arguments(
            2,
            CLOCK + "learn: {type: ippo, steps: 0}",
            "s.yaml:3:28: learn.steps: '0' is out of range; it must be at least 1"),
        arguments(
            2,
            CLOCK + "learn: {type: ippo, credit: mine}",
            "s.yaml:3:29: learn.credit: 'mine' is not one of own, shared, difference"),
        arguments(
            2,
            CLOCK + "learn: {type: ippo, validate: {episodes: 5}}",
            "s.yaml:3:31: learn.validate: missing field 'every': write after how many steps, e.g."
                + " 20000"),
        arguments(
            2,
            CLOCK + "reward: [cost-safety, {weight: 2}]",
            "s.yaml:3:23: reward.1: missing field 'type': write a plug-in's type, e.g. storage"),
        arguments(
            2,
            CLOCK + "data: {split: {train: 0, test: 1}}",
            "s.yaml:3:23: data.split.train: 0 leaves no week; write a share above 0"),
        // clock
        arguments(
            2,
            "clock: 15min",
            "s.yaml:2:8: clock: '15min' is given; write fields such as"
                + " {start: \"2023-07-01T00:00\", step: 15min, steps: 96}"),
        arguments(
            2,
            "clock: {start: 2023-07-01T00:00, step: 15min}",
            "s.yaml:2:8: clock: missing field 'steps': write how many steps an episode has, e.g."
                + " 96"),
        arguments(
            2,
            "clock: {start: 2023-07-32T00:00, step: 15min, steps: 96}",
            "s.yaml:2:16: clock.start: '2023-07-32T00:00' is not a time;"
                + " write a date and time such as 2023-07-01T00:00"),
        arguments(
            2,
            "clock: {start: 2023-07-01T00:00, step: -15min, steps: 96}",
            "s.yaml:2:40: clock.step: '-15min' is negative; " + DURATION),
        arguments(
            2,
            "clock: {start: 2023-07-01T00:00, step: 15, steps: 96}",
            "s.yaml:2:40: clock.step: '15' is a number without a unit; " + DURATION),
        arguments(
            2,
            "clock: {start: 2023-07-01T00:00, step: 15 parsec, steps: 96}",
            "s.yaml:2:40: clock.step: '15 parsec' is not a duration; " + DURATION),
        arguments(
            2,
            "clock: {start: 2023-07-01T00:00, step: 0min, steps: 96}",
            "s.yaml:2:40: clock.step: '0min' is out of range; it must be from 0.001 to 86400 s"),
        arguments(
            2,
            "clock: {start: 2023-07-01T00:00, step: 15min, steps: 0}",
            "s.yaml:2:54: clock.steps: '0' is out of range; it must be at least 1"),
        arguments(
            2,
            "clock: {start: 2023-07-01T00:00, step: 15min, steps: 9.5}",
            "s.yaml:2:54: clock.steps: '9.5' is not a whole number; write a whole number"),
        arguments(
            2,
            "clock: {start: 2023-07-01T00:00, step: 15min, steps: 99999999999}",
            "s.yaml:2:54: clock.steps: '99999999999' is out of range;"
                + " it must be from -2147483648 to 2147483647"),
        arguments(
            2,
            "clock: {start: 2023-07-01T00:00, step: 15min, steps: \"96\"}",
            "s.yaml:2:54: clock.steps: '96' is a text, because of its quotes; write a whole"
                + " number"),
        // network
        arguments(
            3,
            "network: {taps: [1]}",
            "s.yaml:3:10: network: missing field 'type': write a plug-in's type, e.g. storage"),
        arguments(
            3,
            "network: {typ: ieee13}",
            "s.yaml:3:11: network.typ: unknown field 'typ'; did you mean 'type'?"),
        arguments(3, "network: [ieee13]", "s.yaml:3:10: network: a list is given; " + PLUGIN),
        arguments(
            3,
            "reward: cost",
            "s.yaml:1:1: missing field 'network': write the network's type, e.g. ieee13"),
        // microgrids and devices
        arguments(
            5,
            "  - id: MG.1",
            "s.yaml:5:9: microgrids.0.id: 'MG.1' is no id;"
                + " write letters, digits, '-' and '_', without dots, e.g. gen-1"),
        arguments(
            5,
            "  - protocol: none",
            "s.yaml:5:5: microgrids.0: missing field 'id': write a name for the microgrid, e.g."
                + " MG1"),
        arguments(
            5,
            "  - id: MG1\n    protocl: none",
            "s.yaml:6:5: microgrids.MG1.protocl: unknown field 'protocl'; did you mean"
                + " 'protocol'?"),
        arguments(
            7,
            "      - {id: ess1, type: generator, bus: \"675\"}",
            "s.yaml:8:14: microgrids.MG1.devices.ess1.id: the id 'ess1' is taken on line 7; use"
                + " another"),
        arguments(
            7,
            "      - {id: gen1, bus: \"675\"}",
            "s.yaml:7:9: microgrids.MG1.devices.gen1: missing field 'type':"
                + " write the device's plug-in, e.g. storage"),
        arguments(
            7,
            "      - {id: gen1, type: generator, buss: \"675\"}",
            "s.yaml:7:37: microgrids.MG1.devices.gen1.buss: unknown field 'buss'; did you mean"
                + " 'bus'?"),
        arguments(
            7,
            "      - {id: gen1, type: generator}",
            "s.yaml:7:9: microgrids.MG1.devices.gen1: missing field 'bus':"
                + " write where the device is connected, e.g. \"671\""),
        arguments(
            7,
            "      - {id: gen1, type: generator, bus: \"675\", phases: abd}",
            "s.yaml:7:57: microgrids.MG1.devices.gen1.phases: 'abd' is no set of phases:"
                + " use letters a, b and c, each once, e.g. abc or bc"),
        arguments(
            7,
            "      - {id: gen1, type: generator, bus: \"675\", connection: star}",
            "s.yaml:7:61: microgrids.MG1.devices.gen1.connection: 'star' is not one of wye, delta"),
        arguments(
            7,
            "      - gen1",
            "s.yaml:7:9: microgrids.MG1.devices.0: 'gen1' is given;"
                + " write fields such as {id: gen1, type: generator, bus: \"675\", …}"),
        arguments(
            6,
            "    devices: []\n    x:",
            "s.yaml:6:14: microgrids.MG1.devices: the list is empty; write at least one element\n"
                + "s.yaml:7:5: microgrids.MG1.x: unknown field 'x'; the fields here are"
                + " id, count, first, network, attach, protocol, channel, policy, devices"),
        // attach, events
        arguments(
            5,
            "  - id: MG1\n    attach: {bus: \"848\"}",
            "s.yaml:6:13: microgrids.MG1.attach: attaches a network of its own, but has none; write"
                + " network: beside it"),
        arguments(
            3,
            "network: ieee13\nevents: [{at: 10h, open: a, close: b}]",
            "s.yaml:4:36: events.0.close: opens and closes at once; write open: or close: and a"
                + " branch, e.g. open: MG1.tie"),
        arguments(
            3,
            "network: ieee13\nevents: [{at: 10, open: a}]",
            "s.yaml:4:15: events.0.at: '10' is a number without a unit; write a duration such as"
                + " 200ms, 30s, 15min, 1h, 1d or PT15M"),
        arguments(
            3,
            "network: {type: ieee13, loadScale: -1}",
            "s.yaml:3:36: network.loadScale: '-1' is out of range; it must be from 0 to 1000000"),
        arguments(
            3,
            "network: {type: ieee13, controls: free}",
            "s.yaml:3:35: network.controls: 'free' is not one of fixed, controlled"),
        // data
        arguments(
            3,
            "network: ieee13\ndata: [load]",
            "s.yaml:4:7: data: a list is given; write series such as {load: {dataset: synthetic}}"),
        arguments(
            3,
            "network: ieee13\ndata: {load: {colum: x}}",
            "s.yaml:4:14: data.load: missing field 'dataset':"
                + " write where the series comes from, e.g. synthetic\n"
                + "s.yaml:4:15: data.load.colum: unknown field 'colum'; did you mean 'column'?"),
        arguments(
            3,
            "network: ieee13\ndata: {load: {dataset: x, known: afterr}}",
            "s.yaml:4:34: data.load.known: 'afterr' is not one of ahead, now, after;"
                + " did you mean 'after'?"),
        arguments(
            3,
            "network: ieee13\ndata: {load: {dataset: x, scale: .nan}}",
            "s.yaml:4:34: data.load.scale: '.nan' is not a finite number; write a number"),
        arguments(
            3,
            "network: ieee13\ndata: {load: {dataset: x, scale: 2 MW}}",
            "s.yaml:4:34: data.load.scale: '2 MW' is a number with a unit; write a number"),
        forecast("6h", "s.yaml:4:37: data.load.forecast: '6h' is given; " + FORECAST),
        forecast(
            "{step: 1h}",
            "s.yaml:4:37: data.load.forecast: missing field 'horizon': write how far the forecast"
                + " reaches, e.g. 6h"),
        forecast(
            "{horizon: 0h}",
            "s.yaml:4:47: data.load.forecast.horizon: '0h' is out of range; it must be from"
                + " 0.001 to 2678400 s"),
        forecast(
            "{horizon: 50min}",
            "s.yaml:4:47: data.load.forecast.horizon: '50min' is no multiple of the clock's step of"
                + " 15min; write e.g. 1h"),
        forecast(
            "{horizon: 6h, step: 20min}",
            "s.yaml:4:57: data.load.forecast.step: '20min' is no multiple of the clock's step of"
                + " 15min; write e.g. 30min"),
        forecast(
            "{horizon: 6h, step: 4h}",
            "s.yaml:4:57: data.load.forecast.step: '4h' does not divide the horizon of '6h'; write"
                + " a duration that does, e.g. the clock's step"),
        forecast(
            "{horizon: 6h, step: 12h}",
            "s.yaml:4:57: data.load.forecast.step: '12h' does not divide the horizon of '6h'; write"
                + " a duration that does, e.g. the clock's step"),
        forecast(
            "{horizon: 6h, error: -0.1}",
            "s.yaml:4:58: data.load.forecast.error: '-0.1' is out of range; it must be at least 0"),
        forecast(
            "{horizon: 6h, eror: 0.1}",
            "s.yaml:4:51: data.load.forecast.eror: unknown field 'eror'; did you mean 'error'?"),
        // the rest of the root
        arguments(
            3,
            "network: ieee13\nactions: normalized",
            "s.yaml:4:10: actions: 'normalized' is not one of physical, normalised; did you mean"
                + " 'normalised'?"),
        arguments(
            3,
            "network: ieee13\nvalueOfLostLoad: -1",
            "s.yaml:4:18: valueOfLostLoad: '-1' is out of range; it must be at least 0 USD/MWh"),
        arguments(
            3,
            "network: ieee13\nvalueOfLostLoad: 10 MW",
            "s.yaml:4:18: valueOfLostLoad: '10 MW' is in the wrong unit;"
                + " write a number in USD/MWh, e.g. 0.5 or 0.5 USD/MWh"),
        // experiment
        arguments(
            10,
            "  seeds: []",
            "s.yaml:10:10: experiment.seeds: the list is empty; write at least one element"),
        arguments(
            10,
            "  seeds: 5",
            "s.yaml:10:10: experiment.seeds: '5' is given;"
                + " write a list in [ ], each element a whole number"),
        arguments(
            10,
            "  seeds: [1, 2.5, x]",
            "s.yaml:10:14: experiment.seeds.1: '2.5' is not a whole number; write a whole number\n"
                + "s.yaml:10:19: experiment.seeds.2: 'x' is not a number; write a whole number"),
        arguments(
            10,
            "  seeds: [1, 2, 1]",
            "s.yaml:10:17: experiment.seeds.2: seed 1 is given twice; its runs would be the same"),
        arguments(
            10,
            "  evaluate: {episodes: 0}",
            "s.yaml:10:24: experiment.evaluate.episodes: '0' is out of range; it must be at least"
                + " 1"),
        arguments(
            10,
            "  metrics: []",
            "s.yaml:10:12: experiment.metrics: the list is empty; write at least one element"),
        arguments(
            10,
            "  reference: [setpoint]",
            "s.yaml:10:14: experiment.reference: a list is given;"
                + " write a variant of the table, e.g. setpoint"),
        arguments(
            10,
            "  threshold: soon",
            "s.yaml:10:14: experiment.threshold: 'soon' is given; write a number in the unit of the"
                + " first metric, or half-way (from rule to the clairvoyant schedule)"),
        arguments(
            10,
            "  threshold: 10 USD",
            "s.yaml:10:14: experiment.threshold: '10 USD' is not a number; write a number"),
        arguments(
            10,
            "  vary: x",
            "s.yaml:10:9: experiment.vary: 'x' is given; write paths with lists of values,"
                + " e.g. {microgrids.MG1.protocol: [none, setpoint]}"),
        arguments(
            10,
            "  vary: [{clock.steps: 8}, x]",
            "s.yaml:10:28: experiment.vary.1: 'x' is given; write paths with a value each,"
                + " e.g. {microgrids.MG1.protocol: none, learn.gamma: 0.9}"),
        arguments(
            10,
            "  vary: []",
            "s.yaml:10:9: experiment.vary: the list is empty; write paths with a value each,"
                + " e.g. {microgrids.MG1.protocol: none, learn.gamma: 0.9}"),
        arguments(
            10,
            "  vary: [{clock.steps: 8, clok.steps: 1}]",
            "s.yaml:10:39: experiment.vary.0.clok.steps: there is no 'clok'; did you mean"
                + " 'clock'?"),
        arguments(
            10,
            "  vary: [{clock.steps: 8, clock.days: 0}]",
            "s.yaml:10:39: experiment.vary.0.clock.days: '0' is out of range; it must be at least"
                + " 1"),
        arguments(
            3,
            "network: ieee13\nprotocol: [consensus, {type: consensus, rounds: 5}]",
            "s.yaml:4:30: protocol.1.type: 'consensus' is there already; peers follow it once"),
        arguments(
            3,
            "network: ieee13\nprotocol: []",
            "s.yaml:4:11: protocol: the list is empty; write at least one element"),
        arguments(
            10,
            "  vary: {network: []}",
            "s.yaml:10:19: experiment.vary.network: the list is empty;"
                + " write the values to compare, e.g. [a, b]"),
        arguments(
            10,
            "  vary: {network: ieee13}",
            "s.yaml:10:19: experiment.vary.network: 'ieee13' is given;"
                + " write a list of the values to compare, e.g. [a, b]"),
        arguments(
            10,
            "  vary: {microgrids.MG2.protocol: [none]}",
            "s.yaml:10:35: experiment.vary.microgrids.MG2.protocol:"
                + " there is no 'microgrids.MG2'; did you mean 'MG1'?"),
        arguments(
            10,
            "  vary: {clok.steps: [1]}",
            "s.yaml:10:22: experiment.vary.clok.steps: there is no 'clok'; did you mean 'clock'?"),
        arguments(
            10,
            "  vary: {microgrids.MG1.devices.7.bus: [\"1\"]}",
            "s.yaml:10:40: experiment.vary.microgrids.MG1.devices.7.bus: there is no"
                + " 'microgrids.MG1.devices.7'; 'microgrids.MG1.devices' has gen1, ess1"),
        arguments(
            10,
            "  vary: {network.taps: [[1]]}",
            "s.yaml:10:24: experiment.vary.network.taps: 'network' is 'ieee13', which has no"
                + " fields; to give it some, write network={type: ieee13, …}"),
        arguments(
            10,
            "  vary: {experiment.seeds: [[1]]}",
            "s.yaml:10:28: experiment.vary.experiment.seeds:"
                + " the experiment cannot vary itself; use another path"),
        arguments(
            10,
            "  vary: {clock.steps: [96, 0]}",
            "s.yaml:10:28: experiment.vary.clock.steps.1: '0' is out of range; it must be at least"
                + " 1"),
        arguments(
            10,
            "  vary: {gossip: [none]}",
            "s.yaml:10:19: experiment.vary.gossip.0: unknown field 'gossip'; the fields here"
                + " are name, clock, network, system, deciders, microgrids, protocol, channel, powerFlow, events,"
                + " data, actions, reward, valueOfLostLoad, policy, learn, experiment"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("lines")
  void aMistakeIsToldWithItsPlaceValueAndWhatWouldBeRight(
      int line, String replacement, String message) {
    assertMistakes(with(line, replacement), message);
  }

  @Test
  void aForecastMayBeTooLongForItsClock() {
    assertMistakes(
        with(2, "clock: {start: 2023-07-01T00:00, step: 1s, steps: 9}")
            + "data: {load: {dataset: x, forecast: {horizon: 31d}}}\n",
        "s.yaml:11:47: data.load.forecast.horizon: '31d' is 2678400 steps of the clock; it must be"
            + " at most 100000");
  }

  @Test
  void aForecastIsNotHeldAgainstAClockThatIsWrong() {
    assertMistakes(
        with(2, "clock: {start: 2023-07-01T00:00, step: 15, steps: 96}")
            + "data: {load: {dataset: x, forecast: {horizon: 50min}}}\n",
        "s.yaml:2:40: clock.step: '15' is a number without a unit; " + DURATION);
  }

  @Test
  void allMistakesAreToldAtOnceInTheOrderOfTheFile() {
    assertMistakes(
        """
        clock: {start: now, step: 1h, steps: 24, steps: 12}
        network: !!str ieee13
        microgrids:
          - id: MG1
            devices:
              - {id: gen1, type: generator, bus: }
        experiment: {seeds: [x]}
        """,
        "s.yaml:1:1: missing field 'name': write a name for the scenario, e.g. one-microgrid",
        "s.yaml:1:16: clock.start: 'now' is not a time;"
            + " write a date and time such as 2023-07-01T00:00",
        "s.yaml:1:42: clock.steps: field 'steps' is given twice, first on line 1, column 31;"
            + " keep one of them",
        "s.yaml:2:10: network: the tag !!str is not allowed; remove it",
        "s.yaml:6:37: microgrids.MG1.devices.gen1.bus: no value is given;"
            + " write a bus of the network, e.g. \"671\"",
        "s.yaml:7:22: experiment.seeds.0: 'x' is not a number; write a whole number");
  }
}
