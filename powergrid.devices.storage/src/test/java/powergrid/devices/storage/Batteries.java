package powergrid.devices.storage;

import powergrid.api.device.InverterSettings;
import powergrid.api.device.VoltageCurve;
import powergrid.testkit.Configured;
import powergrid.testkit.DeviceHarness;

/** What the tests of batteries start from. */
final class Batteries {
  private Batteries() {}

  /** The defaults. */
  static Configured<StorageSettings> settings() {
    return Configured.of(StorageSettings.class);
  }

  /** Half a megawatt and two megawatt-hours, half full, without losses and between 0 and 1. */
  static Configured<StorageSettings> lossless() {
    return settings()
        .with("pMaxMw", 0.5)
        .with("energyMwh", 2)
        .with("chargeEfficiency", 1)
        .with("dischargeEfficiency", 1)
        .with("minSoc", 0)
        .with("maxSoc", 1)
        .with("initialSocMin", 0.5)
        .with("initialSocMax", 0.5);
  }

  /** An inverter of a rating; the rest as by default. */
  static InverterSettings inverter(
      double ratingMva, InverterSettings.Reactive reactive, boolean voltWatt) {
    return new InverterSettings(
        ratingMva, reactive, Double.NaN, 0.95, VoltageCurve.Category.B, voltWatt);
  }

  static DeviceHarness start(Configured<StorageSettings> settings) {
    return DeviceHarness.of(new StorageFactory(), settings.build()).series("price", 50).start();
  }
}
