package powergrid.api.message;

/**
 * A type of message that a protocol sends. What is not declared cannot be sent: observations,
 * traces and saved states need to know it beforehand.
 *
 * @param type a public record
 * @param observed whether what was received becomes features of the receiver's observation: a slot
 *     a sender with the latest payload, its age in steps and a valid bit
 * @param length of its components that are arrays; 0 where it has none, {@link #ANY} where each
 *     message says how long its own are
 */
public record MessageType(Class<? extends Payload> type, boolean observed, int length) {
  /** The length of arrays that are as long as each message has them; receivers observe none. */
  public static final int ANY = -1;

  /** Checks that the type is a record. */
  public MessageType {
    if (!type.isRecord()) {
      throw new IllegalArgumentException(type.getName() + " is not a record");
    }
    if (length < ANY) {
      throw new IllegalArgumentException(type.getName() + " with arrays of " + length);
    }
    if (observed && length == ANY) {
      throw new IllegalArgumentException(
          type.getName() + " with arrays of any length cannot be observed");
    }
  }

  /**
   * A type that receivers observe.
   *
   * @param type a public record
   * @return the declaration
   */
  public static MessageType observed(Class<? extends Payload> type) {
    return new MessageType(type, true, 0);
  }

  /**
   * A type that receivers observe and that has arrays.
   *
   * @param type a public record
   * @param length of each of its arrays
   * @return the declaration
   */
  public static MessageType observed(Class<? extends Payload> type, int length) {
    return new MessageType(type, true, length);
  }

  /**
   * A type that only protocols read.
   *
   * @param type a public record
   * @return the declaration
   */
  public static MessageType hidden(Class<? extends Payload> type) {
    return new MessageType(type, false, 0);
  }

  /**
   * A type that only protocols read and whose arrays are of any length, e.g. a model.
   *
   * @param type a public record
   * @return the declaration
   */
  public static MessageType ofAnyLength(Class<? extends Payload> type) {
    return new MessageType(type, false, ANY);
  }
}
