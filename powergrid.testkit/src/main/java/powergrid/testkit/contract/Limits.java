package powergrid.testkit.contract;

import powergrid.api.agent.Flexibility;
import powergrid.api.space.Axis;
import powergrid.api.space.Space;
import powergrid.testkit.DeviceHarness;

/** That a device stays within its offer, its dispatch axis and its rating whatever it is asked. */
final class Limits {
  private static final double TOLERANCE = 1e-9;

  private final Trial trial;
  private final double ratingMva;
  private double leastMw;
  private double greatestMw;

  Limits(Trial trial, double ratingMva) {
    this.trial = trial;
    this.ratingMva = ratingMva;
  }

  void check(int steps) {
    for (int i = 0; i < steps; i++) {
      ask();
      trial.decide();
      trial.step();
      checkOffer();
      checkAxis();
      checkRating();
      checkCarried();
    }
  }

  private void ask() {
    Flexibility offer = trial.device.offer();
    // what has choices alone may offer nothing to be asked, and choose for itself
    boolean offers = trial.device.offers() && (dispatched() || offer.minMw() != offer.maxMw());
    leastMw = offers ? offer.minMw() : Double.NEGATIVE_INFINITY;
    greatestMw = offers ? offer.maxMw() : Double.POSITIVE_INFINITY;
    if (offers && !(Double.isFinite(leastMw) && Double.isFinite(greatestMw))) {
      throw trial.failure(
          "offers " + leastMw + " to " + greatestMw + " MW next", "an offer is finite");
    }
    if (!Double.isFinite(offer.buy() + offer.sell() + offer.curve())) {
      throw trial.failure(
          "offers at " + offer.buy() + ", " + offer.sell() + ", " + offer.curve(),
          "the prices of an offer are finite");
    }
  }

  private boolean dispatched() {
    return trial.device.actions().space().axes().stream()
        .anyMatch(axis -> axis.continuous() && axis.unit().equals("MW"));
  }

  private void checkOffer() {
    double p = trial.device.pMw();
    if (!(p >= leastMw - TOLERANCE && p <= greatestMw + TOLERANCE)) {
      throw trial.failure(
          "injects " + p + " MW after offering " + leastMw + " to " + greatestMw + " MW",
          "power stays within what was offered for the step, where all series are known");
    }
  }

  private void checkAxis() {
    Space actions = trial.device.actions().space();
    for (int i = 0; i < actions.size(); i++) {
      Axis axis = actions.axis(i);
      if (axis.continuous() && axis.unit().equals("MW")) {
        double power = trial.device.pMw() * (axis.name().equals("consumption") ? -1 : 1);
        boolean ceiling = axis.name().equals("pLimit");
        if (power > axis.high() + TOLERANCE || (!ceiling && power < axis.low() - TOLERANCE)) {
          throw trial.failure(
              axis.name() + " comes to " + power + " MW",
              "power stays within the bounds of its axis, "
                  + axis.low()
                  + " to "
                  + axis.high()
                  + " MW");
        }
      }
    }
  }

  private void checkRating() {
    DeviceHarness device = trial.device;
    check("injects", device.pMw(), device.qMvar());
    if (!device.booked().formedGrid() && !device.metersSource()) {
      check("makes of its voltage", device.booked().pMw(), device.booked().qMvar());
    }
  }

  private void check(String what, double p, double q) {
    if (!(Math.hypot(p, q) <= ratingMva + TOLERANCE)) {
      throw trial.failure(
          what + " " + p + " MW and " + q + " MVAr, " + Math.hypot(p, q) + " MVA",
          "apparent power stays within the rating, " + ratingMva + " MVA");
    }
  }

  private void checkCarried() {
    DeviceHarness device = trial.device;
    double rating = device.formsMva();
    double least = device.carriesAtLeastMw();
    double greatest = device.carriesAtMostMw();
    if (!Double.isNaN(rating)
        && !(least >= -rating - TOLERANCE && greatest <= rating + TOLERANCE)) {
      throw trial.failure(
          "says it carries " + least + " to " + greatest + " MW",
          "a grid-forming device says in every act what it could carry, within its rating, "
              + rating
              + " MVA");
    }
  }
}
