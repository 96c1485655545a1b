package powergrid.datasets.synthetic;

import java.time.DayOfWeek;
import java.time.LocalDate;
import powergrid.api.random.RandomStream;

/** What is drawn once a day and shared by all columns: sky, warmth, level of load and price. */
final class Days {
  private static final double WARMEST_DAY = 201;

  private final SyntheticSettings settings;
  private final SolarPosition sun;
  private final RandomStream random;
  private long epochDay;
  private double anomaly;
  private double seasonal;
  private double swing;
  private Sky sky;
  private boolean weekend;
  private double loadLevel;
  private double priceLevel;

  Days(SyntheticSettings settings, RandomStream random, LocalDate first) {
    this.settings = settings;
    this.random = random;
    sun = new SolarPosition(settings);
    anomaly = Noise.next(random);
    begin(first);
  }

  private void begin(LocalDate date) {
    epochDay = date.toEpochDay();
    sky = Sky.of(random.nextDouble());
    anomaly = 0.7 * anomaly + Noise.innovation(0.7) * Noise.next(random);
    loadLevel = 1 + 0.02 * Noise.next(random);
    priceLevel = 1 + 0.08 * Noise.next(random);
    double season = 2 * Math.PI * (date.getDayOfYear() - WARMEST_DAY) / 365;
    seasonal = settings.seasonalSwingC() * StrictMath.cos(season);
    swing = settings.dailySwingC() * (0.4 + 0.6 * sky.mean);
    DayOfWeek day = date.getDayOfWeek();
    weekend = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    sun.day(date);
  }

  /** Moves on to a day, drawing all days in between. */
  void moveTo(long day) {
    while (epochDay < day) {
      begin(LocalDate.ofEpochDay(epochDay + 1));
    }
  }

  SolarPosition sun() {
    return sun;
  }

  Sky sky() {
    return sky;
  }

  boolean weekend() {
    return weekend;
  }

  double priceLevel() {
    return priceLevel;
  }

  /**
   * Temperature.
   *
   * @param hour since midnight
   * @return °C
   */
  double temperature(double hour) {
    double daily = swing * StrictMath.cos((hour - 15) * (Math.PI / 12));
    return settings.meanTemperatureC() + seasonal + 2.5 * anomaly + daily;
  }

  /**
   * Expected load.
   *
   * @param hour since midnight
   * @return pu of a year's peak, about
   */
  double load(double hour) {
    return loadLevel * LoadShape.of(weekend, hour) + LoadShape.weather(temperature(hour));
  }
}
