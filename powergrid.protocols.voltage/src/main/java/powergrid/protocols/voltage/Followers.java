package powergrid.protocols.voltage;

import java.util.List;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Characteristic;
import powergrid.api.agent.Self;
import powergrid.api.message.Payload;
import powergrid.api.plugin.ConfigurationException;

/** Children that follow curves which their parent sets. */
final class Followers {
  private Followers() {}

  /** Whether any child of the first member follows a curve of a kind. */
  static boolean any(List<? extends Agent> members, Characteristic characteristic) {
    for (int k = 1; k < members.size(); k++) {
      if (members.get(k).follows().contains(characteristic)) {
        return true;
      }
    }
    return false;
  }

  /** Refuses a parent none of whose children follows a curve of a kind. */
  static void check(List<? extends Agent> members, Characteristic characteristic, String field) {
    if (!any(members, characteristic)) {
      throw new ConfigurationException(
          field,
          "no device of "
              + members.get(0).id()
              + " follows a "
              + (characteristic == Characteristic.VOLT_VAR
                  ? "volt-var curve; give one of its solar, wind or storage devices"
                      + " inverter: {reactive: volt-var}"
                  : "volt-watt curve; give one of its solar, wind or storage devices"
                      + " inverter: {voltWatt: true}"));
    }
  }

  /** Sends every child that follows a curve of a kind a message. */
  static void tell(Self parent, Payload payload, Characteristic kind, Characteristic other) {
    for (int k = 0; k < parent.children(); k++) {
      Agent child = parent.child(k).agent();
      if (child.follows().contains(kind) || child.follows().contains(other)) {
        parent.send(parent.child(k), payload);
      }
    }
  }
}
