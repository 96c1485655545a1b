package powergrid.gateway;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import powergrid.api.gateway.GatewayServer;

/** A step through the gateway allocates nothing on the server's side. */
class StepAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int STEPS = 96;

  @Test
  void ofOneEnvironment() throws Exception {
    measure("", 0);
  }

  /** The one copy's thread is the client's; the engine hands it a task of 16 bytes. */
  @Test
  void ofACopy() throws Exception {
    measure(",\"kind\":\"vector\",\"copies\":1,\"threads\":1", 16);
  }

  private static void measure(String kind, int budget) throws Exception {
    String set = Workbench.OF_DEVICES.replace("}", ",\"clock.steps\":" + (STEPS + 1) + "}");
    try (GatewayServer server = Served.unix(new Workbench());
        Client client = Client.open(server.address(), set + kind)) {
      long thread = clientThread();
      float[] actions = new float[client.actions()];
      long least = Long.MAX_VALUE;
      for (int episode = 0; episode < 60; episode++) {
        client.reset(",\"seed\":1");
        client.step(actions);
        long before = THREADS.getThreadAllocatedBytes(thread);
        for (int step = 1; step < STEPS; step++) {
          client.step(actions);
        }
        least = Math.min(least, THREADS.getThreadAllocatedBytes(thread) - before);
      }
      long each = least / (STEPS - 1);
      assertTrue(each <= budget, each + " B a step, at most " + budget);
    }
  }

  private static long clientThread() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().matches("powergrid gateway \\d+"))
        .mapToLong(Thread::getId)
        .findFirst()
        .orElseThrow();
  }
}
