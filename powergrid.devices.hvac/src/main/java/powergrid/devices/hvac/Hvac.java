package powergrid.devices.hvac;

import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Variables;
import powergrid.api.agent.Visibility;
import powergrid.api.dataset.Series;
import powergrid.api.device.Device;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.PowerFactor;
import powergrid.api.device.Settlement;
import powergrid.api.device.Terminal;
import powergrid.api.planning.Outlook;
import powergrid.api.planning.Program;

/** A building's heating and cooling as the package describes it. */
final class Hvac implements Device {
  private static final double MEGAWATTS_PER_WATT = 1e-6;
  private static final double LEAST_C = -100;
  private static final double GREATEST_C = 200;

  private final HvacSettings settings;
  private final Building building;
  private final double max;
  private final double mvarPerMw;
  private final double aperture;
  private final Series temperature;

  /** Null without an aperture. */
  private final Series irradiance;

  private final Terminal terminal;
  private final Variables.Real consumption;
  private final Variables.Real indoorC;
  private final Variables.Real envelopeC;

  /** Work space of {@link #look}: heat to the air per power consumed; below 0 where it cools. */
  private double heatPerMw;

  private double least;
  private double greatest;

  Hvac(HvacSettings settings, DeviceContext context) {
    this.settings = settings;
    building = new Building(settings);
    max = settings.maxConsumptionMw();
    mvarPerMw = PowerFactor.mvarPerMw(settings.powerFactor());
    aperture = settings.solarApertureM2() * MEGAWATTS_PER_WATT;
    temperature = context.series(settings.temperature());
    irradiance = aperture > 0 ? context.series(settings.irradiance()) : null;
    terminal = context.terminal();
    consumption = context.actions().real("consumption", "MW", 0, max, 0, Visibility.OWNER);
    Variables thermal = context.feature("thermal");
    double start = settings.startC();
    indoorC = thermal.real("indoorC", "°C", LEAST_C, GREATEST_C, start, Visibility.PARENT);
    envelopeC = thermal.real("envelopeC", "°C", LEAST_C, GREATEST_C, start, Visibility.PARENT);
  }

  @Override
  public void offer(double hours, Flexibility out) {
    look(hours, temperature.known(), gain(irradiance == null ? 0 : irradiance.known()));
    double value = settings.comfortValue();
    out.set(0 - greatest, 0 - least, value, value, 0);
  }

  @Override
  public void request(double hours, double requestedMw) {
    consumption.set(-requestedMw);
  }

  @Override
  public double intendedMw(double hours) {
    look(hours, temperature.known(), gain(irradiance == null ? 0 : irradiance.known()));
    return 0 - chosen();
  }

  /**
   * Heating and cooling apart, both at a time not excluded; of the thermostat only what leaving the
   * band costs.
   */
  @Override
  public boolean plan(Outlook outlook, Program program) {
    HvacPlan plan = new HvacPlan(settings, building, program);
    plan.start(indoorC.get(), envelopeC.get());
    for (int k = 0; k < outlook.intervals(); k++) {
      double watts = irradiance == null ? 0 : outlook.value(irradiance, k);
      plan.add(k, outlook.hours(k), outlook.value(temperature, k), gain(watts));
    }
    return true;
  }

  @Override
  public void act(double hours) {
    look(hours, temperature.actual(), gainNow());
    double power = chosen();
    terminal.inject(0 - power, 0 - mvarPerMw * power);
  }

  @Override
  public void settle(Settlement step) {
    double hours = step.hours();
    double outdoor = temperature.actual();
    double gain = gainNow();
    look(hours, outdoor, gain);
    double heat = gain - heatPerMw * step.pMw();
    double air = indoorC.get() - outdoor;
    double envelope = envelopeC.get() - outdoor;
    indoorC.set(outdoor + building.air(air, envelope, heat));
    envelopeC.set(outdoor + building.envelope(air, envelope, heat));
    double reached = indoorC.get();
    double beyond = Math.max(0, Math.max(settings.minC() - reached, reached - settings.maxC()));
    step.violation(beyond / (settings.maxC() - settings.minC()) * hours);
    step.cost(settings.discomfortCost() * beyond * hours);
  }

  private double gainNow() {
    return gain(irradiance == null ? 0 : irradiance.actual());
  }

  private double gain(double wattsPerSquareMetre) {
    return settings.internalGainMw() + aperture * Math.max(0, wattsPerSquareMetre);
  }

  /** What its action comes to within what was looked at, MW consumed. */
  private double chosen() {
    return Math.max(least, Math.min(greatest, consumption.get()));
  }

  /** Finds whether it heats or cools, and the powers at which the thermostat lets it. */
  private void look(double hours, double outdoor, double gain) {
    building.prepare(hours);
    double alone = outdoor + building.air(indoorC.get() - outdoor, envelopeC.get() - outdoor, gain);
    boolean heats =
        switch (settings.mode()) {
          case HEATING -> true;
          case COOLING -> false;
          case AUTO -> alone < (settings.minC() + settings.maxC()) / 2;
        };
    heatPerMw = heats ? settings.heatingCop() : -settings.coolingCop();
    double kelvins = heatPerMw * building.kelvinsPerMw();
    double toLeast = (settings.minC() - alone) / kelvins;
    double toGreatest = (settings.maxC() - alone) / kelvins;
    least = limited(Math.min(toLeast, toGreatest));
    greatest = limited(Math.max(toLeast, toGreatest));
  }

  private double limited(double power) {
    return Math.max(0, Math.min(max, power));
  }
}
