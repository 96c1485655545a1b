package powergrid.testkit.contract;

import java.util.Set;
import java.util.stream.Collectors;

/** What can be wrong with a {@link FaultySharing} or {@link FaultyDispatch}, and what finds it. */
enum ProtocolFault {
  NONE,
  IS_ANOTHER_EACH_TIME("repeatsItselfToTheBit"),
  HIDES_STATE("goesOnTheSameWhenRestored"),
  LOSES_DIGITS("accountsForItsMessages"),
  CALLS_KILOWATTS_MEGAWATTS("namesTheUnitsOfItsMessages"),
  LOOKS_AT_OTHERS("readsNothingOfOthers"),
  SAYS_NO_NUMBER(
      "saysAndAsksForFiniteNumbersWithinTheirBounds",
      "copesWithDelayAndLoss",
      "fallsBackWhereNothingIsHeard",
      "worksWhereNobodyCanDoMuch"),
  LEAVES_ITS_FIELD(
      "saysAndAsksForFiniteNumbersWithinTheirBounds",
      "copesWithDelayAndLoss",
      "fallsBackWhereNothingIsHeard",
      "worksWhereNobodyCanDoMuch"),
  ASKS_FOR_MORE_THAN_CAN_BE(
      "saysAndAsksForFiniteNumbersWithinTheirBounds",
      "keepsTheSumOfPowersWhereItSaysSo",
      "copesWithDelayAndLoss",
      "worksWhereNobodyCanDoMuch"),
  KEEPS_WHAT_IT_ASKS_FOR_TO_ITSELF("saysAndAsksForFiniteNumbersWithinTheirBounds"),
  PUBLISHES_TOO_MUCH("saysAndAsksForFiniteNumbersWithinTheirBounds"),
  LOSES_A_LITTLE("keepsTheSumOfPowersWhereItSaysSo"),
  FAILS_WHEN_IT_IS_LATE("copesWithDelayAndLoss"),
  FAILS_IN_SILENCE("fallsBackWhereNothingIsHeard"),
  NEEDS_SOMEBODY("worksAlone"),
  DIVIDES_BY_NOTHING("worksWhereNobodyCanDoMuch"),
  COUNTS_TURNS("doesNotDependOnTheOrderOfTurns"),
  FAILS_WHEN_SMALL("describesAndChecksItsConfiguration"),
  ALLOCATES("allocatesNothingButMessages"),
  STARTS_ANYWHERE("startsWithinItsActionSpace"),
  IGNORES_WHAT_IS_ASKED("turnsWhatItRealisesIntoWhatItSays", "keepsTheSumOfPowersWhereItSaysSo"),
  MEANS_INFINITELY_MUCH("saysAndAsksForFiniteNumbersWithinTheirBounds"),

  // what follows stops a protocol at all
  SENDS_WHAT_IT_DOES_NOT_DECLARE("accountsForItsMessages"),
  SAYS_A_WORD("accountsForItsMessages"),
  READS_WHAT_NOBODY_HAS("readsNothingOfOthers"),
  USES_ANOTHERS_SELF("readsNothingOfOthers");

  /** A line a test. */
  private final String found;

  ProtocolFault(String... found) {
    this.found = String.join("\n", found);
  }

  /** The names of the tests that fail. */
  Set<String> found() {
    return found.lines().collect(Collectors.toSet());
  }
}
