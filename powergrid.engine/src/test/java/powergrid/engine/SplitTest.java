package powergrid.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import powergrid.api.environment.Environment;
import powergrid.api.environment.Split;
import powergrid.api.scenario.Mistake;
import powergrid.api.scenario.Scenario;

/** Whole weeks are dealt out, and no split sees a day of another. */
class SplitTest {
  private static final LocalDate FIRST = LocalDate.of(2023, 7, 1);

  private final TestWorkbench workbench = new TestWorkbench();

  private Scenario scenario(int days, int steps, String split) {
    return workbench.scenario(
        """
        name: split
        clock: {start: "2023-07-01T00:00", step: 1h, steps: %d, days: %d}
        network: {type: ieee13}
        data: {price: {dataset: synthetic}, split: %s}
        experiment: {metrics: [cost]}
        microgrids:
          - id: MG1
            devices:
              - {id: grid, type: grid, bus: "650"}
        """
            .formatted(steps, days, split));
  }

  private Set<Long> days(Scenario scenario, Split split) {
    Set<Long> days = new HashSet<>();
    try (Environment environment = workbench.environments().create(scenario, split)) {
      environment.reset(1);
      for (int i = 0; i < 400; i++) {
        days.add(ChronoUnit.DAYS.between(FIRST, environment.view().start().toLocalDate()));
        environment.reset();
      }
    }
    return days;
  }

  @Test
  void aSnapshotOfOneSplitIsRefusedInAnother() {
    Scenario scenario = scenario(70, 24, "{train: 0.6, validation: 0.2, test: 0.2}");
    try (Environment train = workbench.environments().create(scenario, Split.TRAIN);
        Environment same = workbench.environments().create(scenario, Split.TRAIN);
        Environment test = workbench.environments().create(scenario, Split.TEST)) {
      train.reset(1);
      byte[] snapshot = train.snapshot();
      same.restore(snapshot);
      assertEquals(train.view().start(), same.view().start());
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> test.restore(snapshot));
      assertEquals(
          "the snapshot is of another scenario, of other days, or of other versions of its plug-ins",
          e.getMessage());
    }
  }

  @Test
  void wholeWeeksInTurnByTheirShares() {
    Scenario scenario = scenario(70, 24, "{train: 0.6, validation: 0.2, test: 0.2}");
    Map<Split, Set<Long>> weeks = new EnumMap<>(Split.class);
    for (Split split : List.of(Split.TRAIN, Split.VALIDATION, Split.TEST)) {
      Set<Long> days = days(scenario, split);
      Set<Long> own = new HashSet<>();
      days.forEach(day -> own.add(day / 7));
      assertEquals(7 * own.size(), days.size(), "all days of its weeks: " + days);
      weeks.put(split, own);
    }
    assertEquals(6, weeks.get(Split.TRAIN).size());
    assertEquals(2, weeks.get(Split.VALIDATION).size());
    assertEquals(2, weeks.get(Split.TEST).size());
    Set<Long> all = new HashSet<>();
    weeks.values().forEach(all::addAll);
    assertEquals(10, all.size());
    for (Split split : List.of(Split.VALIDATION, Split.TEST)) {
      assertTrue(
          weeks.get(split).stream().anyMatch(w -> w < 5)
              && weeks.get(split).stream().anyMatch(w -> w >= 5),
          "in both halves of the time: " + weeks);
    }
  }

  @Test
  void episodesEndWithinTheirWeek() {
    Set<Long> days = days(scenario(28, 72, "{train: 1, test: 1}"), Split.TRAIN);
    assertTrue(days.stream().allMatch(day -> day % 7 <= 4), days.toString());
    assertFalse(days.isEmpty());
  }

  @Test
  void everySplitGetsAWeek() {
    Scenario scenario = scenario(21, 24, "{train: 0.98, validation: 0.01, test: 0.01}");
    for (Split split : List.of(Split.TRAIN, Split.VALIDATION, Split.TEST)) {
      assertEquals(7, days(scenario, split).size());
    }
  }

  private String mistake(Scenario scenario) {
    List<Mistake> mistakes = workbench.environments().check(scenario);
    assertEquals(1, mistakes.size(), mistakes.toString());
    assertEquals("data.split", mistakes.get(0).place().path());
    return mistakes.get(0).message();
  }

  @Test
  void tooFewWeeksAreRefused() {
    assertEquals(
        "20 days are 2 whole weeks, and 3 splits take at least one each; write clock.days: 21 or"
            + " more",
        mistake(scenario(20, 24, "{train: 3, validation: 1, test: 1}")));
  }

  @Test
  void episodesLongerThanAWeekAreRefused() {
    assertEquals(
        "an episode lasts 8 days, and a week of a split has 7; write fewer clock.steps, or no"
            + " split",
        mistake(scenario(28, 7 * 24 + 1, "{train: 1, test: 1}")));
  }
}
