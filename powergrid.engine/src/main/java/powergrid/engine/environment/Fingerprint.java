package powergrid.engine.environment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Set;
import powergrid.api.environment.Split;
import powergrid.api.scenario.Scenario;
import powergrid.engine.assembly.CanonicalText;
import powergrid.engine.catalog.Provider;

/**
 * What a snapshot must have in common with who restores it: the scenario, its days and the
 * plug-ins.
 */
final class Fingerprint {
  /** What an experiment does with a scenario, and its name, change nothing of an environment. */
  private static final List<String> WITHOUT_EFFECT = List.of("name", "experiment");

  private Fingerprint() {}

  static byte[] of(Scenario scenario, Split split, Set<Provider> used) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
    String settings = CanonicalText.of(scenario.root().without(WITHOUT_EFFECT));
    digest.update(settings.getBytes(StandardCharsets.UTF_8));
    digest.update(split.name().getBytes(StandardCharsets.UTF_8));
    used.stream()
        .map(Provider::label)
        .sorted()
        .forEach(label -> digest.update(label.getBytes(StandardCharsets.UTF_8)));
    return digest.digest();
  }
}
