/**
 * Small neural networks on plain arrays.
 *
 * <p>A matrix is an array of rows, each an array of its own: so the compiler knows that what a loop
 * writes is not what it reads, and makes it one of vector instructions; with rows as stretches of
 * one array it does not. Layers keep their weights as {@code [outputs][inputs]}. Numbers are floats
 * and are added in the same order on every machine.
 */
package powergrid.learning.nn;
