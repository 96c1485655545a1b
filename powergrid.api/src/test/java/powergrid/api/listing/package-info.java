/** The golden listing of the api's public signatures. */
package powergrid.api.listing;
