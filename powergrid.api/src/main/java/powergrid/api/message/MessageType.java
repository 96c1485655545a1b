package powergrid.api.message;

/**
 * A type of message that a protocol sends. What is not declared cannot be sent: observations,
 * traces and saved states need to know it beforehand.
 *
 * @param type a public record
 * @param observed whether what was received becomes features of the receiver's observation: a slot
 *     a sender with the latest payload, its age in steps and a valid bit
 */
public record MessageType(Class<? extends Payload> type, boolean observed) {
  /** Checks that the type is a record. */
  public MessageType {
    if (!type.isRecord()) {
      throw new IllegalArgumentException(type.getName() + " is not a record");
    }
  }

  /**
   * A type that receivers observe.
   *
   * @param type a public record
   * @return the declaration
   */
  public static MessageType observed(Class<? extends Payload> type) {
    return new MessageType(type, true);
  }

  /**
   * A type that only protocols read.
   *
   * @param type a public record
   * @return the declaration
   */
  public static MessageType hidden(Class<? extends Payload> type) {
    return new MessageType(type, false);
  }
}
