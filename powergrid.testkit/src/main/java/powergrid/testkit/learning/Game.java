package powergrid.testkit.learning;

import java.util.Arrays;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import powergrid.api.random.RandomStream;
import powergrid.api.space.Space;
import powergrid.testkit.FakeAgent;

/** A task to learn: one episode at a time. Arrays hold what belongs to all players, in order. */
@ConsumerType
public interface Game {
  /** How a step ends. */
  enum Outcome {
    /** The episode goes on. */
    GOES_ON,
    /** The episode is over: there is no future. */
    ENDED,
    /** The episode is cut off, though it could have gone on. */
    CUT_OFF
  }

  /**
   * Who plays.
   *
   * @return with their spaces, all of whose actions a caller chooses
   */
  List<FakeAgent> players();

  /**
   * What is known of everything together.
   *
   * @return empty where there is nothing but the observations
   */
  default Space stateSpace() {
    return Space.EMPTY;
  }

  /**
   * Starts an episode.
   *
   * @param random is drawn from, also in later steps
   */
  void start(RandomStream random);

  /**
   * Writes what players see.
   *
   * @param observations written
   */
  void observe(float[] observations);

  /**
   * Writes the central state.
   *
   * @param state written
   */
  default void state(float[] state) {
    // Nothing to write where there is none.
  }

  /**
   * Writes which choices are open.
   *
   * @param masks written; all open unless the game says otherwise
   */
  default void mask(byte[] masks) {
    Arrays.fill(masks, (byte) 1);
  }

  /**
   * Takes a step.
   *
   * @param actions of all players
   * @param rewards written, one a player
   * @return how it ends
   */
  Outcome step(float[] actions, float[] rewards);

  /**
   * How far what happened in the last step was from what a player chose.
   *
   * @param player its number
   * @return not negative
   */
  default double override(int player) {
    return 0;
  }

  /**
   * Saves the episode, random stream aside.
   *
   * @return numbers for {@link #restore}
   */
  double[] save();

  /**
   * Restores an episode.
   *
   * @param saved as saved
   */
  void restore(double[] saved);
}
