package powergrid.bench;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import powergrid.powerflow.newton.NewtonRaphson;

/** Time of a balanced solve of the IEEE 118-bus case by Newton's method. */
public class NewtonBenchmark extends SolveBenchmark {
  /** Tolerance, MVA: 1e-6 pu of the case's 100 MVA, and the method's default. */
  @Param({"1e-4", "1e-10"})
  public double toleranceMva;

  /** Draws the loads. */
  @Setup
  public void prepare() {
    prepare(new NewtonRaphson(toleranceMva, 20), BenchNetworks.of("case118"), 118);
  }
}
