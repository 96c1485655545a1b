package powergrid.learning.team;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;
import powergrid.learning.nn.Moments;
import powergrid.testkit.FakeAgent;

class RolesTest {
  private static final Axis SOC = Axis.real("soc", "", 0, 1);
  private static final Axis PRICE = Axis.real("price", "USD/MWh", 0, 100);
  private static final Axis HEAT = Axis.real("heat", "°C", -50, 50);
  private static final Axis MODE = Axis.choice("mode", 2);

  private FakeAgent ess1;
  private FakeAgent ess2;
  private FakeAgent ess3;
  private FakeAgent gen1;
  private List<Player> players;

  @BeforeEach
  void declare() {
    FakeAgent grid1 = FakeAgent.grid("MG1");
    FakeAgent grid2 = grid1.beside("MG2");
    ess1 = grid1.device("ess1", power(0.5)).observationSpace(Space.of(SOC, PRICE));
    gen1 = grid1.device("gen1", power(0.5)).observationSpace(Space.of(SOC, PRICE));
    ess2 = grid2.device("ess1", power(2)).observationSpace(Space.of(SOC, PRICE));
    ess3 = grid2.device("ess3", MODE, power(1)).observationSpace(Space.of(PRICE, HEAT));
    players = Player.each(List.of(ess1, gen1, ess2, ess3));
  }

  private static Axis power(double mw) {
    return Axis.real("p", "MW", -mw, mw);
  }

  private List<String> names(List<Role> roles) {
    return roles.stream().map(Role::name).toList();
  }

  private static List<String> members(Role role) {
    return role.players().stream().map(Player::name).toList();
  }

  @Test
  void withoutSharingEveryAgentIsARoleOfItsOwn() {
    List<Role> roles = Roles.of(players, Sharing.NONE, false, false);
    assertEquals(List.of("MG1.ess1", "MG1.gen1", "MG2.ess1", "MG2.ess3"), names(roles));
  }

  @Test
  void agentsOfOneNameAndLayoutShareWhateverTheirNumberAndBounds() {
    List<Role> roles = Roles.of(players, Sharing.ROLE, false, false);
    assertEquals(List.of("MG1.ess1", "MG2.ess1"), members(roles.get(0)));
    assertEquals(List.of("MG1.gen1"), members(roles.get(1)));
    assertEquals(List.of("MG2.ess3"), members(roles.get(2))); // of another layout
    assertTrue(roles.get(0).name().startsWith("ess~"));
    assertEquals("gen", roles.get(1).name());
    assertNotEquals(roles.get(0).name(), roles.get(2).name());
  }

  /** On a path of three the ends hear one neighbour each, the middle two. */
  @Test
  void whoHearsAsManyOthersHearsTheSame() {
    FakeAgent[] grids = new FakeAgent[3];
    grids[0] = FakeAgent.grid("MG1");
    grids[1] = grids[0].beside("MG2");
    grids[2] = grids[0].beside("MG3");
    Axis price = Axis.real("series.price", "USD/MWh", 0, 100);
    for (FakeAgent grid : grids) {
      grid.actionSpace(Space.of(power(1)));
    }
    grids[0].observationSpace(Space.of(price, said("MG2"), said("DSO")));
    grids[1].observationSpace(Space.of(price, said("MG1"), said("MG3")));
    grids[2].observationSpace(Space.of(price, said("MG2"), said("DSO")));
    List<Role> roles = Roles.of(Player.each(List.of(grids)), Sharing.ROLE, false, false);
    assertEquals(List.of("MG1", "MG3"), members(roles.get(0)));
    assertEquals(
        List.of("series.price [USD/MWh]", "MG#1.Message.content.0 []", "DSO.Message.content.0 []"),
        roles.get(0).layout().observations(),
        "nobody learns for the operator, so that it is called by its name");
    assertEquals(List.of("MG2"), members(roles.get(1)));
    assertEquals(
        List.of("series.price [USD/MWh]", "MG#1.Message.content.0 []", "MG#2.Message.content.0 []"),
        roles.get(1).layout().observations());
  }

