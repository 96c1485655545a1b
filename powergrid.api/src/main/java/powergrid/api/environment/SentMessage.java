package powergrid.api.environment;

import java.util.List;

/**
 * A message as it was sent, for a trace: text and numbers only, so that it may be kept.
 *
 * @param step from 0
 * @param round of an exchange among peers; 0 elsewhere
 * @param sender id of the agent that sent it
 * @param recipient id of the agent that it is for
 * @param protocol label of the plug-in whose message it is
 * @param type simple name of the payload's class
 * @param names of the payload's numbers
 * @param values by name
 * @param bytes on the wire
 * @param sentS when it was sent, seconds since the episode's start
 * @param arrivesS when it arrives, seconds since the episode's start; NaN if it is lost
 */
public record SentMessage(
    int step,
    int round,
    String sender,
    String recipient,
    String protocol,
    String type,
    List<String> names,
    List<Double> values,
    int bytes,
    double sentS,
    double arrivesS) {
  /** Copies the lists. */
  public SentMessage {
    names = List.copyOf(names);
    values = List.copyOf(values);
  }
}
