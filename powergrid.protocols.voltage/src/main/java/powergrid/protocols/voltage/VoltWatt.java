package powergrid.protocols.voltage;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Characteristic;
import powergrid.api.agent.Self;
import powergrid.api.device.Polyline;
import powergrid.api.message.MessageType;
import powergrid.api.message.Payload;
import powergrid.api.plugin.ConfigurationException;
import powergrid.api.plugin.Field;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;
import powergrid.api.protocol.VerticalProtocol;
import powergrid.api.protocol.VerticalProtocolFactory;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;

/**
 * The greatest active power by voltage, as the package describes it: the parent sets one curve for
 * all of its children that follow one.
 *
 * @param v1 voltage up to which all may be injected, pu
 * @param v2 voltage from which the least may be, pu
 * @param p2 the least, as a share of the rating
 * @param adjustable settings that are components of the parent's action, in its order; none if
 *     fixed
 * @param fixed whether all settings stay as configured
 */
public record VoltWatt(
    @Field(
            unit = "pu",
            min = 1.05,
            max = 1.09,
            value = "1.06",
            help = "Voltage up to which all may be injected")
        double v1,
    @Field(
            unit = "pu",
            min = 1.06,
            max = 1.10,
            value = "1.10",
            help = "Voltage from which no more than p2 may be injected")
        double v2,
    @Field(
            min = 0,
            max = 1,
            value = "0.2",
            help = "What may be injected at v2 and above, a share of the rating")
        double p2,
    @Field(value = "[v1]", help = "What the parent decides on: some of v1, v2, p2")
        List<String> adjustable,
    @Field(value = "false", help = "Whether the parent decides on nothing, and children do")
        boolean fixed)
    implements VerticalProtocol {
  private static final String V1 = "v1";
  private static final String V2 = "v2";
  private static final String P2 = "p2";

  private static final List<MessageType> MESSAGES =
      List.of(MessageType.observed(VoltWattCurve.class));

  private static final Axis V1_AXIS = Axis.real(V1, "pu", 1.05, 1.09);
  private static final Axis V2_AXIS = Axis.real(V2, "pu", 1.06, 1.10);
  private static final Axis P2_AXIS = Axis.real(P2, "", 0, 1);

  /** Least distance of the two voltages, pu. */
  private static final double NARROWEST = 0.01;

  /** Room for the rounding of a bound, pu. */
  private static final double ROUNDING = 1e-9;

  /** Checks the voltages. */
  public VoltWatt {
    adjustable = Adjustable.checked(adjustable, fixed, List.of(V1, V2, P2));
    if (v2 < v1 + NARROWEST - ROUNDING) {
      throw new ConfigurationException(
          V2, v2 + " pu is less than 0.01 pu above v1, " + v1 + " pu; give more, or a lower v1");
    }
  }

  /**
   * A curve, from parent to child: its two corners.
   *
   * @param v1 voltage up to which the first limit holds
   * @param p1 greatest power there, a share of the rating
   * @param v2 voltage from which the second holds
   * @param p2 greatest power there, a share of the rating
   */
  public record VoltWattCurve(
      @Field(unit = "pu") double v1,
      @Field double p1,
      @Field(unit = "pu") double v2,
      @Field double p2)
      implements Payload {
    Polyline curve() {
      return new Polyline(new double[] {v1, v2}, new double[] {p1, p2});
    }
  }

  @Override
  public List<MessageType> messages() {
    return MESSAGES;
  }

  @Override
  public void check(List<? extends Agent> members) {
    Followers.check(members, Characteristic.VOLT_WATT, "");
  }

  @Override
  public Space parentActionSpace(Agent parent) {
    return Space.of(adjustable.stream().map(VoltWatt::axis).toList());
  }

  private static Axis axis(String setting) {
    return switch (setting) {
      case V1 -> V1_AXIS;
      case V2 -> V2_AXIS;
      default -> P2_AXIS;
    };
  }

  @Override
  public double initialAction(Agent parent, int axis) {
    return switch (adjustable.get(axis)) {
      case V1 -> v1;
      case V2 -> v2;
      default -> p2;
    };
  }

  @Override
  public void coordinateMessages(Self parent) {
    double from = Adjustable.value(parent, adjustable, V1, v1);
    double to = Adjustable.value(parent, adjustable, V2, v2);
    double least = Adjustable.value(parent, adjustable, P2, p2);
    VoltWattCurve curve = new VoltWattCurve(from, 1, Math.max(from + NARROWEST, to), least);
    Followers.tell(parent, curve, Characteristic.VOLT_WATT, Characteristic.VOLT_WATT);
  }

  @Override
  public void coordinateActions(Self child) {
    VoltWattCurve told = child.latest(VoltWattCurve.class, child.parent());
    if (told != null) {
      child.follow(Characteristic.VOLT_WATT, told.curve());
    }
  }

  /** Makes it. */
  @Component(service = VerticalProtocolFactory.class)
  @PluginType("volt-watt")
  @PluginHelp("the parent sets the curve by which the voltage limits active power")
  public static final class Factory implements VerticalProtocolFactory<VoltWatt> {
    @Override
    public Class<VoltWatt> configType() {
      return VoltWatt.class;
    }

    @Override
    public VerticalProtocol create(VoltWatt configuration) {
      return configuration;
    }
  }
}
