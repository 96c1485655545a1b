package powergrid.gateway;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import powergrid.api.gateway.GatewayServer;

/** Every way to ask wrongly, its answer, and a server that goes on. */
class RefusalsTest {
  private static final String TOKEN = "0123456789abcdef".repeat(4);

  private final Workbench workbench = new Workbench();
  private GatewayServer server;

  @BeforeEach
  void listen() throws IOException {
    server = Served.unix(workbench);
  }

  @AfterEach
  void goesOn() throws IOException {
    try (Client client = Client.greeted(server.address())) {
      assertEquals("close", client.ask("{\"op\":\"close\"}").json().get("op"));
    }
    server.close();
    assertEquals(0, workbench.leases());
  }

  private static void assertRefused(Client.Frame answer, String code, String... words) {
    assertEquals(code, answer.code());
    String message = (String) answer.error().get("message");
    for (String word : words) {
      assertTrue(message.contains(word), message);
    }
  }

  private static void assertEnds(Client client) throws IOException {
    client.endOutput();
    assertNull(client.read(), "the connection ends");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bad-hello   | {\"op\":\"open\"}                                | open",
        "bad-hello   | {\"protocol\":1}                                 | op",
        "bad-hello   | [1]                                              | object",
        "bad-hello   | {\"op\":\"hello\",                               | JSON",
        "bad-hello   | {\"op\":\"hello\",\"protocol\":1,\"tokn\":\"a\"} | tokn",
        "bad-hello   | {\"op\":\"hello\",\"protocol\":\"1\"}            | protocol",
        "bad-hello   | {\"op\":\"hello\",\"op\":\"hello\"}              | op",
        "bad-version | {\"op\":\"hello\",\"protocol\":2}                | protocol 1",
        "bad-version | {\"op\":\"hello\"}                               | protocol 1"
      })
  void aHelloThatIsNone(String code, String hello, String word) throws IOException {
    try (Client client = Client.connect(server.address())) {
      Client.Frame answer = client.ask(hello);
      assertRefused(answer, code, word);
      assertEquals(true, answer.error().get("closes"));
      assertEnds(client);
    }
  }

  @Test
  void aWrongTokenWhateverElseTheHelloSays() throws IOException {
    try (GatewayServer guarded = Served.loopback(workbench, TOKEN)) {
      assertTrue(guarded.asksForToken());
      for (String shown :
          List.of(
              "",
              ",\"token\":\"\"",
              ",\"token\":\"" + TOKEN.substring(1) + "\"",
              ",\"token\":\"" + TOKEN.replace('f', 'e') + "\"",
              ",\"token\":\"" + TOKEN + "0\"")) {
        try (Client client = Client.connect(guarded.address())) {
          assertRefused(
              client.ask("{\"op\":\"hello\",\"protocol\":99" + shown + "}"), "bad-token", "token");
          assertEnds(client);
        }
      }
      try (Client client = Client.connect(guarded.address())) {
        String hello = "{\"op\":\"hello\",\"protocol\":1,\"token\":\"" + TOKEN + "\"}";
        assertEquals("hello", client.ask(hello).json().get("op"));
      }
    }
  }

  @Test
  void moreClientsThanThereMayBe() throws Exception {
    try (GatewayServer four = Served.loopback(workbench, TOKEN)) {
      Client[] clients = new Client[4];
      for (int i = 0; i < 4; i++) {
        clients[i] = Client.connect(four.address());
      }
      Served.await("four clients", () -> four.clients() == 4);
      try (Client fifth = Client.connect(four.address())) {
        assertRefused(fifth.read(), "busy", "4 clients");
        assertEnds(fifth);
      }
      for (Client client : clients) {
        client.close();
      }
      Served.await("room again", () -> four.clients() == 0);
      try (Client sixth = Client.connect(four.address())) {
        String hello = "{\"op\":\"hello\",\"protocol\":1,\"token\":\"" + TOKEN + "\"}";
        assertEquals("hello", sixth.ask(hello).json().get("op"));
      }
    }
  }

