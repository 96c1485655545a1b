/** How a parent agent shapes what its children do. */
package powergrid.protocols.vertical;
