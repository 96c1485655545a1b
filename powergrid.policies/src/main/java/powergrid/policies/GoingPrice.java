package powergrid.policies;

import java.util.ArrayList;
import java.util.List;
import powergrid.api.agent.Agent;
import powergrid.api.policy.Decision;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;

/**
 * The price that an agent goes by: the newest that its parent said, if it observes any, else the
 * tariff. A message is a price if it has a component in USD/MWh; of several, the first one counts.
 */
final class GoingPrice {
  static final String UNIT = "USD/MWh";
  private static final String PARENT = "parent.";

  private final String tariff;
  private final Said[] said;

  /** Where in an observation a price that the parent said stands. */
  private record Said(int price, int age, int valid) {}

  /**
   * Finds the prices that an agent observes.
   *
   * @param agent whose price it is
   * @param tariff series that is the price where the parent has said none
   */
  GoingPrice(Agent agent, String tariff) {
    this.tariff = tariff;
    Space observed = agent.observationSpace();
    List<Said> found = new ArrayList<>();
    for (int i = 0; i < observed.size(); i++) {
      Axis axis = observed.axis(i);
      if (axis.name().startsWith(PARENT) && axis.unit().equals(UNIT)) {
        String message = axis.name().substring(0, axis.name().lastIndexOf('.') + 1);
        int age = observed.indexOf(message + "age");
        int valid = observed.indexOf(message + "valid");
        if (age >= 0 && valid >= 0 && found.stream().noneMatch(s -> s.age == age)) {
          found.add(new Said(i, age, valid));
        }
      }
    }
    said = found.toArray(Said[]::new);
  }

  /** The price in a step, USD/MWh. */
  double usdPerMwh(Decision decision) {
    float[] observation = decision.observation();
    Said newest = null;
    for (Said s : said) {
      boolean newer = newest == null || observation[s.age] < observation[newest.age];
      newest = observation[s.valid] > 0 && newer ? s : newest;
    }
    return newest == null ? decision.self().read(tariff) : observation[newest.price];
  }

  /** The axis of an agent's action that is a price to say; −1 for none. */
  static int axis(Agent agent) {
    int i = agent.actionSpace().indexOf("price");
    return i >= 0 && agent.actionSpace().axis(i).unit().equals(UNIT) ? i : -1;
  }
}
