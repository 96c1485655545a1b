package powergrid.devices.solar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaneOfArrayTest {
  /** Of pvlib-python, test_irradiance.py: test_aoi_and_aoi_projection, by zenith angle. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 0, 1",
    "30, 180, 30, 180, 1",
    "30, 180, 150, 0, -1",
    "90, 0, 30, 60, 0.25",
    "90, 0, 30, 170, -0.4924038"
  })
  void incidenceIsThatOfPvlib(
      double tilt, double azimuth, double zenith, double sunAzimuth, double cosIncidence) {
    PlaneOfArray plane = new PlaneOfArray(tilt, azimuth, 0.2);
    assertEquals(cosIncidence, plane.cosIncidence(90 - zenith, sunAzimuth), 1e-7);
  }

  /** Of the same: test_isotropic_float and test_get_ground_diffuse_simple_float, albedo 0.25. */
  @Test
  void skyAndGroundAreThoseOfPvlib() {
    PlaneOfArray plane = new PlaneOfArray(40, 180, 0.25);
    assertEquals(88.30222215594891, plane.diffuse(100, 0), 1e-9);
    assertEquals(26.32000014911496, plane.diffuse(0, 900), 1e-9);
  }

  @Test
  void aHorizontalPlaneHasTheGlobalIrradiance() {
    PlaneOfArray plane = new PlaneOfArray(0, 180, 0.2);
    assertEquals(0.5, plane.cosIncidence(30, 77), 1e-15, "the sine of the elevation");
    assertEquals(100, plane.diffuse(100, 500), 0, "sees no ground");
  }

  @Test
  void aWallSeesTheSunByTheCosineOfItsElevation() {
    PlaneOfArray wall = new PlaneOfArray(90, 180, 0.2);
    for (double elevation = -90; elevation <= 90; elevation += 0.5) {
      double expected = Math.cos(Math.toRadians(elevation));
      assertEquals(expected, wall.cosIncidence(elevation, 180), 1e-8, "at " + elevation + "°");
    }
  }
}
