/** Load, irradiance and price drawn from seeded models. */
package powergrid.datasets.synthetic;
