package powergrid.gateway.session;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import powergrid.gateway.wire.Frames;
import powergrid.gateway.wire.Refusal;

/** The block that answers a step or a reset, and where its fields are written. */
final class Reply {
  final Layout layout;
  final ByteBuffer frame;
  final DoubleBuffer cost;
  final DoubleBuffer safety;
  final FloatBuffer observations;
  final FloatBuffer state;
  final FloatBuffer rewards;
  final FloatBuffer held;
  final ByteBuffer terminated;
  final ByteBuffer truncated;
  final ByteBuffer due;
  final ByteBuffer masks;

  /** Of one environment: for whom the episode goes on. Null of copies. */
  final ByteBuffer alive;

  /** Of copies: whose episode ended. Null of one environment. */
  final ByteBuffer ended;

  /**
   * A block.
   *
   * @param schema what is in it
   * @param copies along its first axis; none for one environment
   */
  Reply(Schema schema, Integer... copies) throws Refusal {
    boolean single = copies.length == 0;
    int agents = schema.size();
    layout = new Layout(Frames.MAX_REPLY);
    layout.plus("cost", Layout.Type.FLOAT64, shape(copies, agents));
    layout.plus("safety", Layout.Type.FLOAT64, shape(copies, agents));
    layout.plus("observations", Layout.Type.FLOAT32, shape(copies, schema.observations()));
    layout.plus("state", Layout.Type.FLOAT32, shape(copies, schema.state().size()));
    layout.plus("rewards", Layout.Type.FLOAT32, shape(copies, agents));
    layout.plus("held", Layout.Type.FLOAT32, shape(copies, schema.actions()));
    layout.plus("terminated", Layout.Type.BOOL, shape(copies, agents));
    layout.plus("truncated", Layout.Type.BOOL, shape(copies, agents));
    layout.plus("due", Layout.Type.BOOL, shape(copies, agents));
    if (single) {
      layout.plus("alive", Layout.Type.BOOL, agents);
    } else {
      layout.plus("ended", Layout.Type.BOOL, copies);
    }
    layout.plus("masks", Layout.Type.INT8, shape(copies, schema.masks()));
    Block block = new Block(layout);
    frame = block.frame();
    cost = block.doubles("cost");
    safety = block.doubles("safety");
    observations = block.floats("observations");
    state = block.floats("state");
    rewards = block.floats("rewards");
    held = block.floats("held");
    terminated = block.flags("terminated");
    truncated = block.flags("truncated");
    due = block.flags("due");
    alive = single ? block.flags("alive") : null;
    ended = single ? null : block.flags("ended");
    masks = block.bytes("masks");
  }

  static Integer[] shape(Integer[] copies, int size) {
    return copies.length == 0 ? new Integer[] {size} : new Integer[] {copies[0], size};
  }
}