  @Test
  void framesThatAreNone() throws IOException {
    try (Client client = Client.greeted(server.address())) {
      client.send(Client.header(4, 7, 0, 0));
      assertRefused(client.read(), "bad-frame", "kind 7");
      assertEnds(client);
    }
    try (Client client = Client.greeted(server.address())) {
      client.send(Client.header(Integer.MAX_VALUE, 1, 0, 0));
      client.send(new byte[200_000]); // on its way while the answer is written
      assertRefused(client.read(), "frame-too-large", "2147483647", "4194304");
      assertEnds(client);
    }
    try (Client client = Client.greeted(server.address())) {
      client.send(Client.header(100, 1, 0, 0));
      client.send(new byte[50]);
      client.endOutput();
      assertRefused(client.read(), "bad-frame", "58 bytes");
      assertNull(client.read());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"op\":\"dance\"}                                              | dance",
        "{\"op\":\"hello\",\"protocol\":1}                               | hello",
        "{\"op\":5}                                                      | op: 5",
        "{}                                                              | op is missing",
        "\"open\"                                                        | object",
        "{\"op\":\"close\"} {\"op\":\"close\"}                           | not more",
        "{\"op\":\"close\",\"now\":true}                                 | now",
        "{\"op\":\"open\"}                                               | scenario",
        "{\"op\":\"open\",\"scenario\":\"x.yaml\"}                       | an object",
        "{\"op\":\"open\",\"scenario\":{\"path\":\"a\",\"text\":\"b\"}}  | either",
        "{\"op\":\"open\",\"scenario\":{\"path\":\"a\",\"file\":\"b\"}}  | scenario.file",
        "{\"op\":\"open\",\"split\":\"exam\"}                            | train, validation",
        "{\"op\":\"open\",\"kind\":\"vektor\"}                           | parallel, vector",
        "{\"op\":\"open\",\"copies\":2}                                  | copies",
        "{\"op\":\"open\",\"kind\":\"vector\",\"copies\":0}              | copies: 0",
        "{\"op\":\"open\",\"kind\":\"vector\",\"copies\":5000}           | 4096",
        "{\"op\":\"open\",\"kind\":\"vector\",\"copies\":2.5}            | whole number",
        "{\"op\":\"open\",\"kind\":\"vector\",\"infos\":[\"metrics\"]}   | infos",
        "{\"op\":\"open\",\"infos\":[\"weather\"]}                       | metrics, messages",
        "{\"op\":\"open\",\"seed\":9223372036854775808}                  | seed",
        "{\"op\":\"open\",\"seed\":\"7\"}                                | seed",
        "{\"op\":\"open\",\"set\":[]}                                    | set"
      })
  void requestsThatAskForNothingThereIs(String request, String word) throws IOException {
    try (Client client = Client.greeted(server.address())) {
      Client.Frame answer = client.ask(request);
      assertRefused(answer, "bad-request", word);
      assertEquals(false, answer.error().get("closes"));
      assertEquals("close", client.ask("{\"op\":\"close\"}").json().get("op"));
    }
  }

  @Test
  void requestsBeforeTheirTime() throws IOException {
    try (Client client = Client.greeted(server.address())) {
      assertEquals("not-open", client.ask("{\"op\":\"reset\",\"seed\":1}").code());
      assertEquals("not-open", client.ask("{\"op\":\"step\"}").code());
      assertEquals("not-open", client.ask("{\"op\":\"render\"}").code());
      client.frame(2, 0, new byte[12]);
      assertEquals("not-open", client.read().code());
      client.frame(2, 0, new byte[0]);
      assertEquals("not-open", client.read().code());
      client.open("");
      float[] actions = new float[client.actions()];
      client.sendStep(actions, 0);
      assertEquals("not-reset", client.read().code());
      assertEquals("not-reset", client.ask("{\"op\":\"render\"}").code());
      client.reset(",\"seed\":1");
      for (int step = 0; step < 8; step++) {
        client.step(actions);
      }
      assertEquals("horizon", client.read().json().get("reason"));
      client.sendStep(actions, 0);
      assertRefused(client.read(), "not-reset", "horizon");
      client.reset("");
      client.step(actions);
    }
  }

