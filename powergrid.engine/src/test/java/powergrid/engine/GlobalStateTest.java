package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import powergrid.api.agent.Self;
import powergrid.api.agent.Target;
import powergrid.api.environment.Environment;
import powergrid.api.environment.Transition;
import powergrid.api.message.MessageType;
import powergrid.api.message.Payload;
import powergrid.api.plugin.Field;
import powergrid.api.plugin.NoFields;
import powergrid.api.plugin.PluginKind;
import powergrid.api.protocol.GlobalState;
import powergrid.api.protocol.HorizontalProtocol;
import powergrid.api.protocol.HorizontalProtocolFactory;
import powergrid.api.space.Axis;

/** What protocols may share with all, and what they cannot get at. */
class GlobalStateTest {
  private static final String YAML =
      """
      name: global
      clock: {start: "2023-07-01T12:00", step: 15min, steps: 8}
      data: {load: {dataset: synthetic}, price: {dataset: synthetic, known: ahead}}
      protocol: test
      microgrids:
        - {id: MG1, network: {type: ieee13}, protocol: setpoint, devices: [
           {id: gen, type: generator, bus: "675", pMaxMw: 1}]}
        - {id: MG2, network: {type: ieee13}, protocol: setpoint, devices: [
           {id: ess, type: storage, bus: "671", pMaxMw: 0.5, energyMwh: 2}]}
      """;

  /** Informs only, in one round. */
  private abstract static class Informing implements HorizontalProtocol {
    @Override
    public Set<Target> targets() {
      return Set.of();
    }
  }

  private record Made(HorizontalProtocol protocol) implements HorizontalProtocolFactory<NoFields> {
    @Override
    public Class<NoFields> configType() {
      return NoFields.class;
    }

    @Override
    public HorizontalProtocol create(NoFields configuration) {
      return protocol;
    }
  }

  private Environment environment(HorizontalProtocol protocol) {
    TestWorkbench workbench = new TestWorkbench();
    workbench.install(PluginKind.HORIZONTAL_PROTOCOL, "test", new Made(protocol));
    return workbench.environments().create(workbench.scenario(YAML));
  }

  @Test
  void whatIsDeclaredAndPublishedIsReadAndObservedByAllMembers() {
    List<Double> read = new ArrayList<>();
    HorizontalProtocol counting =
        new Informing() {
          private int steps;

          @Override
          public List<Axis> globals() {
            return List.of(Axis.real("count", "", 0, 100));
          }

          @Override
          public void syncGlobalState(GlobalState state) {
            assertEquals(2, state.members().size());
            state.publish("count", steps++);
          }

          @Override
          public void coordinateMessages(Self me) {
            read.add(me.global("count"));
          }
        };
    try (Environment e = environment(counting)) {
      Transition t = e.reset(1);
      assertEquals(0, t.observations()[e.observationOffset(0) + global(e, 0)]);
      e.step(e.heldActions());
      t = e.step(e.heldActions());
      assertEquals(List.of(0.0, 0.0, 1.0, 1.0), read, "as of the step before, alike for both");
      for (int i = 0; i < 2; i++) {
        assertEquals(2, t.observations()[e.observationOffset(i) + global(e, i)]);
      }
    }
  }

  private static int global(Environment e, int agent) {
    return e.possibleAgents().get(agent).observationSpace().indexOf("global.count");
  }

  private String failure(HorizontalProtocol protocol) {
    try (Environment e = environment(protocol)) {
      Transition t = e.reset(1);
      return t.live() ? e.step(e.heldActions()).reason() : t.reason();
    }
  }

  @Test
  void whatIsNotDeclaredCannotBePublishedNorRead() {
    assertTrue(
        failure(
                new Informing() {
                  @Override
                  public List<Axis> globals() {
                    return List.of(Axis.real("count", "", 0, 1));
                  }

                  @Override
                  public void syncGlobalState(GlobalState state) {
                    state.publish("secret", 1);
                  }
                })
            .contains("declares no global 'secret'; it declares [count]"));
  }

  /** The battery's state of charge is for its parent; not even global state gives it to others. */
  @Test
  void globalStateReadsOnlyWhatEverybodyMaySee() {
    assertTrue(
        failure(
                new Informing() {
                  @Override
                  public List<Axis> globals() {
                    return List.of(Axis.real("soc", "", 0, 1));
                  }

                  @Override
                  public void syncGlobalState(GlobalState state) {
                    var battery = state.members().get(1).children().get(0);
                    state.publish("soc", state.read(battery, "storage.soc"));
                  }
                })
            .contains("MG2.ess has no variable 'storage.soc' that everybody may see"));
  }

  /** A view kept from one participant's turn is shut in the next one's. */
  @Test
  void aPeersViewCannotBeUsedOutsideItsTurn() {
    assertTrue(
        failure(
                new Informing() {
                  private Self kept;

                  @Override
                  public void coordinateMessages(Self me) {
                    if (kept == null) {
                      kept = me;
                    } else {
                      kept.read("netMw");
                    }
                  }
                })
            .contains("MG1 is used outside its turn"));
  }

  /** Another's mailbox cannot be read by its address, nor a reading of another by any name. */
  @Test
  void aPeersAddressLeadsToNothingOfIt() {
    assertTrue(
        failure(
                new Informing() {
                  private powergrid.api.agent.Peer kept;

                  @Override
                  public List<MessageType> messages() {
                    return List.of(MessageType.hidden(Word.class));
                  }

                  @Override
                  public void coordinateMessages(Self me) {
                    if (kept == null) {
                      kept = me.neighbour(0);
                    } else {
                      me.latest(Word.class, kept);
                    }
                  }
                })
            .contains("can talk with its own parent, children and neighbours only"));
    assertTrue(
        failure(
                new Informing() {
                  @Override
                  public void coordinateMessages(Self me) {
                    me.read("MG2.ess.storage.soc");
                  }
                })
            .contains("MG1 has no reading 'MG2.ess.storage.soc'"));
    assertThrows(
        UnsupportedOperationException.class,
        () -> {
          try (Environment e = environment(new Informing() {})) {
            e.reset(1);
            e.agents().get(0).children().clear();
          }
        });
  }

  /**
   * Says something.
   *
   * @param x a number
   */
  public record Word(@Field double x) implements Payload {}
}
