package powergrid.gateway.wire;

/** What a frame's header says. */
public final class Frames {
  /** Bytes of a header. */
  public static final int HEADER = 8;

  /** Kind of a frame that is a JSON object. */
  public static final int CONTROL = 1;

  /** Kind of a frame that is a block, or a picture. */
  public static final int DATA = 2;

  /** Infos are asked for, or follow. */
  public static final int INFOS = 1;

  /** A block of final observations follows. */
  public static final int FINAL = 2;

  /** Greatest length of a control frame before the hello is answered. */
  public static final int FIRST_CONTROL = 64 * 1024;

  /** Greatest length of a control frame afterwards. */
  public static final int MAX_CONTROL = 4 * 1024 * 1024;

  /** Greatest length of a data frame of a client. */
  public static final int MAX_DATA = 256 * 1024 * 1024;

  /** Greatest length of a frame of the server. */
  public static final long MAX_REPLY = 1L << 30;

  private Frames() {}
}
