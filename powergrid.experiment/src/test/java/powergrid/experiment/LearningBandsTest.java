package powergrid.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import powergrid.api.learning.Iteration;
import powergrid.experiment.report.ReportData.Curve;
import powergrid.experiment.report.ReportData.Curves;
import powergrid.experiment.training.Point;
import powergrid.experiment.training.Validation;

class LearningBandsTest {
  private static final Plan PLAN =
      new Plan(
          List.of(
              new Variant(
                  "a", Map.of(), ScenarioFixture.withExperiment(""), Variant.Kind.COMPARED)),
          List.of(3L, 5L),
          1,
          List.of(),
          List.of(),
          List.of(),
          "a",
          Optional.empty(),
          List.of());

  /** Steps and rewards in turn. */
  private static List<Point> curve(double... stepsAndRewards) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < stepsAndRewards.length; i += 2) {
      Iteration iteration = new Iteration(1, 1, stepsAndRewards[i + 1], Map.of());
      points.add(
          new Point(
              i / 2 + 1,
              (long) stepsAndRewards[i],
              1,
              iteration,
              new Validation.Trial(Double.NaN, Double.NaN),
              0));
    }
    return points;
  }

  private static Curves of(Map<Integer, List<Point>> points) {
    return new LearningBands(PLAN, points, p -> p.iteration().episodeReward())
        .of("reward")
        .orElseThrow();
  }

  @Test
  void curvesMeetOnCommonSteps() {
    Curves curves = of(Map.of(0, curve(10, 1, 20, 2, 30, 4, 40, 8), 1, curve(20, 10, 40, 30)));
    assertEquals(List.of(10.0, 20.0, 30.0, 40.0), curves.steps());
    Curve curve = curves.curves().get(0);
    assertEquals(List.of(1.0, 2.0, 4.0, 8.0), curve.seeds().get(0).values());
    // nothing before the first point; half-way between two of them the mean
    assertEquals(List.of(Double.NaN, 10.0, 20.0, 30.0), curve.seeds().get(1).values());
    assertEquals(List.of(1.0, 6.0, 12.0, 19.0), curve.mid());
    assertEquals(List.of(Double.NaN, 2.0, 4.0, 8.0), curve.low());
    assertEquals(List.of(Double.NaN, 10.0, 20.0, 30.0), curve.high());
  }

  @Test
  void aSeedThatEndsEarlyIsNotGuessed() {
    Curve curve = of(Map.of(0, curve(10, 1, 20, 2), 1, curve(10, 5))).curves().get(0);
    assertEquals(List.of(5.0, Double.NaN), curve.seeds().get(1).values());
    assertEquals(List.of(3.0, 2.0), curve.mid());
    assertTrue(curve.high().get(1).isNaN(), "one seed has no interval");
  }

  @Test
  void pointsBetweenTwoStepsAreAveraged() {
    double[] dense = new double[2 * 240];
    for (int i = 0; i < 240; i++) {
      dense[2 * i] = i + 1;
      dense[2 * i + 1] = i + 1;
    }
    Curves curves = of(Map.of(0, curve(dense)));
    assertEquals(120, curves.steps().size());
    // 1 and 2, 3 and 4, …
    assertEquals(1.5, curves.curves().get(0).mid().get(0));
    assertEquals(239.5, curves.curves().get(0).mid().get(119));
  }

  @Test
  void whatIsNowhereDefinedIsNoCurve() {
    Map<Integer, List<Point>> points = Map.of(0, curve(10, 1));
    assertTrue(new LearningBands(PLAN, points, Point::validationReward).of("x").isEmpty());
    assertTrue(new LearningBands(PLAN, Map.of(), Point::validationReward).of("x").isEmpty());
  }

  @Test
  void seedsAndTimesAreSaidBriefly() {
    assertEquals("1 to 3, 7, 8, 20", Reports.ranges(List.of(1L, 2L, 3L, 7L, 8L, 20L)));
    assertEquals("5", Reports.ranges(List.of(5L)));
    assertEquals("2.4 s", Reports.lasting(Duration.ofMillis(2400)));
    assertEquals("1 min 5 s", Reports.lasting(Duration.ofSeconds(65)));
    assertEquals("26 h 3 min", Reports.lasting(Duration.ofMinutes(26 * 60 + 3)));
  }
}
