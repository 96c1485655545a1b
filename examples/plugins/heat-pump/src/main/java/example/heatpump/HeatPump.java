package example.heatpump;

import powergrid.api.agent.Flexibility;
import powergrid.api.agent.Variables;
import powergrid.api.agent.Visibility;
import powergrid.api.dataset.Series;
import powergrid.api.device.Device;
import powergrid.api.device.DeviceContext;
import powergrid.api.device.Settlement;
import powergrid.api.device.Terminal;

/** A heat pump and its building, as the package describes them. */
final class HeatPump implements Device {
  private final HeatPumpSettings settings;
  private final Terminal terminal;
  private final Series outdoor;
  private final Variables.Real consumption;
  private final Variables.Real temperature;

  HeatPump(HeatPumpSettings settings, DeviceContext context) {
    this.settings = settings;
    terminal = context.terminal();
    outdoor = context.series(settings.temperature());
    double max = settings.maxConsumptionMw();
    consumption = context.actions().real("consumption", "MW", 0, max, 0, Visibility.OWNER);
    temperature =
        context
            .feature("thermal")
            .real("temperatureC", "°C", -50, 100, settings.startC(), Visibility.PARENT);
  }

  @Override
  public void offer(double hours, Flexibility out) {
    double outdoorC = outdoor.known();
    double least = least(hours, outdoorC);
    double worth = settings.heatValue() * settings.performance(outdoorC);
    out.set(-greatest(hours, outdoorC, least), -least, worth, worth, 0);
  }

  @Override
  public void request(double hours, double requestedMw) {
    consumption.set(-requestedMw);
  }

  @Override
  public double intendedMw(double hours) {
    return -consumption(hours, outdoor.known());
  }

  @Override
  public void act(double hours) {
    terminal.inject(-consumption(hours, outdoor.actual()), 0);
  }

  @Override
  public void settle(Settlement step) {
    double outdoorC = outdoor.actual();
    double heatMw = -step.pMw() * settings.performance(outdoorC);
    double limit = outdoorC + heatMw / settings.lossMwPerK();
    double reached = limit + (temperature.get() - limit) * settings.remaining(step.hours());
    temperature.set(reached);
    double outside = Math.max(0, Math.max(settings.minC() - reached, reached - settings.maxC()));
    step.violation(outside / (settings.maxC() - settings.minC()) * step.hours());
  }

  /** What it is asked for, as far as the thermostat and the compressor let it. */
  private double consumption(double hours, double outdoorC) {
    double least = least(hours, outdoorC);
    double greatest = greatest(hours, outdoorC, least);
    double wanted = Math.max(least, Math.min(greatest, consumption.get()));
    double compressor = settings.minConsumptionMw();
    if (wanted >= compressor) {
      return wanted;
    }
    return wanted >= compressor / 2 && greatest >= compressor ? compressor : 0;
  }

  /** What keeps the least temperature: nothing, or what the compressor can run at. */
  private double least(double hours, double outdoorC) {
    double needed = toReach(settings.minC(), hours, outdoorC);
    return needed <= 0 ? 0 : limited(Math.max(settings.minConsumptionMw(), needed));
  }

  /** What the greatest temperature leaves room for, or what is needed anyway. */
  private double greatest(double hours, double outdoorC, double least) {
    double room = limited(toReach(settings.maxC(), hours, outdoorC));
    return Math.max(least, room < settings.minConsumptionMw() ? 0 : room);
  }

  private double limited(double consumptionMw) {
    return Math.max(0, Math.min(settings.maxConsumptionMw(), consumptionMw));
  }

  private double toReach(double target, double hours, double outdoorC) {
    double remaining = settings.remaining(hours);
    double limit = (target - temperature.get() * remaining) / (1 - remaining);
    return (limit - outdoorC) * settings.lossMwPerK() / settings.performance(outdoorC);
  }
}
