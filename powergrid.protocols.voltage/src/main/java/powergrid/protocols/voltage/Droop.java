package powergrid.protocols.voltage;

import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Characteristic;
import powergrid.api.agent.Self;
import powergrid.api.agent.Target;
import powergrid.api.device.Polyline;
import powergrid.api.message.MessageType;
import powergrid.api.message.Payload;
import powergrid.api.plugin.Field;
import powergrid.api.plugin.PluginHelp;
import powergrid.api.plugin.PluginType;
import powergrid.api.protocol.VerticalProtocol;
import powergrid.api.protocol.VerticalProtocolFactory;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;

/**
 * Power in proportion to the voltage's deviation, as the package describes it: the parent sets the
 * slopes for all of its children that follow curves.
 *
 * @param reference voltage at which no reactive power is injected, pu
 * @param varSlope reactive power by voltage, a share of the rating a pu; 0 for none
 * @param reactivePower greatest reactive power, as a share of the rating
 * @param wattFrom voltage up to which all active power may be injected, pu
 * @param wattSlope active power by voltage above that, a share of the rating a pu; 0 for no limit
 * @param adjustable settings that are components of the parent's action, in its order; none if
 *     fixed
 * @param fixed whether all settings stay as configured
 */
public record Droop(
    @Field(
            unit = "pu",
            min = References.LEAST,
            max = References.GREATEST,
            value = "1",
            help = "Voltage at which no reactive power is injected")
        double reference,
    @Field(
            unit = "1/pu",
            min = 0,
            max = Droop.STEEPEST_VAR,
            value = "5",
            help = "Reactive power by voltage, a share of the rating a pu; 0 for none")
        double varSlope,
    @Field(
            min = 0,
            max = 1,
            value = "0.44",
            help = "Greatest reactive power, a share of the rating")
        double reactivePower,
    @Field(
            unit = "pu",
            min = 1,
            max = 1.1,
            value = "1.05",
            help = "Voltage up to which all active power may be injected")
        double wattFrom,
    @Field(
            unit = "1/pu",
            min = 0,
            max = Droop.STEEPEST_WATT,
            value = "20",
            help = "Active power by voltage above that, a share of the rating a pu; 0 for no limit")
        double wattSlope,
    @Field(
            value = "[varSlope, wattSlope]",
            help = "What the parent decides on: some of reference, varSlope, wattSlope")
        List<String> adjustable,
    @Field(value = "false", help = "Whether the parent decides on nothing, and children do")
        boolean fixed)
    implements VerticalProtocol {
  /** The steepest that IEEE Std 1547-2018 allows of a volt-var curve: 0.44 in 0.02 pu. */
  static final double STEEPEST_VAR = 22;

  /** The steepest that IEEE Std 1547-2018 allows of a volt-watt curve: all in 0.01 pu. */
  static final double STEEPEST_WATT = 100;

  private static final String VAR_SLOPE = "varSlope";
  private static final String WATT_SLOPE = "wattSlope";
  private static final List<String> SETTINGS = List.of(References.REFERENCE, VAR_SLOPE, WATT_SLOPE);

  private static final List<MessageType> MESSAGES =
      List.of(MessageType.observed(DroopSlopes.class));

  private static final Axis VAR_AXIS = Axis.real(VAR_SLOPE, "1/pu", 0, STEEPEST_VAR);
  private static final Axis WATT_AXIS = Axis.real(WATT_SLOPE, "1/pu", 0, STEEPEST_WATT);

  /** Checks what is adjustable. */
  public Droop {
    adjustable = Adjustable.checked(adjustable, fixed, SETTINGS);
  }

  /**
   * Two lines, from parent to child.
   *
   * @param reference voltage at which no reactive power is injected
   * @param varSlope reactive power by voltage, a share of the rating a pu
   * @param reactivePower greatest reactive power, a share of the rating
   * @param wattFrom voltage up to which all active power may be injected
   * @param wattSlope active power by voltage above that, a share of the rating a pu
   */
  public record DroopSlopes(
      @Field(unit = "pu") double reference,
      @Field(unit = "1/pu") double varSlope,
      @Field double reactivePower,
      @Field(unit = "pu") double wattFrom,
      @Field(unit = "1/pu") double wattSlope)
      implements Payload {
    Polyline voltVar() {
      if (varSlope == 0) {
        return new Polyline(new double[] {reference}, new double[] {0});
      }
      double wide = reactivePower / varSlope;
      return new Polyline(
          new double[] {reference - wide, reference + wide},
          new double[] {reactivePower, -reactivePower});
    }

    Polyline voltWatt() {
      if (wattSlope == 0) {
        return new Polyline(new double[] {wattFrom}, new double[] {1});
      }
      return new Polyline(new double[] {wattFrom, wattFrom + 1 / wattSlope}, new double[] {1, 0});
    }
  }

  @Override
  public List<MessageType> messages() {
    return MESSAGES;
  }

  @Override
  public Set<Target> realises() {
    return References.realised(adjustable);
  }

  /** A slope that nobody follows would be an action without effect. */
  @Override
  public void check(List<? extends Agent> members) {
    boolean var = adjustable.contains(References.REFERENCE) || adjustable.contains(VAR_SLOPE);
    boolean watt = adjustable.contains(WATT_SLOPE);
    if (var || !Followers.any(members, Characteristic.VOLT_WATT)) {
      Followers.check(members, Characteristic.VOLT_VAR, var ? "adjustable" : "");
    }
    if (watt) {
      Followers.check(members, Characteristic.VOLT_WATT, "adjustable");
    }
  }

  @Override
  public Space parentActionSpace(Agent parent) {
    return Space.of(adjustable.stream().map(Droop::axis).toList());
  }

  private static Axis axis(String setting) {
    return switch (setting) {
      case VAR_SLOPE -> VAR_AXIS;
      case WATT_SLOPE -> WATT_AXIS;
      default -> References.AXIS;
    };
  }

  @Override
  public double initialAction(Agent parent, int axis) {
    return switch (adjustable.get(axis)) {
      case VAR_SLOPE -> varSlope;
      case WATT_SLOPE -> wattSlope;
      default -> reference;
    };
  }

  @Override
  public double intended(Self parent, Target target) {
    return target == Target.VOLTAGE
        ? References.intended(parent, adjustable, reference)
        : Double.NaN;
  }

  @Override
  public void coordinateMessages(Self parent) {
    DroopSlopes slopes =
        new DroopSlopes(
            References.of(parent, adjustable, reference),
            Adjustable.value(parent, adjustable, VAR_SLOPE, varSlope),
            reactivePower,
            wattFrom,
            Adjustable.value(parent, adjustable, WATT_SLOPE, wattSlope));
    Followers.tell(parent, slopes, Characteristic.VOLT_VAR, Characteristic.VOLT_WATT);
  }

  @Override
  public void coordinateActions(Self child) {
    DroopSlopes told = child.latest(DroopSlopes.class, child.parent());
    if (told == null) {
      return;
    }
    if (child.agent().follows().contains(Characteristic.VOLT_VAR)) {
      child.follow(Characteristic.VOLT_VAR, told.voltVar());
    }
    if (child.agent().follows().contains(Characteristic.VOLT_WATT)) {
      child.follow(Characteristic.VOLT_WATT, told.voltWatt());
    }
  }

  /** Makes it. */
  @Component(service = VerticalProtocolFactory.class)
  @PluginType("droop")
  @PluginHelp("the parent sets the slopes by which powers follow the voltage")
  public static final class Factory implements VerticalProtocolFactory<Droop> {
    @Override
    public Class<Droop> configType() {
      return Droop.class;
    }

    @Override
    public VerticalProtocol create(Droop configuration) {
      return configuration;
    }
  }
}
