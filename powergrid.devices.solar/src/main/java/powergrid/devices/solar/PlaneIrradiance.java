package powergrid.devices.solar;

import powergrid.api.dataset.Series;
import powergrid.api.device.DeviceContext;
import powergrid.api.planning.Outlook;

/** Irradiance in the plane of a plant's array, from the series that the scenario has. */
final class PlaneIrradiance {
  private final Series global;
  private final PlaneOfArray plane;
  private final Series direct;
  private final Series diffuse;
  private final Series elevation;
  private final Series azimuth;

  PlaneIrradiance(SolarSettings settings, DeviceContext context) {
    global = context.series(settings.irradiance());
    boolean tilted = settings.tilted();
    plane =
        tilted
            ? new PlaneOfArray(settings.tiltDeg(), settings.azimuthDeg(), settings.albedo())
            : null;
    direct = tilted ? context.series(settings.directIrradiance()) : null;
    diffuse = tilted ? context.series(settings.diffuseIrradiance()) : null;
    elevation = tilted ? context.series(settings.sunElevation()) : null;
    azimuth = tilted ? context.series(settings.sunAzimuth()) : null;
  }

  /** The present interval's, W/m². */
  double actual() {
    return plane == null
        ? global.actual()
        : inPlane(
            global.actual(),
            direct.actual(),
            diffuse.actual(),
            elevation.actual(),
            azimuth.actual());
  }

  /** From what is known when the present interval's decisions are made, W/m². */
  double known() {
    return plane == null
        ? global.known()
        : inPlane(
            global.known(), direct.known(), diffuse.known(), elevation.known(), azimuth.known());
  }

  /** What a plan takes it to be in an interval, W/m². */
  double planned(Outlook outlook, int interval) {
    return plane == null
        ? outlook.value(global, interval)
        : inPlane(
            outlook.value(global, interval),
            outlook.value(direct, interval),
            outlook.value(diffuse, interval),
            outlook.value(elevation, interval),
            outlook.value(azimuth, interval));
  }

  private double inPlane(
      double ghi, double dni, double dhi, double elevationDeg, double azimuthDeg) {
    // Below the horizon there is no beam, and no need of its angle in all those nights.
    double cosIncidence =
        elevationDeg > 0 && dni > 0 ? plane.cosIncidence(elevationDeg, azimuthDeg) : 0;
    return dni * Math.max(0, cosIncidence) + plane.diffuse(dhi, ghi);
  }
}
