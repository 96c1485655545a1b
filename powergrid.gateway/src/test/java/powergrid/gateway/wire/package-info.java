/** Tests of frames, byte by byte. */
package powergrid.gateway.wire;
