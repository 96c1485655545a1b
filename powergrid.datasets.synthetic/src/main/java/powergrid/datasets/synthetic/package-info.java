/**
 * Days that never were: load, weather, prices and arrivals from published shapes and seeded noise,
 * so that every scenario runs without data files. Plausible, not a forecast for any place.
 *
 * <ul>
 *   <li>Sun: position from the declination and the equation of time of Spencer (1971); clear-sky
 *       irradiance 1098 cos Z exp(−0.057 / cos Z) W/m² of Haurwitz (1945), as tested by Reno,
 *       Hansen and Stein (SAND2012-2389), where Z is the zenith angle. A day is clear, broken or
 *       overcast; within it the clearness is a first-order autoregression around the day's mean,
 *       half an hour long. {@code sunElevation} is 90° − Z without refraction, {@code sunAzimuth}
 *       is counted from north by east.
 *   <li>Beam and diffuse irradiance: from the global one, by the equations below.
 *   <li>Temperature: a yearly and a daily cosine (warmest on 20 July, at 15:00), an anomaly a day,
 *       a smaller daily swing under cloud.
 *   <li>Load: residential double hump, another on weekends, with heating below 15 °C and cooling
 *       above 22 °C, and a first-order autoregressive noise an hour long.
 *   <li>Price: one an hour, exponential in the load of a system with much sun, less that sun (the
 *       "duck curve" of the California ISO, 2013), with noise an hour and a day, and a rare spike
 *       in the evening. As a day-ahead price it knows the day's kind, not its clouds.
 *   <li>Wind speed: Weibull. The mean of two squared standard normal variates is exponentially
 *       distributed; two autoregressions of six hours therefore give an exactly Weibull distributed
 *       process through its quantile function.
 *   <li>Arrivals: of electric vehicles, expected, 1/h at a charger, one a day in all: the scale of
 *       the series says how many. The shapes of weekdays and of weekends are those of public
 *       chargers in the Netherlands by the hour (ElaadNL, Open Datasets for Electric Mobility
 *       Research, 2020): a peak when work begins and a higher one when it ends; on weekends one in
 *       the afternoon. There is no noise: who draws arrivals from it makes that.
 * </ul>
 *
 * <p>{@code directIrradiance}, on a plane that faces the sun (DNI), and {@code diffuseIrradiance},
 * on the horizontal (DHI), are parts of the global horizontal {@code irradiance} (GHI), for
 * whatever clouds there are, by Erbs, Klein and Duffie (Solar Energy 28, 1982):
 *
 * <pre>
 * kt  = GHI / (1366.1 E0 cos Z)
 * DHI = GHI (1 − 0.09 kt)                                                  up to kt = 0.22
 * DHI = GHI (0.9511 − 0.1604 kt + 4.388 kt² − 16.638 kt³ + 12.336 kt⁴)     up to kt = 0.80
 * DHI = GHI 0.165                                                          above
 * DNI = (GHI − DHI) / cos Z
 * </pre>
 *
 * <p>1366.1 W/m² is the solar constant of ASTM E490, E0 Spencer's (1971) factor of the distance
 * from the sun. So GHI = DNI cos Z + DHI.
 *
 * <p>Every process draws from a stream of its own, the same number of variates a step whatever
 * columns are asked for; what depends on another (load on temperature, price on both, beam on
 * clouds) computes it from that one's stream. A longer period begins with the values of a shorter
 * one. Noise but the wind's is the sum of four uniform variates, nearly normal and bounded by 3.46
 * standard deviations, so that columns have bounds. Functions are those of {@code StrictMath}: the
 * same bits everywhere.
 */
package powergrid.datasets.synthetic;