  private static Axis said(String by) {
    return Axis.real(by + ".Message.content.0", "", -1, 1);
  }

  @Test
  void paddedAgentsOfOneNameShareByAxisAndSeeWhichAreTheirs() {
    Role ess = Roles.of(players, Sharing.ROLE, true, true).get(0);
    assertEquals("ess", ess.name());
    assertEquals(List.of("MG1.ess1", "MG2.ess1", "MG2.ess3"), members(ess));
    assertEquals(List.of("soc []", "price [USD/MWh]", "heat [°C]"), ess.layout().observations());
    assertEquals(List.of("p [MW]", "mode {2}"), ess.layout().actions());
    assertEquals(3 + 3 + 3, ess.inputs());
    float[] row = new float[9];
    float[] seen = {9, 9, 0, 0, 0, 0, 0, 0, 30, 20}; // another copy's two, ess1, gen1, ess1, ess3
    ess.observe(2, seen, 2, new Moments(3), row);
    assertArrayEquals(new float[] {0, 30, 20, 0, 1, 1, 0, 0, 1}, row);
    assertArrayEquals(new boolean[] {true, false}, ess.present(0));
    assertArrayEquals(new boolean[] {true, true}, ess.present(2));
  }

  @Test
  void actionsAreScaledToEachAgentsBoundsInItsOwnOrder() {
    Role ess = Roles.of(players, Sharing.ROLE, true, false).get(0);
    float[] actions = new float[5];
    float[] raw = {0.5f, 1};
    for (int p = 0; p < 3; p++) {
      ess.act(p, raw, u -> u, actions, 0);
    }
    assertArrayEquals(new float[] {0.25f, 0, 1, 1, 0.5f}, actions);
    byte[] mask = new byte[2];
    ess.mask(2, new byte[] {7, 0, 1}, 1, mask);
    assertArrayEquals(new byte[] {0, 1}, mask);
    ess.mask(0, new byte[] {7, 0, 1}, 1, mask);
    assertArrayEquals(new byte[] {1, 1}, mask); // it has no such axis
  }

  @Test
  void theJointPlayerSeesAndDoesEverything() {
    Player all = Player.joint(List.of(ess1, gen1, ess2, ess3)).get(0);
    assertEquals(8, all.observations().size());
    assertEquals(5, all.actions().size());
    assertEquals("MG2.ess3.mode", all.actions().axis(3).name());
    assertEquals(4, all.agents());
  }

  @Test
  void identityIsNothingToSeeForOneAlone() {
    Role gen = Roles.of(players, Sharing.ROLE, false, true).get(1);
    assertFalse(gen.identity());
    assertEquals(2, gen.inputs());
  }

  @Test
  void declaredNamesAreWithoutTheMicrogridAndTheNumber() {
    assertEquals("ess", FakeAgent.grid("MG1.ess12").declaredName());
    assertEquals("MG", FakeAgent.grid("MG1").declaredName());
    assertEquals("p2p", FakeAgent.grid("a.p2p3").declaredName());
    assertEquals("671", FakeAgent.grid("MG1.671").declaredName());
  }

  @Test
  void layoutsDigestsDifferWithNamesUnitsAndChoicesAndNotWithBounds() {
    Layout small = Layout.of(Space.of(SOC), Space.of(power(1)));
    assertEquals(small.digest(), Layout.of(Space.of(SOC), Space.of(power(2))).digest());
    assertNotEquals(small.digest(), Layout.of(Space.of(PRICE), Space.of(power(1))).digest());
    assertNotEquals(small.digest(), Layout.of(Space.of(SOC), Space.of(MODE)).digest());
    assertNotEquals(
        small.digest(), Layout.of(Space.of(SOC), Space.of(Axis.real("p", "kW", -1, 1))).digest());
    assertEquals(16, small.digest().length());
  }
}
