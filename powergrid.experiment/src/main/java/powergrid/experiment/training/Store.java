package powergrid.experiment.training;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import powergrid.api.agent.Agent;
import powergrid.api.learning.Tensors;

/** Where a run keeps what it would go on from, and what was learnt. */
public interface Store {
  /**
   * What was saved last.
   *
   * @return empty if nothing was
   * @throws IOException that names the file if it cannot be read or is damaged
   */
  Optional<Tensors> load() throws IOException;

  /**
   * Saves all that the next iteration depends on, in place of what was saved before.
   *
   * @param state of the training
   * @throws IOException that names the file if it cannot be written; the older one is still there
   *     then
   */
  void save(Tensors state) throws IOException;

  /**
   * Keeps what was learnt.
   *
   * @param policy to be put to work
   * @param agents whom it drives, in order
   * @param steps in environments that it was learnt from
   * @throws IOException that names the file if it cannot be written
   */
  void keep(Tensors policy, List<? extends Agent> agents, long steps) throws IOException;
}
