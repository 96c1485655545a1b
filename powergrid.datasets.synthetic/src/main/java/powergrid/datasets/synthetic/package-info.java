/**
 * Days that never were: load, weather and prices from published shapes and seeded noise, so that
 * every scenario runs without data files. Plausible, not a forecast for any place.
 *
 * <ul>
 *   <li><b>Sun</b>: position from the declination and the equation of time of Spencer (1971);
 *       clear-sky irradiance 1098 cos Z exp(−0.057 / cos Z) W/m² of Haurwitz (1945), as tested by
 *       Reno, Hansen and Stein (SAND2012-2389). A day is clear, broken or overcast; within it the
 *       clearness is a first-order autoregression around the day's mean, half an hour long.
 *   <li><b>Temperature</b>: a yearly and a daily cosine (warmest on 20 July, at 15:00), an anomaly
 *       a day, a smaller daily swing under cloud.
 *   <li><b>Load</b>: residential double hump, another on weekends, with heating below 15 °C and
 *       cooling above 22 °C, and a first-order autoregressive noise an hour long.
 *   <li><b>Price</b>: one an hour, exponential in the load of a system with much sun, less that sun
 *       (the "duck curve" of the California ISO, 2013), with noise an hour and a day, and a rare
 *       spike in the evening. As a day-ahead price it knows the day's kind, not its clouds.
 *   <li><b>Wind speed</b>: Weibull. The mean of two squared standard normal variates is
 *       exponentially distributed; two autoregressions of six hours therefore give an exactly
 *       Weibull distributed process through its quantile function.
 * </ul>
 *
 * <p>Every process draws from a stream of its own, the same number of variates a step whatever
 * columns are asked for; what depends on another (load on temperature, price on both) computes it
 * from that one's stream. Noise but the wind's is the sum of four uniform variates, nearly normal
 * and bounded by 3.46 standard deviations, so that columns have bounds. Functions are {@link
 * java.lang.StrictMath}'s: the same bits everywhere.
 */
package powergrid.datasets.synthetic;
