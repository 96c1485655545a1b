package powergrid.gateway;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import powergrid.api.environment.Credit;
import powergrid.api.environment.Environment;
import powergrid.api.environment.Split;
import powergrid.api.environment.Transition;
import powergrid.api.environment.VectorEnvironment;
import powergrid.api.environment.VectorTransition;
import powergrid.api.gateway.GatewayServer;
import powergrid.api.random.RandomStream;
import powergrid.api.scenario.Scenario;

/** What a client sees is, bit for bit, what somebody within the JVM sees. */
class TrajectoryTest {
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

  private static float[] draw(RandomStream random, int count) {
    float[] actions = new float[count];
    for (int i = 0; i < count; i++) {
      actions[i] = (float) (2 * random.nextDouble() - 1); // beyond some bounds, too
    }
    return actions;
  }

  private static double[] widened(float[] from) {
    double[] all = new double[from.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = from[i];
    }
    return all;
  }

  private static double[] widened(boolean[] from) {
    double[] all = new double[from.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = from[i] ? 1 : 0;
    }
    return all;
  }

  private static double[] widened(byte[] from) {
    double[] all = new double[from.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = from[i];
    }
    return all;
  }

  private static void assertSame(Environment here, Transition t, Client.Answer there) {
    float[] state = new float[here.stateSpace().size()];
    here.state(state, 0);
    assertArrayEquals(widened(t.observations()), there.of("observations"), "observations");
    assertArrayEquals(widened(state), there.of("state"), "state");
    assertArrayEquals(widened(t.rewards()), there.of("rewards"), "rewards");
    assertArrayEquals(widened(t.terminated()), there.of("terminated"), "terminated");
    assertArrayEquals(widened(t.truncated()), there.of("truncated"), "truncated");
    assertArrayEquals(widened(t.masks()), there.of("masks"), "masks");
    assertArrayEquals(widened(here.heldActions()), there.of("held"), "held");
    double going = t.live() ? 1 : 0;
    for (int i = 0; i < here.possibleAgents().size(); i++) {
      int index = here.possibleAgents().get(i).index();
      assertEquals(here.view().cost(index), there.of("cost")[i], "cost");
      assertEquals(here.view().violation(index), there.of("safety")[i], "safety");
      assertEquals(going, there.of("alive")[i], "alive");
      assertEquals(going, there.of("due")[i], "due");
    }
  }

  @Test
  void ofOneEnvironmentThroughSeveralEpisodes() throws IOException {
    compare("", workbench.scenario());
  }

  @Test
  void ofDevicesWhoseChoicesOpenAndClose() throws IOException {
    compare(Workbench.OF_DEVICES, workbench.ofDevices());
  }

  private void compare(String rest, Scenario scenario) throws IOException {
    try (Client client = Client.open(server.address(), rest);
        Environment here = workbench.environments().create(scenario)) {
      RandomStream random = new RandomStream(11);
      Transition t = here.reset(5);
      assertSame(here, t, client.reset(",\"seed\":5"));
      for (int episode = 0; episode < 3; episode++) {
        while (t.live()) {
          float[] actions = draw(random, client.actions());
          t = here.step(actions);
          Client.Answer answer = client.step(actions);
          assertSame(here, t, answer);
          assertEquals(t.live() ? 0 : 1, answer.flags(), "why it ended is told unasked");
        }
        Map<String, Object> infos = client.read().json();
        assertEquals("horizon", infos.get("reason"));
        assertEquals(8, infos.get("step"));
        t = here.reset();
        assertSame(here, t, client.reset(""));
      }
    }
  }

  @Test
  void ofCopiesThroughTheEndsOfTheirEpisodes() throws IOException {
    int copies = 3;
    try (Client client = Client.open(server.address(), ",\"kind\":\"vector\",\"copies\":3");
        VectorEnvironment here =
            workbench
                .environments()
                .vector(workbench.scenario(), Split.ALL, Credit.OWN, copies, 1)) {
      RandomStream random = new RandomStream(12);
      VectorTransition t = here.reset(6);
      Client.Answer first = client.reset(",\"seed\":6");
      assertArrayEquals(widened(t.observations()), first.of("observations"));
      int ends = 0;
      double[] costs = new double[copies];
      int index = here.possibleAgents().get(0).index();
      here.watch((copy, step) -> costs[copy] = step.cost(index));
      for (int step = 0; step < 20; step++) {
        float[] actions = draw(random, client.actions());
        t = here.step(actions);
        Client.Answer answer = client.step(actions);
        assertArrayEquals(widened(t.observations()), answer.of("observations"));
        assertArrayEquals(widened(t.states()), answer.of("state"));
        assertArrayEquals(widened(t.rewards()), answer.of("rewards"));
        assertArrayEquals(widened(t.terminated()), answer.of("terminated"));
        assertArrayEquals(widened(t.truncated()), answer.of("truncated"));
        assertArrayEquals(widened(t.ended()), answer.of("ended"));
        assertArrayEquals(widened(t.masks()), answer.of("masks"));
        assertArrayEquals(widened(t.heldActions()), answer.of("held"));
        for (int copy = 0; copy < copies; copy++) {
          int at = copy * here.possibleAgents().size();
          assertEquals(costs[copy], answer.of("cost")[at], "of the last step of an episode too");
        }
        if (answer.flags() != 0) {
          assertEquals(2, answer.flags());
          assertTrue(t.ended()[0]);
          Client.Answer last = client.answer("final");
          assertArrayEquals(widened(t.finalObservations()), last.of("observations"));
          assertArrayEquals(widened(t.finalStates()), last.of("state"));
          ends++;
        }
      }
      assertEquals(2, ends, "20 steps in episodes of 8");
    }
  }
}
