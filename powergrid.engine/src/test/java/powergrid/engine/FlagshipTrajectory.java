package powergrid.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import powergrid.api.agent.Agent;
import powergrid.api.environment.Environment;
import powergrid.api.environment.Transition;
import powergrid.api.random.RandomStream;

/** Ten thousand steps of the flagship example with random actions, as one hash. */
final class FlagshipTrajectory {
  private static final int STEPS = 10_000;

  private FlagshipTrajectory() {}

  /**
   * Prints the hash.
   *
   * @param arguments the scenario's file
   */
  public static void main(String[] arguments) {
    System.out.println(hash(Path.of(arguments[0])));
  }

  /** Observations, masks, rewards, ends, costs and traffic, to the bit. */
  static String hash(Path scenario) {
    TestWorkbench workbench = new TestWorkbench();
    MessageDigest digest = sha256();
    RandomStream random = new RandomStream(5);
    try (Environment e = workbench.environments().create(workbench.scenario(text(scenario)))) {
      Transition t = e.reset(3);
      float[] actions = new float[e.actionOffset(e.possibleAgents().size())];
      for (int step = 0; step < STEPS; step++) {
        if (!t.live()) {
          t = e.reset();
        }
        choose(e, actions, random);
        t = e.step(actions);
        take(digest, e, t);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Outside callers in the place of policies, peers that balance, and a channel that loses. */
  private static String text(Path scenario) {
    try {
      return Files.readString(scenario)
          .replace("protocol: none ", "protocol: load-balancing ")
          .replace("channel: {topology: complete} ", "channel: {jitter: 9s, loss: 0.2} ")
          .replace("    policy: economic-dispatch\n", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void choose(Environment e, float[] actions, RandomStream random) {
    int at = 0;
    for (Agent agent : e.possibleAgents()) {
      for (var axis : agent.actionSpace().axes()) {
        double share = random.nextDouble();
        actions[at++] = (float) (axis.low() + share * (axis.high() - axis.low()));
      }
    }
  }

  private static void take(MessageDigest digest, Environment e, Transition t) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * t.observations().length + 4096);
    for (float number : t.observations()) {
      bytes.putFloat(number);
    }
    for (float reward : t.rewards()) {
      bytes.putFloat(reward);
    }
    for (int agent = 0; agent < e.agents().size(); agent++) {
      bytes.putDouble(e.view().cost(agent)).putDouble(e.view().netMw(agent));
    }
    bytes.putLong(e.view().messages()).putLong(e.view().bytes()).putInt(e.view().rounds());
    bytes.put((byte) (t.live() ? 1 : 0));
    digest.update(bytes.array(), 0, bytes.position());
    digest.update(t.masks());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
