package powergrid.experiment;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import powergrid.api.environment.StepView;
import powergrid.api.learning.Tensors;
import powergrid.api.scenario.Scenario;
import powergrid.experiment.report.DayRecorder;
import powergrid.experiment.training.Store;

/**
 * What a run is to do.
 *
 * @param run its position in the plan
 * @param kind of its variant
 * @param scenario of its variant
 * @param seed of the run
 * @param threads that a learner may use
 * @param store where a training goes on from, and is saved
 * @param policy that was learnt elsewhere; empty where the run trains its own, or nobody learns
 * @param covers whether a step is within what a bound is proven for; empty where nobody asks
 * @param day notes what a report shows of the first episode; empty where it shows another run's
 * @param trace makes what messages are written to
 */
record RunOrder(
    int run,
    Variant.Kind kind,
    Scenario scenario,
    long seed,
    int threads,
    Store store,
    Optional<Tensors> policy,
    Optional<Predicate<StepView>> covers,
    Optional<DayRecorder> day,
    Supplier<Optional<MessageTrace>> trace) {}
