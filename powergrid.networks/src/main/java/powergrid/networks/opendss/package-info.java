/**
 * Reads OpenDSS scripts: the words of a script become elements, the elements a network. What is
 * read, ignored and refused is listed in {@code vocabulary.txt} and explained in docs/opendss.md.
 */
package powergrid.networks.opendss;