  @Test
  void scenariosWithMistakesAreToldWithAllOfThem() throws IOException {
    try (Client client = Client.greeted(server.address())) {
      Client.Frame answer =
          client.ask(Client.opening(",\"set\":{\"clock.steps\":-1,\"protocol\":{\"type\":\"x\"}}"));
      assertRefused(answer, "bad-scenario", "clock.steps");
      answer = client.ask(Client.opening(",\"set\":{\"protocol\":\"gossip\",\"reward\":\"joy\"}"));
      assertRefused(answer, "bad-scenario", "gossip", "joy");
      List<?> mistakes = (List<?>) answer.error().get("mistakes");
      assertEquals(2, mistakes.size());
      assertEquals("protocol", Client.map(mistakes.get(0)).get("path"));
      answer = client.ask("{\"op\":\"open\",\"scenario\":{\"path\":\"nowhere.yaml\"}}");
      assertRefused(answer, "bad-scenario", "nowhere.yaml", "does not exist");
      answer = client.ask("{\"op\":\"open\",\"scenario\":{\"text\":\"a: [\",\"name\":\"mine\"}}");
      assertRefused(answer, "bad-scenario", "mine:1:");
      assertEquals("not-open", client.ask("{\"op\":\"reset\",\"seed\":1}").code());
      client.open("");
      client.reset(",\"seed\":1");
    }
  }

  @Test
  void actionsThatAreNone() throws IOException {
    try (Client client = Client.open(server.address(), "");
        Client untroubled = Client.open(server.address(), "")) {
      client.reset(",\"seed\":3");
      untroubled.reset(",\"seed\":3");
      int count = client.actions();
      for (float wrong : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
        float[] actions = new float[count];
        actions[count - 1] = wrong;
        client.sendStep(actions, 0);
        assertRefused(client.read(), "bad-action", "MG2", "takes a number from");
      }
      client.sendStep(new float[count + 1], 0);
      assertRefused(client.read(), "bad-shape", String.valueOf(4 * count));
      client.sendStep(new float[count - 1], 0);
      assertRefused(client.read(), "bad-shape");
      client.frame(2, 0, new byte[3]);
      assertRefused(client.read(), "bad-shape", "3 bytes");
      assertRefused(
          client.ask("{\"op\":\"step\",\"actions\":{\"MG7\":[0]}}"), "unknown-agent", "MG1, MG2");
      assertRefused(
          client.ask("{\"op\":\"step\",\"actions\":{\"MG1\":[0]}}"), "bad-shape", "MG1", "takes");
      assertRefused(
          client.ask("{\"op\":\"step\",\"actions\":{\"MG1\":[\"full\"]}}"), "bad-request", "MG1");
      float[] actions = new float[count];
      assertArrayEquals(
          untroubled.step(actions).of("observations"),
          client.step(actions).of("observations"),
          "what was refused had no effect");
    }
  }

  @Test
  void actionsThatAreNoneOfCopies() throws IOException {
    try (Client client = Client.open(server.address(), ",\"kind\":\"vector\",\"copies\":2")) {
      client.sendStep(new float[client.actions()], 0);
      assertEquals("not-reset", client.read().code());
      client.reset(",\"seed\":3");
      float[] actions = new float[client.actions()];
      actions[actions.length - 1] = Float.NaN;
      client.sendStep(actions, 0);
      assertRefused(client.read(), "bad-action", "copy 1", "MG2");
      assertEquals("bad-request", client.ask("{\"op\":\"step\"}").code());
      assertRefused(client.ask("{\"op\":\"render\",\"copy\":2}"), "bad-request", "copy");
      Arrays.fill(actions, 0);
      client.step(actions);
    }
  }

  @Test
  void resetsAndPicturesThatThereAreNot() throws IOException {
    try (Client client = Client.open(server.address(), "")) {
      for (String options : List.of("{\"seed\":2}", "{\"infos\":1}", "[]")) {
        Client.Frame answer = client.ask("{\"op\":\"reset\",\"options\":" + options + "}");
        assertRefused(answer, "bad-request", "options");
      }
      client.reset("");
      for (String wrong :
          List.of("\"format\":\"gif\"", "\"format\":\"svg\",\"feeder\":9", "\"width\":1")) {
        assertEquals("bad-request", client.ask("{\"op\":\"render\"," + wrong + "}").code());
      }
      Map<String, Object> text = client.ask("{\"op\":\"render\"}").json();
      assertEquals("ansi", text.get("format"));
    }
  }

  @Test
  void scenariosThatLeaveNobodyToDrive() throws IOException {
    try (Client client = Client.greeted(server.address())) {
      String driven = ",\"set\":{\"policy\":\"still\"}";
      workbench.installStill();
      assertRefused(client.ask(Client.opening(driven)), "no-agents", "drive all");
      client.open(driven + ",\"drive\":\"all\"");
      assertEquals(2, client.agents().size());
    }
  }
}
