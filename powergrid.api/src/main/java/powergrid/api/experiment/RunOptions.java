package powergrid.api.experiment;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * What is special about a run of an experiment.
 *
 * @param traces what to write down beside the results
 * @param policy a checkpoint, the file {@code policy.safetensors} or the directory it is in, that
 *     drives all agents who would learn or whom nobody drives; nothing is trained then
 */
public record RunOptions(Set<Trace> traces, Optional<Path> policy) {
  /** Nothing special. */
  public static final RunOptions PLAIN = new RunOptions(Set.of(), Optional.empty());

  /** Copies the set. */
  public RunOptions {
    traces = Set.copyOf(traces);
  }
}
