/** Frames on a stream: what is read and written, whatever it means. */
package powergrid.gateway.wire;
