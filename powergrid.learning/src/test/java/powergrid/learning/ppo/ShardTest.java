package powergrid.learning.ppo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import powergrid.api.random.RandomStream;
import powergrid.learning.Meddler;
import powergrid.learning.distribution.Evaluation;
import powergrid.learning.nn.Activation;
import powergrid.learning.nn.Mlp;
import powergrid.learning.nn.Parameters;
import powergrid.learning.team.Player;
import powergrid.learning.team.Role;
import powergrid.learning.team.Roles;
import powergrid.learning.team.Sharing;

/** The whole loss, through networks, distributions and scales. */
class ShardTest {
  private static final int ROWS = 12;
  private static final double CLIP = 0.3;
  private final RandomStream random = new RandomStream(8);

  @ParameterizedTest
  @CsvSource({"false, false", "true, false", "false, true", "true, true"})
  void gradientsOfTheWholeLossAreThoseOfFiniteDifferences(boolean squashed, boolean dependent) {
    Role role = Roles.of(Player.each(new Meddler().players()), Sharing.ROLE, false, true).get(0);
    Policy policy =
        new Policy(
            role,
            new Policy.Shape(List.of(8, 9), Activation.TANH, squashed, dependent, false),
            -0.3);
    policy.net.start(random, 1, 1);
    Mlp critic = new Mlp(Activation.TANH, role.inputs(), 8, 1);
    critic.start(random, 1, 1);
    Batch batch = batch(policy);
    ReturnScale scale = new ReturnScale();
    scale.move(new float[] {1, 3, 2, 5}, critic);
    Shard shard = new Shard(policy, critic, ROWS);
    Shard.Terms terms = new Shard.Terms(new PpoLoss(CLIP, 0.4), 0.05, 0.7, 0.2, 1.3);
    int[] order = new int[ROWS];
    Arrays.setAll(order, i -> i);
    shard.learn(batch, order, 0, ROWS, terms, scale, 1.0 / ROWS);
    assertTrue(shard.sums[Shard.CLIPPED] > 0 && shard.sums[Shard.CLIPPED] < ROWS);
    float[] gradient = shard.gradient.flat();
    Parameters parameters =
        Parameters.all(policy.net.parameters(), policy.spread.parameters(), critic.parameters());
    float[] x = parameters.flat();
    float step = 4e-3f;
    int off = 0;
    int hidden = hidden(policy);
    for (int i = dependent ? hidden : 0; i < x.length; i++) {
      double[] losses = new double[2];
      for (int side = 0; side < 2; side++) {
        float[] moved = x.clone();
        moved[i] += side == 0 ? step : -step;
        parameters.flat(moved);
        policy.refresh();
        critic.refresh();
        shard.learn(batch, order, 0, ROWS, terms, scale, 1.0 / ROWS);
        losses[side] =
            (shard.sums[Shard.POLICY_LOSS]
                    - terms.entropy() * shard.sums[Shard.ENTROPY]
                    + terms.value() * shard.sums[Shard.VALUE_LOSS])
                / ROWS;
      }
      double slope = (losses[0] - losses[1]) / (2 * step);
      if (Math.abs(slope - gradient[i]) > 3e-3 * Math.max(1, Math.abs(slope))) {
        off++; // a sample that crosses the clip within the step
      }
    }
    assertTrue(off <= 0.01 * x.length, off + " of " + x.length + " derivatives are off");
    assertEquals(x.length, gradient.length);
  }

  /** Numbers before the last layer: gSDE takes what hidden layers give as given. */
  private static int hidden(Policy policy) {
    int last = policy.net.size(policy.net.layers() - 1) + 1;
    return policy.net.parameters().flat().length - last * policy.head.outputs();
  }

  /** Samples of another policy, so that ratios are within and beyond the clip. */
  private Batch batch(Policy policy) {
    Batch batch =
        new Batch(ROWS / 2, 2, policy.role.inputs(), policy.head.axes(), policy.head.maskSize());
    Evaluation evaluation = new Evaluation(policy.head, policy.spread);
    Mlp.Pass pass = policy.net.pass(1);
    float[] noise = new float[policy.spread.noiseSize()];
    for (int i = 0; i < ROWS; i++) {
      float[] row = batch.samples[i];
      for (int k = 0; k < row.length; k++) {
        row[k] = (float) random.nextGaussian();
      }
      batch.criticInputs[i] = row;
      Arrays.fill(batch.masks[i], (byte) 1);
      batch.masks[i][i % 3] = 0;
      policy.net.forward(pass, new float[][] {row}, 1);
      policy.spread.draw(random, noise);
      float[] output = pass.outputs()[0];
      evaluation.sample(output, pass.features()[0], batch.masks[i], noise, random, batch.raw[i]);
      boolean[] present = policy.role.present(i % 2);
      evaluation.evaluate(output, pass.features()[0], batch.masks[i], batch.raw[i], present);
      batch.logProbabilities[i] = evaluation.logProbability() + 0.4 * random.nextGaussian();
      batch.advantages[i] = (float) random.nextGaussian();
      batch.values[i] = (float) (2 + random.nextGaussian());
      batch.returns[i] = (float) (2 + 2 * random.nextGaussian());
    }
    return batch;
  }
}
