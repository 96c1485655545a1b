package powergrid.learning.ppo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import powergrid.api.random.RandomStream;
import powergrid.learning.nn.Activation;
import powergrid.learning.nn.Mlp;

class ReturnScaleTest {
  @Test
  void whatTheCriticSaysOfReturnsStaysTheSameWhenTheScaleMoves() {
    Mlp critic = new Mlp(Activation.TANH, 2, 16, 1);
    critic.start(new RandomStream(1), 1.4, 1);
    ReturnScale scale = new ReturnScale();
    scale.move(new float[] {10, 20, 60}, critic);
    assertEquals(30, scale.mean(), 1e-9);
    assertEquals(Math.sqrt(1400.0 / 3), scale.deviation(), 1e-9);
    float before = said(critic, scale);
    scale.move(new float[] {-500, 800}, critic);
    assertEquals(before, said(critic, scale), 1e-3);
    assertEquals(4, scale.returned(scale.learnt(4)), 1e-4);
  }

  private static float said(Mlp critic, ReturnScale scale) {
    Mlp.Pass pass = critic.pass(1);
    critic.forward(pass, new float[][] {{0.3f, -0.8f}}, 1);
    return scale.returned(pass.outputs()[0][0]);
  }

  @Test
  void returnsThatDoNotVaryAreNoReasonToDivideByZero() {
    Mlp critic = new Mlp(Activation.TANH, 2, 16, 1);
    ReturnScale scale = new ReturnScale();
    scale.move(new float[] {7, 7}, critic);
    assertEquals(0, scale.learnt(7));
    assertEquals(7, scale.returned(0));
  }
}
