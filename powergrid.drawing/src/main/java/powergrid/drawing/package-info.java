/** Solved networks as pictures: vector graphics first, pixels from them. */
package powergrid.drawing;
