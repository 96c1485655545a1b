/** Networks from data of one phase: what the importers of balanced cases share. */
package powergrid.networks.balanced;
