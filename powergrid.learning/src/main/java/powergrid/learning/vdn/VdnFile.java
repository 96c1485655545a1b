package powergrid.learning.vdn;

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
final class VdnFile {
  private VdnFile() {}

  static void write(Tensors policy, List<? extends Agent> agents, VdnSettings settings) {
    Signature.write(policy, agents);
    policy.note("hidden", Layout.text(settings.hidden().stream().map(String::valueOf).toList()));
    policy.note("activation", settings.activation().name().toLowerCase(Locale.ROOT));
    policy.note("bins", Integer.toString(settings.bins()));
    policy.note("normalizeObservations", Boolean.toString(settings.normalizeObservations()));
    policy.note("share", settings.share().name().toLowerCase(Locale.ROOT));
    policy.note("identity", Boolean.toString(settings.identity()));
  }

  static List<ValueNet> read(Tensors from, List<? extends Agent> agents) {
    Signature.check(from, agents);
    Sharing sharing = Sharing.valueOf(from.note("share").toUpperCase(Locale.ROOT));
    boolean identity = Boolean.parseBoolean(from.note("identity"));
    List<Role> roles = Roles.of(Player.each(agents), sharing, false, identity);
    ValueNet.Shape shape =
        new ValueNet.Shape(
            Layout.entries(from.note("hidden")).stream().map(Integer::valueOf).toList(),
            Activation.valueOf(from.note("activation").toUpperCase(Locale.ROOT)),
            Integer.parseInt(from.note("bins")),
            Boolean.parseBoolean(from.note("normalizeObservations")));
    List<ValueNet> nets = roles.stream().map(r -> new ValueNet(r, shape)).toList();
    nets.forEach(n -> n.restore(from));
    return nets;
  }
}
