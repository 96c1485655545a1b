package powergrid.networks.opendss;

import static powergrid.networks.opendss.Reference.read;
import static powergrid.networks.opendss.Reference.resource;
import static powergrid.networks.opendss.Reference.solve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import powergrid.api.network.Network;
import powergrid.powerflow.meshed.CurrentInjection;
import powergrid.powerflow.sweep.RadialSweep;

/** EPRI's scripts of the IEEE feeders as they stand, against what the OpenDSS engine finds. */
class OpenDssSolutionsTest {
  @TempDir Path folder;

  /** A script beside nothing that compiles another one. */
  private Path script(String compiled, String... then) throws IOException {
    String text = "compile \"" + resource(compiled) + "\"\n" + String.join("\n", then) + "\n";
    return Files.writeString(folder.resolve("run.dss"), text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4Bus-YY-Bal", "4Bus-DY-Bal"})
  void fourBusWithGroundedSecondary(String name) throws IOException {
    Network network = read(resource(name + "/" + name + ".DSS"));
    Reference.of(name).isMetBy(network, solve(network, new CurrentInjection()));
    Reference.of(name).isMetBy(network, solve(network, new RadialSweep()));
  }

  @ParameterizedTest
  @CsvSource({
    "4Bus-YD-Bal, 4Bus-YD-Bal.DSS",
    "4Bus-GrdYD-Bal, 4Bus-GrdYD-Bal.DSS",
    "4Bus-OYOD-UnBal, 4bus-OYOD-UnBal.dss"
  })
  void fourBusWithUngroundedSecondary(String name, String file) throws IOException {
    Network network = read(resource(name + "/" + file));
    Reference reference = Reference.of(file.substring(0, file.indexOf('.')));
    reference.isMetBetweenPhasesBy(network, solve(network, new CurrentInjection()));
  }

  @Test
  void thirteenBusAtThePublishedTaps() throws IOException {
    Network network =
        read(
            script(
                "13Bus/IEEE13Nodeckt.dss",
                "Transformer.Reg1.Taps=[1.0 1.0625]",
                "Transformer.Reg2.Taps=[1.0 1.0500]",
                "Transformer.Reg3.Taps=[1.0 1.06875]",
                "Set Controlmode=OFF",
                "Solve"));
    Reference reference = Reference.of("ieee13_fixed_published_taps");
    reference.isMetBy(network, solve(network, new CurrentInjection()));
    reference.isMetBy(network, solve(network, new RadialSweep()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2"})
  void thirtyFourBusAtThePublishedTaps(String mod) throws IOException {
    Network network = read(resource("34Bus/Run_IEEE34Mod" + mod + ".dss"));
    Reference reference = Reference.of("ieee34Mod" + mod + "_published_taps");
    reference.isMetBy(network, solve(network, new CurrentInjection()));
    reference.isMetBy(network, solve(network, new RadialSweep()));
  }

  @Test
  void hundredAndTwentyThreeBusAtThePublishedTaps() throws IOException {
    Network network = read(resource("123Bus/Run_IEEE123Bus.DSS"));
    Reference reference = Reference.of("IEEE123Master_published_taps");
    reference.isMetBy(network, solve(network, new CurrentInjection()));
  }

  @Test
  void hundredAndTwentyThreeBusWithOpenSwitches() throws IOException {
    Network network =
        read(
            script(
                "123Bus/IEEE123Switches.dss",
                "RegControl.creg1a.tapnum=7",
                "RegControl.creg2a.tapnum=-1",
                "RegControl.creg3c.tapnum=-1",
                "RegControl.creg4a.tapnum=8",
                "RegControl.creg4b.tapnum=1",
                "RegControl.creg4c.tapnum=5"));
    Reference reference = Reference.of("IEEE123Switches_published_taps");
    reference.isMetBy(network, solve(network, new CurrentInjection()));
  }

  /** Our script of what the published ones leave out; its voltages are the engine's. */
  @Test
  void whatThePublishedScriptsLeaveOut() throws IOException {
    Network network = read(resource("extended.dss"));
    Reference.of("extended").isMetBy(network, solve(network, new CurrentInjection()));
  }

  /** Our script of vector groups; its voltages are the engine's. */
  @Test
  void everyVectorGroup() throws IOException {
    Network network = read(resource("groups.dss"));
    Reference.of("groups").isMetBetweenPhasesBy(network, solve(network, new CurrentInjection()));
  }
}
