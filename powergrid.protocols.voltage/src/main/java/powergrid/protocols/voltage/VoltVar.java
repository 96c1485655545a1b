package powergrid.protocols.voltage;

import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import powergrid.api.agent.Agent;
import powergrid.api.agent.Characteristic;
import powergrid.api.agent.Self;
import powergrid.api.agent.Target;
import powergrid.api.device.Polyline;
import powergrid.api.device.VoltageCurve.Category;
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
 * Reactive power by voltage, as the package describes it: the parent sets one curve for all of its
 * children that follow one.
 *
 * @param category whose defaults and ranges hold
 * @param reference voltage at the middle of the curve, pu
 * @param deadBand half its width without reactive power, pu; NaN, when it is made, for the
 *     category's
 * @param slope share of the rating a pu; NaN, when it is made, for the category's
 * @param reactivePower greatest reactive power, as a share of the rating; NaN, when it is made, for
 *     the category's
 * @param adjustable settings that are components of the parent's action, in its order; none if
 *     fixed
 * @param fixed whether all settings stay as configured
 */
public record VoltVar(
    @Field(value = "b", help = "IEEE 1547-2018 category whose defaults and ranges hold")
        Category category,
    @Field(
            unit = "pu",
            min = References.LEAST,
            max = References.GREATEST,
            value = "1",
            help = "Voltage at the middle of the curve")
        double reference,
    @Field(
            unit = "pu",
            min = 0,
            max = 0.03,
            optional = true,
            help = "Half the width of the dead band; 0 (A) or 0.02 (B) if left out")
        double deadBand,
    @Field(
            unit = "1/pu",
            min = 0,
            optional = true,
            help = "Share of the rating a pu; 0.25 in 0.1 (A) or 0.44 in 0.06 (B) if left out")
        double slope,
    @Field(
            min = 0.01,
            max = 1,
            optional = true,
            help =
                "Greatest reactive power, a share of the rating; 0.25 (A) or 0.44 (B) if left out")
        double reactivePower,
    @Field(
            value = "[reference]",
            help = "What the parent decides on: some of reference, deadBand, slope")
        List<String> adjustable,
    @Field(value = "false", help = "Whether the parent decides on nothing, and children do")
        boolean fixed)
    implements VerticalProtocol {
  private static final String DEAD_BAND = "deadBand";
  private static final String SLOPE = "slope";
  private static final List<String> SETTINGS = List.of(References.REFERENCE, DEAD_BAND, SLOPE);

  private static final List<MessageType> MESSAGES =
      List.of(MessageType.observed(VoltVarCurve.class));

  /** Narrowest and widest voltages, pu, over which the whole reactive power comes. */
  private static final double NARROWEST = 0.02;

  private static final double WIDEST = 0.18;

  /** Room for the rounding of a bound. */
  private static final double ROUNDING = 1e-9;

  /** Completes the settings by the category's, and checks them. */
  public VoltVar {
    boolean a = category == Category.A;
    if (Double.isNaN(deadBand)) {
      deadBand = a ? 0 : 0.02;
    }
    if (Double.isNaN(reactivePower)) {
      reactivePower = a ? 0.25 : 0.44;
    }
    if (Double.isNaN(slope)) {
      slope = a ? 0.25 / 0.1 : 0.44 / 0.06;
    }
    adjustable = Adjustable.checked(adjustable, fixed, SETTINGS);
    if (deadBand > widestDeadBand(category)) {
      throw new ConfigurationException(
          DEAD_BAND, deadBand + " pu: category A has none; write 0, or category: b");
    }
    if (a && adjustable.contains(DEAD_BAND)) {
      throw new ConfigurationException(
          "adjustable", "category A has no deadBand to adjust; write category: b, or leave it out");
    }
    double flattest = flattest(category, reactivePower);
    double steepest = reactivePower / NARROWEST;
    if (slope < flattest * (1 - ROUNDING) || slope > steepest * (1 + ROUNDING)) {
      throw new ConfigurationException(
          SLOPE,
          String.format(
              java.util.Locale.ROOT,
              "%s of the rating a pu, with a reactivePower of %s; give %.4g to %.4g",
              slope,
              reactivePower,
              flattest,
              steepest));
    }
  }

  private static double widestDeadBand(Category category) {
    return category == Category.A ? 0 : 0.03;
  }

  private static double flattest(Category category, double reactivePower) {
    return reactivePower / (WIDEST - widestDeadBand(category));
  }

  /**
   * A curve, from parent to child: its four corners.
   *
   * @param v1 voltage up to which the most is injected
   * @param q1 injected there, a share of the rating
   * @param v2 voltage at which the dead band begins
   * @param q2 injected there, a share of the rating
   * @param v3 voltage at which the dead band ends
   * @param q3 injected there, a share of the rating
   * @param v4 voltage from which the most is absorbed
   * @param q4 injected there, a share of the rating
   */
  public record VoltVarCurve(
      @Field(unit = "pu") double v1,
      @Field double q1,
      @Field(unit = "pu") double v2,
      @Field double q2,
      @Field(unit = "pu") double v3,
      @Field double q3,
      @Field(unit = "pu") double v4,
      @Field double q4)
      implements Payload {
    Polyline curve() {
      return new Polyline(new double[] {v1, v2, v3, v4}, new double[] {q1, q2, q3, q4});
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

  @Override
  public void check(List<? extends Agent> members) {
    Followers.check(members, Characteristic.VOLT_VAR, "");
  }

  @Override
  public Space parentActionSpace(Agent parent) {
    return Space.of(adjustable.stream().map(this::axis).toList());
  }

  private Axis axis(String setting) {
    return switch (setting) {
      case DEAD_BAND -> Axis.real(DEAD_BAND, "pu", 0, widestDeadBand(category));
      case SLOPE ->
          Axis.real(SLOPE, "1/pu", flattest(category, reactivePower), reactivePower / NARROWEST);
      default -> References.AXIS;
    };
  }

  @Override
  public double initialAction(Agent parent, int axis) {
    Axis within = axis(adjustable.get(axis));
    return switch (within.name()) {
      case DEAD_BAND -> deadBand;
      case SLOPE -> within.clamp(slope);
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
    double middle = References.of(parent, adjustable, reference);
    double half = Adjustable.value(parent, adjustable, DEAD_BAND, deadBand);
    double wide = reactivePower / Adjustable.value(parent, adjustable, SLOPE, slope);
    VoltVarCurve curve =
        new VoltVarCurve(
            middle - half - wide,
            reactivePower,
            middle - half,
            0,
            middle + half,
            0,
            middle + half + wide,
            -reactivePower);
    Followers.tell(parent, curve, Characteristic.VOLT_VAR, Characteristic.VOLT_VAR);
  }

  @Override
  public void coordinateActions(Self child) {
    VoltVarCurve told = child.latest(VoltVarCurve.class, child.parent());
    if (told != null) {
      child.follow(Characteristic.VOLT_VAR, told.curve());
    }
  }

  /** Makes it. */
  @Component(service = VerticalProtocolFactory.class)
  @PluginType("volt-var")
  @PluginHelp("the parent sets the curve by which reactive power follows the voltage")
  public static final class Factory implements VerticalProtocolFactory<VoltVar> {
    @Override
    public Class<VoltVar> configType() {
      return VoltVar.class;
    }

    @Override
    public VerticalProtocol create(VoltVar configuration) {
      return configuration;
    }
  }
}
