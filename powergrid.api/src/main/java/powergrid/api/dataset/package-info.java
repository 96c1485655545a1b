/** Exogenous inputs: load, irradiance, price and what else happens to a grid. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package powergrid.api.dataset;
