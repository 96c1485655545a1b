package powergrid.engine.environment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import powergrid.api.scenario.Scenario;
import powergrid.api.scenario.Setting;
import powergrid.engine.catalog.Provider;

/** What a snapshot must have in common with who restores it: the scenario and the plug-ins. */
final class Fingerprint {
  private final MessageDigest digest;

  private Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  static byte[] of(Scenario scenario, Set<Provider> used) {
    Fingerprint f = new Fingerprint();
    // What an experiment does with a scenario, and its name, change nothing of an environment.
    scenario
        .root()
        .fields()
        .forEach(
            (name, value) -> {
              if (!name.equals("experiment") && !name.equals("name")) {
                f.add(name);
                f.add(value);
              }
            });
    used.stream().map(Provider::label).sorted().forEach(f::add);
    return f.digest.digest();
  }

  private void add(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  private void add(Setting setting) {
    if (setting instanceof Setting.Scalar scalar) {
      add(scalar.text());
    } else if (setting instanceof Setting.Sequence list) {
      add("[");
      list.items().forEach(this::add);
      add("]");
    } else if (setting instanceof Setting.Mapping mapping) {
      add("{");
      mapping
          .fields()
          .forEach(
              (name, value) -> {
                add(name);
                add(value);
              });
      add("}");
    }
  }
}
