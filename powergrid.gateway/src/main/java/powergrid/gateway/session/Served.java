package powergrid.gateway.session;

import java.nio.ByteBuffer;
import powergrid.api.environment.StepView;
import powergrid.gateway.wire.Refusal;
import tools.jackson.core.JsonGenerator;

/** An environment, or copies of one, as a client has it open. Belongs to one thread. */
interface Served extends AutoCloseable {
  /** What the client is told. */
  Schema schema();

  /** Whether this is one environment and not copies. */
  boolean single();

  /** How many copies there are; 1 for a single environment. */
  int copies();

  /** The layout of a step's request. */
  Layout request();

  /** Writes the rest of the answer to open: what is special about it, and the layouts. */
  void describe(JsonGenerator json);

  /**
   * Starts an episode.
   *
   * @param seed null for the next of the sequence
   */
  void reset(Long seed) throws Refusal;

  /** Takes a step. */
  void step(float[] actions) throws Refusal;

  /** What came of the last step or reset, as a frame. */
  ByteBuffer reply();

  /** The last observations of episodes that ended in the last step; null where none did. */
  ByteBuffer finals();

  /** Whether the client is to be told why something ended, unasked. */
  boolean tells();

  /** What an agent would do if nobody chose; as the last reply has it. */
  float held(int action);

  /** Writes infos of the last step or reset. */
  void infos(JsonGenerator json);

  /** What happened in a copy's last step. */
  StepView view(int copy) throws Refusal;

  @Override
  void close();
}
