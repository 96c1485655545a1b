package powergrid.policies;

import org.osgi.service.component.annotations.Component;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Self;
import powergrid.api.plugin.NoFields;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;
import powergrid.api.policy.Decision;
import powergrid.api.policy.Policy;
import powergrid.api.policy.PolicyFactory;
import powergrid.api.random.RandomStream;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;

/** Chooses uniformly: on a continuous axis between its bounds, else among the choices open. */
final class Random implements Policy {
  private final Space space;

  private Random(Space space) {
    this.space = space;
  }

  @Override
  public void act(Decision decision) {
    Self self = decision.self();
    RandomStream random = self.random();
    int mask = 0;
    for (int i = 0; i < space.size(); i++) {
      Axis axis = space.axis(i);
      if (axis.continuous()) {
        self.action(i, axis.low() + (axis.high() - axis.low()) * random.nextDouble());
      } else {
        int choice = open(decision.mask(), mask, axis.choices(), random);
        if (choice >= 0) {
          self.action(i, choice);
        }
        mask += axis.choices();
      }
    }
  }

  /** One of the open choices; −1 where none is. */
  private static int open(byte[] mask, int from, int choices, RandomStream random) {
    int open = 0;
    for (int k = 0; k < choices; k++) {
      open += mask[from + k];
    }
    if (open == 0) {
      return -1;
    }
    int left = random.nextInt(open);
    int choice = 0;
    while (mask[from + choice] == 0 || left-- > 0) {
      choice++;
    }
    return choice;
  }

  /** Makes it. */
  @Component(service = PolicyFactory.class)
  @PluginType("random")
  @PluginHelp("uniform over the action space, closed choices left out")
  public static final class Factory implements PolicyFactory<NoFields> {
    @Override
    public Class<NoFields> configType() {
      return NoFields.class;
    }

    @Override
    public Policy create(NoFields configuration, Agent agent) {
      return new Random(agent.actionSpace());
    }
  }
}
