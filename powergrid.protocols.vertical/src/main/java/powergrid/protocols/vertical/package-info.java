/**
 * How a parent coordinates its children, three ways: {@code none}, {@code setpoint} and {@code
 * price-signal}.
 *
 * <p>A child can be dispatched if its own action space says so (see {@link
 * powergrid.api.device.DeviceContext#actions()}): it has an axis in MW called {@code p}, {@code
 * pLimit} or {@code consumption}, whose bounds are what may be asked of it. Children without one,
 * such as a meter, are left alone and cost no message.
 */
package powergrid.protocols.vertical;
