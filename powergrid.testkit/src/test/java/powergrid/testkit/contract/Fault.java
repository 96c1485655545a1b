package powergrid.testkit.contract;

/** What can be wrong with a {@link FaultyBattery}, and the one test that must find it. */
enum Fault {
  NONE(""),
  LEAVES_ITS_OFFER("staysWithinItsLimitsWhateverIsAsked"),
  HALVES_REQUESTS("meetsTheRequestsWithinItsOffer"),
  INTENDS_NOTHING("meetsTheRequestsWithinItsOffer"),
  INTEGRATES_WHAT_IT_INJECTS("changesByWhatFlowedAndNotByWhatWasAsked"),
  BOOKS_WHAT_IT_INJECTS("changesByWhatFlowedAndNotByWhatWasAsked"),
  LOSES_A_LITTLE("closesItsEnergyBalance"),
  DISCHARGES_IN_THE_DARK("movesNoEnergyInABlackout"),
  PAYS_IN_THE_DARK("movesNoEnergyInABlackout"),
  STARTS_AS_IT_LIKES("repeatsItselfToTheBit"),
  HIDES_STATE("goesOnTheSameWhenRestored"),
  COUNTS_EPISODES("startsEveryEpisodeAfresh"),
  DRAWS_WHEN_IT_DISCHARGES("drawsTheSameWhateverItDoes"),
  DRAWS_WHEN_IT_OFFERS("drawsTheSameWhateverItDoes"),
  CALLS_KILOWATTS_MEGAWATTS("namesItsUnits"),
  HAS_NO_BOUND("keepsAllThatIsObservedWithinFiniteBounds"),
  HAS_TWO_POWERS("isDispatchedByOneActionAtMost"),
  FAILS_WHEN_SMALL("describesAndChecksItsConfiguration"),
  ALLOCATES("allocatesNothingInAStep"),
  ALLOCATES_IN_THE_DARK("allocatesNothingInAStep");

  /** The name of the test that fails. */
  final String found;

  Fault(String found) {
    this.found = found;
  }
}
