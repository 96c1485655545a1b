package powergrid.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import powergrid.api.agent.Agent;
import powergrid.api.learning.Tensors;
import powergrid.experiment.checkpoint.PolicyCard;
import powergrid.experiment.checkpoint.Safetensors;
import powergrid.experiment.training.Store;
import powergrid.experiment.training.Training;

/** A run's folder under {@code checkpoints/}. */
final class CheckpointStore implements Store {
  static final String POLICY = "policy.safetensors";

  private static final String FOLDER = "checkpoints";
  private static final String STATE = "state.safetensors";

  private final Manifest manifest;
  private final int run;
  private final Path folder;

  /**
   * A store.
   *
   * @param manifest of the experiment
   * @param directory of the experiment
   * @param run its position in the plan, from 0
   */
  CheckpointStore(Manifest manifest, Path directory, int run) {
    this.manifest = manifest;
    this.run = run;
    folder = directory.resolve(FOLDER).resolve("run-" + (run + 1));
  }

  @Override
  public Optional<Tensors> load() throws IOException {
    Path state = folder.resolve(STATE);
    return Files.exists(state) ? Optional.of(Safetensors.read(state)) : Optional.empty();
  }

  @Override
  public void save(Tensors state) throws IOException {
    Files.createDirectories(folder);
    Safetensors.write(folder.resolve(STATE), state);
  }

  @Override
  public void keep(Tensors policy, List<? extends Agent> agents, long steps) throws IOException {
    Files.createDirectories(folder);
    Safetensors.write(folder.resolve(POLICY), policy);
    new PolicyCard(
            policy.note(Training.LEARNER),
            manifest.scenario(),
            manifest.plan().variant(run).name(),
            manifest.plan().seed(run),
            manifest.workbench().version(),
            steps,
            agents)
        .write(folder, POLICY);
  }

  /**
   * What was learnt by some run.
   *
   * @param named its file, or the folder that it is in
   * @return what it holds
   * @throws IOException that names the file if it cannot be read or is damaged
   */
  static Tensors policy(Path named) throws IOException {
    Path file = Files.isDirectory(named) ? named.resolve(POLICY) : named;
    if (!Files.isRegularFile(file)) {
      throw new IOException(file + " does not exist; name a checkpoint's " + POLICY);
    }
    return Safetensors.read(file);
  }
}
