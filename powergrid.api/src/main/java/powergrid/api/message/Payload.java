package powergrid.api.message;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a message says: implemented by a public record whose components are numbers ({@code double},
 * {@code int}, {@code boolean}, {@code double[]} and {@code float[]} of the length that its {@link
 * MessageType} declares), each described by {@link powergrid.api.plugin.Field}. Its components are
 * its features in an observation, its bytes on the wire (8 a {@code double}, 4 an {@code int} or
 * {@code float}, 1 a {@code boolean}; 4 for the length of an array of any length) and its saved
 * form.
 */
@ConsumerType
public interface Payload {}
