package powergrid.learning.team;

import java.util.List;
import java.util.Locale;
import powergrid.api.agent.Agent;
import powergrid.api.learning.Tensors;

/** What saved policies say of the agents that they were learnt with. */
public final class Signature {
  private Signature() {}

  /**
   * Notes agents and layouts.
   *
   * @param policy gets them
   * @param agents in order
   */
  public static void write(Tensors policy, List<? extends Agent> agents) {
    policy.note("agents", ids(agents));
    for (Agent agent : agents) {
      Layout layout = Layout.of(agent);
      String prefix = "agent." + agent.id() + ".";
      policy.note(prefix + "layout", layout.digest());
      policy.note(prefix + "observations", Layout.text(layout.observations()));
      policy.note(prefix + "actions", Layout.text(layout.actions()));
    }
  }

  private static String ids(List<? extends Agent> agents) {
    return Layout.text(agents.stream().map(a -> a.id()).toList());
  }

  /**
   * Checks that agents are those of then.
   *
   * @param policy as written
   * @param agents in order
   * @throws IllegalArgumentException if they are not, saying which differ
   */
  public static void check(Tensors policy, List<? extends Agent> agents) {
    String learnt = policy.note("agents");
    if (!learnt.equals(ids(agents))) {
      throw new IllegalArgumentException(
          "it was learnt with the agents " + learnt + ", not with " + ids(agents));
    }
    for (Agent agent : agents) {
      String prefix = "agent." + agent.id() + ".";
      Layout then =
          new Layout(
              Layout.entries(policy.note(prefix + "observations")),
              Layout.entries(policy.note(prefix + "actions")));
      if (!then.digest().equals(policy.note(prefix + "layout"))) {
        throw new IllegalArgumentException(
            "what it says of " + agent.id() + " is damaged: its layout has another digest");
      }
      then.difference(Layout.of(agent))
          .ifPresent(
              difference -> {
                throw new IllegalArgumentException(
                    String.format(
                        Locale.ROOT,
                        "%s is not as it was when this was learnt: it %s",
                        agent.id(),
                        difference));
              });
    }
  }
}
