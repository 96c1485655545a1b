package powergrid.api.message;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a message says: implemented by a public record whose components are numbers ({@code double},
 * {@code int}, {@code boolean}, {@code double[]} of the length that its {@link MessageType}
 * declares), each described by {@link powergrid.api.plugin.Field}. Its components are its features
 * in an observation, its bytes on the wire (8, 4 and 1 a number) and its saved form.
 */
@ConsumerType
public interface Payload {}
