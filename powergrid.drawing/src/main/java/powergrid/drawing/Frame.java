package powergrid.drawing;

/**
 * A rectangle to draw in, in pixels; y grows downwards.
 *
 * @param left edge
 * @param top edge
 * @param right edge
 * @param bottom edge
 */
record Frame(double left, double top, double right, double bottom) {}
