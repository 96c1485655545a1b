package powergrid.gateway;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import powergrid.api.agent.Agent;
import powergrid.api.environment.Environment;
import powergrid.api.environment.SentMessage;
import powergrid.api.environment.Transition;
import powergrid.api.gateway.GatewayServer;
import powergrid.api.scenario.Scenario;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;

/** What an episode looks like to a client. */
class EpisodesTest {
  private final Workbench workbench = new Workbench();
  private GatewayServer server;

  @BeforeEach
  void listen() throws IOException {
    server = Served.unix(workbench);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private static void assertSpace(Space space, Map<String, Object> told, int offset) {
    assertEquals(space.size(), told.get("size"));
    for (int i = 0; i < space.size(); i++) {
      Axis axis = space.axis(i);
      assertEquals(axis.name(), ((List<?>) told.get("names")).get(i));
      assertEquals(axis.unit(), ((List<?>) told.get("units")).get(i));
      assertEquals(axis.choices(), ((List<?>) told.get("choices")).get(i));
      assertBound(axis.low(), ((List<?>) told.get("low")).get(i));
      assertBound(axis.high(), ((List<?>) told.get("high")).get(i));
    }
    if (offset >= 0) {
      assertEquals(offset, told.get("offset"));
    }
  }

  private static void assertBound(double bound, Object told) {
    if (told == null) {
      assertTrue(Double.isInfinite(bound));
    } else {
      assertEquals(bound, ((Number) told).doubleValue());
    }
  }

  @Test
  void theSchemaSaysWhatTheEnvironmentIs() throws IOException {
    assertSchema("", workbench.scenario(), "grid", "MG", "MG.2");
  }

  @Test
  void devicesOfOneNameAndLayoutHaveOneRole() throws IOException {
    int masks =
        assertSchema(
            Workbench.OF_DEVICES, workbench.ofDevices(), "device", "gen", "ess", "ess", "pv");
    assertTrue(masks > 0, "the generator's commitment is a choice");
  }

  private int assertSchema(String rest, Scenario scenario, String level, String... roles)
      throws IOException {
    try (Client client = Client.open(server.address(), ",\"seed\":4" + rest);
        Environment here = workbench.environments().create(scenario)) {
      here.reset(4);
      Map<String, Object> schema = client.schema();
      assertEquals("parallel", schema.get("kind"));
      assertEquals("pair", schema.get("name"));
      assertEquals(4, schema.get("seed"));
      assertEquals(900.0, schema.get("stepSeconds"));
      assertEquals(8, schema.get("steps"));
      assertSpace(here.stateSpace(), Client.map(schema.get("state")), -1);
      assertEquals(List.of("ieee13", "ieee13"), schema.get("feeders"));
      List<Map<String, Object>> agents = client.agents();
      List<String> ids = here.possibleAgents().stream().map(Agent::id).toList();
      assertEquals(ids, agents.stream().map(agent -> agent.get("id")).toList());
      for (int i = 0; i < agents.size(); i++) {
        Agent agent = here.possibleAgents().get(i);
        Map<String, Object> told = agents.get(i);
        assertEquals(level, told.get("level"));
        assertEquals(roles[i], told.get("role"));
        assertEquals(1, told.get("every"));
        assertSpace(
            agent.observationSpace(),
            Client.map(told.get("observation")),
            here.observationOffset(i));
        assertSpace(agent.actionSpace(), Client.map(told.get("action")), here.actionOffset(i));
        Map<String, Object> mask = Client.map(told.get("mask"));
        assertEquals(here.maskOffset(i), mask.get("offset"));
        assertEquals(agent.actionSpace().maskSize(), mask.get("size"));
      }
      assertEquals(roles.length, agents.size());
      return here.maskOffset(agents.size());
    }
  }

  @Test
  void withoutASeedTheFirstResetTakesTheOneOfTheOpeningAndTheNextGoesOn() throws IOException {
    try (Client told = Client.open(server.address(), ",\"seed\":9");
        Client drawn = Client.open(server.address(), "")) {
      double[] first = told.reset("").of("observations");
      double[] second = told.reset("").of("observations");
      assertArrayEquals(first, told.reset(",\"seed\":9").of("observations"));
      assertArrayEquals(second, told.reset("").of("observations"));
      Object seed = drawn.schema().get("seed");
      double[] random = drawn.reset("").of("observations");
      assertArrayEquals(random, drawn.reset(",\"seed\":" + seed).of("observations"));
    }
  }

  @Test
  void copiesWithoutASeedBeginAnewWithOneThatFollows() throws IOException {
    String vector = ",\"kind\":\"vector\",\"copies\":2,\"seed\":9";
    try (Client one = Client.open(server.address(), vector);
        Client other = Client.open(server.address(), vector)) {
      double[] first = one.reset("").of("observations");
      assertArrayEquals(first, other.reset(",\"seed\":9").of("observations"));
      double[] second = one.reset("").of("observations");
      assertFalse(java.util.Arrays.equals(first, second));
      assertArrayEquals(second, other.reset("").of("observations"));
    }
  }

  @Test
  void aStepInWordsIsTheSameStepAndWhoIsLeftOutHolds() throws IOException {
    try (Client words = Client.open(server.address(), "");
        Client numbers = Client.open(server.address(), "")) {
      words.reset(",\"seed\":2");
      Client.Answer before = numbers.reset(",\"seed\":2");
      float[] actions = new float[numbers.actions()];
      for (int i = 0; i < actions.length; i++) {
        actions[i] = (float) before.of("held")[i];
      }
      int size = (Integer) Client.map(words.agents().get(0).get("action")).get("size");
      StringBuilder list = new StringBuilder();
      for (int i = 0; i < size; i++) {
        actions[i] = 0.25f;
        list.append(i == 0 ? "" : ",").append("0.25");
      }
      words.control("{\"op\":\"step\",\"actions\":{\"MG1\":[" + list + "]}}");
      Client.Answer said = words.answer("reply");
      Client.Answer sent = numbers.step(actions);
      said.fields().forEach((name, values) -> assertArrayEquals(sent.of(name), values, name));
    }
  }

  @Test
  void metricsAndMessagesAreThoseOfTheEnvironment() throws IOException {
    List<SentMessage> messages = new ArrayList<>();
    try (Client client = Client.open(server.address(), ",\"infos\":[\"metrics\",\"messages\"]");
        Environment here = workbench.environments().create(workbench.scenario())) {
      here.trace(messages::add);
      Transition t = here.reset(3);
      var metric = workbench.environments().metrics(workbench.scenario()).get(0);
      metric.reset(here.view());
      Client.Answer first = client.reset(",\"seed\":3,\"options\":{\"infos\":true}");
      assertEquals(1, first.flags());
      assertEquals(0, client.read().json().get("step"));
      assertEquals(
          List.of(Map.of("name", "cost", "unit", metric.unit())), client.schema().get("metrics"));
      float[] actions = new float[client.actions()];
      for (int step = 1; t.live(); step++) {
        messages.clear();
        t = here.step(actions);
        metric.step(here.view());
        boolean asked = step != 2;
        Client.Answer answer = client.step(actions, asked ? 1 : 0);
        assertEquals(asked || !t.live() ? 1 : 0, answer.flags());
        if (!asked) {
          continue;
        }
        Map<String, Object> infos = client.read().json();
        assertEquals(step, infos.get("step"));
        assertEquals(t.reason(), infos.get("reason"));
        Object cost = Client.map(infos.get("metrics")).get("cost");
        assertEquals(metric.value(), ((Number) cost).doubleValue());
        List<?> told = (List<?>) infos.get("messages");
        assertEquals(messages.size(), told.size());
        assertFalse(messages.isEmpty());
        Map<String, Object> last = Client.map(told.get(told.size() - 1));
        SentMessage sent = messages.get(messages.size() - 1);
        assertEquals(sent.sender(), last.get("sender"));
        assertEquals(sent.values(), last.get("values"));
      }
    }
  }

  @Test
  void aWithdrawnPluginCutsTheEpisodeOffAndSaysSo() throws IOException {
    try (Client client = Client.open(server.address(), "")) {
      client.reset(",\"seed\":3");
      float[] actions = new float[client.actions()];
      Client.Answer before = client.step(actions);
      workbench.withdrawStorage();
      Client.Answer cut = client.step(actions);
      assertArrayEquals(new double[] {1, 1}, cut.of("truncated"));
      assertArrayEquals(new double[] {0, 0}, cut.of("terminated"));
      assertArrayEquals(new double[] {0, 0}, cut.of("alive"));
      assertArrayEquals(before.of("observations"), cut.of("observations"), "the last valid ones");
      assertArrayEquals(before.of("state"), cut.of("state"), "the last valid one");
      assertArrayEquals(new double[] {0, 0}, cut.of("cost"), "what the step did is discarded");
      String reason = (String) client.read().json().get("reason");
      assertEquals("device/storage (bundle test.storage 1.0.0) was withdrawn", reason);
      assertEquals(0, workbench.leases());
      assertEquals("not-reset", client.ask("{\"op\":\"render\"}").code());
      Client.Frame refused = client.ask("{\"op\":\"reset\"}");
      assertEquals("environment-failed", refused.code());
      assertFalse(((List<?>) refused.error().get("mistakes")).isEmpty());
      workbench.restoreStorage();
      client.reset("");
      client.step(actions);
    }
  }

  @Test
  void aWithdrawnPluginStopsCopiesUntilTheyAreReset() throws IOException {
    try (Client client = Client.open(server.address(), ",\"kind\":\"vector\",\"copies\":2")) {
      client.reset(",\"seed\":3");
      float[] actions = new float[client.actions()];
      client.step(actions);
      workbench.withdrawStorage();
      client.sendStep(actions, 0);
      Client.Frame failed = client.read();
      assertEquals("environment-failed", failed.code());
      assertTrue(((String) failed.error().get("message")).contains("storage"));
      client.sendStep(actions, 0);
      assertEquals("not-reset", client.read().code());
      workbench.restoreStorage();
      client.reset(",\"seed\":3");
      client.step(actions);
    }
  }

  @Test
  void aResetThatFindsOtherSpacesSaysSoAndCloses() throws IOException {
    try (Client client = Client.open(server.address(), "");
        Client copies = Client.open(server.address(), ",\"kind\":\"vector\",\"copies\":2")) {
      client.reset("");
      copies.reset("");
      workbench.replaceConsensus();
      assertEquals("schema-changed", client.ask("{\"op\":\"reset\"}").code());
      assertEquals("not-open", client.ask("{\"op\":\"reset\"}").code());
      assertEquals("schema-changed", copies.ask("{\"op\":\"reset\"}").code());
      assertEquals(0, workbench.leases());
      client.open("");
      client.reset("");
    }
  }

  @Test
  void aMistakeOfAPluginsIsToldAndTheConnectionGoesOn() throws IOException {
    workbench.installBroken();
    String set = ",\"set\":{\"experiment.metrics\":[\"broken\"]},\"infos\":[\"metrics\"]";
    try (Client client = Client.open(server.address(), set)) {
      client.reset("");
      client.sendStep(new float[client.actions()], 0);
      Client.Frame answer = client.read();
      assertEquals("internal", answer.code());
      assertTrue(((String) answer.error().get("message")).contains("out of order"));
      assertEquals(0, workbench.leases());
      assertEquals("not-open", client.ask("{\"op\":\"reset\"}").code());
      client.open("");
      client.reset("");
    }
  }

  @Test
  void picturesHaveTheSizeTheySay() throws IOException {
    try (Client client = Client.open(server.address(), "")) {
      client.reset(",\"seed\":3");
      client.step(new float[client.actions()]);
      String text = (String) client.ask("{\"op\":\"render\"}").json().get("text");
      assertTrue(text.contains("1 steps taken"), text);
      assertTrue(text.contains("\nMG2 "), text);
      String svg = "{\"op\":\"render\",\"format\":\"svg\",\"feeder\":1}";
      assertTrue(((String) client.ask(svg).json().get("text")).startsWith("<svg"));
      Map<String, Object> rgb =
          client.ask("{\"op\":\"render\",\"format\":\"rgb\",\"width\":200}").json();
      assertEquals(200, rgb.get("width"));
      assertEquals(3 * 200 * (Integer) rgb.get("height"), rgb.get("bytes"));
      var pixels = client.read().data();
      assertEquals(rgb.get("bytes"), pixels.capacity());
      assertEquals((byte) 255, pixels.get(0), "the ground is white");
      Map<String, Object> png =
          client.ask("{\"op\":\"render\",\"format\":\"png\",\"width\":200}").json();
      var file = client.read().data();
      assertEquals(png.get("bytes"), file.capacity());
      assertEquals((byte) 'P', file.get(1), "PNG's signature");
    }
  }

  @Test
  void anotherOpeningTakesTheFirstOnesPlace() throws IOException {
    try (Client client = Client.open(server.address(), "")) {
      client.reset(",\"seed\":1");
      client.open(",\"kind\":\"vector\",\"copies\":2");
      assertEquals(2, workbench.leases());
      client.reset(",\"seed\":1");
      assertEquals("close", client.ask("{\"op\":\"close\"}").json().get("op"));
      assertEquals(0, workbench.leases());
      assertEquals("not-open", client.ask("{\"op\":\"reset\"}").code());
    }
  }
}
