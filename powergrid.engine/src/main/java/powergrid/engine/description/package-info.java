/** Plug-ins in words: what their code and its documentation say of them. */
package powergrid.engine.description;
