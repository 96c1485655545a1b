package powergrid.gateway;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import powergrid.api.gateway.GatewayServer;

/** Several clients at once: isolated, and none held up by another. */
class ClientsTest {
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

  private static double[][] run(Client client, int steps) throws IOException {
    double[][] seen = new double[steps][];
    float[] actions = new float[client.actions()];
    for (int step = 0; step < steps; step++) {
      seen[step] = client.step(actions).of("observations");
    }
    return seen;
  }

  @Test
  void whatOneDoesIsNothingToAnother() throws IOException {
    double[][] alone;
    try (Client client = Client.open(server.address(), "")) {
      client.reset(",\"seed\":1");
      alone = run(client, 6);
    }
    try (Client one = Client.open(server.address(), "");
        Client other = Client.open(server.address(), ",\"set\":{\"clock.steps\":3}")) {
      one.reset(",\"seed\":1");
      float[] own = new float[one.actions()];
      float[] others = new float[other.actions()];
      java.util.Arrays.fill(others, 0.3f);
      for (int step = 0; step < 6; step++) {
        if (step % 3 == 0) {
          other.reset(step == 0 ? ",\"seed\":2" : "");
        }
        assertArrayEquals(alone[step], one.step(own).of("observations"), "step " + step);
        other.step(others);
        if (step % 3 == 2) {
          assertEquals("horizon", other.read().json().get("reason"));
        }
      }
    }
  }

  @Test
  void aClientThatIsGoneTakesItsEnvironmentWithItAtWhateverByte() throws Exception {
    for (int kept : new int[] {0, 3, 8, 11}) {
      try (Client stays = Client.open(server.address(), "")) {
        stays.reset(",\"seed\":1");
        Client goes = Client.open(server.address(), ",\"kind\":\"vector\",\"copies\":3");
        goes.reset(",\"seed\":1");
        assertEquals(4, workbench.leases());
        byte[] half = new byte[kept];
        System.arraycopy(Client.header(4 * goes.actions(), 2, 0, 0), 0, half, 0, Math.min(kept, 8));
        goes.send(half);
        goes.close();
        Served.await("its environments are freed", () -> workbench.leases() == 1);
        Served.await("it is forgotten", () -> server.clients() == 1);
        run(stays, 2);
      }
      Served.await("all is freed", () -> workbench.leases() == 0);
    }
  }

  @Test
  void aClientThatGoesWithoutReadingItsAnswers() throws Exception {
    Client goes = Client.open(server.address(), "");
    goes.reset(",\"seed\":1");
    for (int step = 0; step < 8; step++) {
      goes.sendStep(new float[goes.actions()], 1);
    }
    goes.close();
    Served.await("its environment is freed", () -> workbench.leases() == 0);
    Served.await("it is forgotten", () -> server.clients() == 0);
  }

  /** The picture does not fit into the socket's buffers, so its writer waits for the reader. */
  @Test
  void aClientThatDoesNotReadHoldsUpNobody() throws Exception {
    var pool = Executors.newSingleThreadExecutor();
    try (Client slow = Client.open(server.address(), "");
        Client quick = Client.open(server.address(), "")) {
      slow.reset(",\"seed\":1");
      for (int i = 0; i < 3; i++) {
        slow.control("{\"op\":\"render\",\"format\":\"rgb\",\"width\":1500}");
      }
      quick.reset(",\"seed\":1");
      pool.submit(() -> run(quick, 6)).get(20, TimeUnit.SECONDS);
      for (int i = 0; i < 3; i++) {
        int bytes = (Integer) slow.read().json().get("bytes");
        assertEquals(bytes, slow.read().data().capacity());
      }
    } catch (TimeoutException e) {
      throw new AssertionError("the quick client waits for the slow one", e);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void requestsMayBeSentAheadAndAreAnsweredInOrder() throws IOException {
    try (Client client = Client.open(server.address(), "")) {
      client.control("{\"op\":\"reset\",\"seed\":1}");
      float[] actions = new float[client.actions()];
      for (int step = 0; step < 5; step++) {
        client.sendStep(actions, 0);
      }
      client.frame(2, 0, new byte[5]);
      client.sendStep(actions, 0);
      for (int answers = 0; answers < 6; answers++) {
        client.answer("reply");
      }
      assertEquals("bad-shape", client.read().code());
      client.answer("reply");
    }
  }

  @Test
  void aServerThatClosesCutsItsClientsOffAndFreesTheirEnvironments() throws IOException {
    try (Client client = Client.open(server.address(), "")) {
      client.reset(",\"seed\":1");
      server.close();
      assertEquals(0, workbench.leases());
      assertEquals(0, server.clients());
      assertNull(client.read());
    }
  }
}
