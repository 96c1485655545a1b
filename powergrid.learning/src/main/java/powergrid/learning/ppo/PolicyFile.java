package powergrid.learning.ppo;

import java.util.List;
import java.util.Locale;
import powergrid.api.agent.Agent;
import powergrid.api.learning.Tensors;
import powergrid.learning.nn.Activation;
import powergrid.learning.team.Layout;
import powergrid.learning.team.Player;
import powergrid.learning.team.Role;
import powergrid.learning.team.Roles;
import powergrid.learning.team.Sharing;
import powergrid.learning.team.Signature;

/** What a policy's notes say of whom it drives and how. */
final class PolicyFile {
  private static final String JOINT = "joint";

  private PolicyFile() {}

  /** Writes the notes. */
  static void write(
      Tensors policy, List<? extends Agent> agents, PpoSettings settings, boolean joint) {
    Signature.write(policy, agents);
    policy.note(JOINT, Boolean.toString(joint));
    policy.note("hidden", Layout.text(settings.hidden().stream().map(String::valueOf).toList()));
    policy.note("activation", settings.activation().name().toLowerCase(Locale.ROOT));
    policy.note("squash", Boolean.toString(settings.squash()));
    policy.note("gsde", Boolean.toString(settings.gsde()));
    policy.note("normalizeObservations", Boolean.toString(settings.normalizeObservations()));
    policy.note("share", settings.share().name().toLowerCase(Locale.ROOT));
    policy.note("pad", Boolean.toString(settings.pad()));
    policy.note("identity", Boolean.toString(settings.identity()));
  }

  /**
   * Reads policies, one a role.
   *
   * @throws IllegalArgumentException if they are for others, or damaged
   */
  static List<Policy> read(Tensors from, List<? extends Agent> agents) {
    Signature.check(from, agents);
    boolean joint = flag(from, JOINT);
    Sharing sharing = Sharing.valueOf(from.note("share").toUpperCase(Locale.ROOT));
    List<Player> players = joint ? Player.joint(agents) : Player.each(agents);
    List<Role> roles = Roles.of(players, sharing, flag(from, "pad"), flag(from, "identity"));
    Policy.Shape shape =
        new Policy.Shape(
            Layout.entries(from.note("hidden")).stream().map(Integer::valueOf).toList(),
            Activation.valueOf(from.note("activation").toUpperCase(Locale.ROOT)),
            flag(from, "squash"),
            flag(from, "gsde"),
            flag(from, "normalizeObservations"));
    List<Policy> policies = roles.stream().map(r -> new Policy(r, shape, 0)).toList();
    policies.forEach(p -> p.restore(from));
    return policies;
  }

  private static boolean flag(Tensors from, String name) {
    return Boolean.parseBoolean(from.note(name));
  }
}
