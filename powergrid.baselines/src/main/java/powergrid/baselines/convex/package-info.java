/**
 * Separable convex programs, and what solves them.
 *
 * <pre>
 * minimise    Σ_j c_j x_j + q_j x_j²        q_j ≥ 0
 * subject to  low_i ≤ Σ_j a_ij x_j ≤ high_i
 *             l_j ≤ x_j ≤ u_j               finite
 * </pre>
 *
 * <p>They are solved as linear programs by the simplex method of ojAlgo, each square replaced by
 * straight pieces that are made finer where solutions come to lie. Before that they are reduced to
 * programs with fewer variables and constraints. Whatever multipliers y_i that gives, weak duality
 * makes a lower bound of them, squares exact:
 *
 * <pre>
 * Σ_i (y_i &gt; 0 ? low_i : high_i) y_i + Σ_j min { (c_j − Σ_i a_ij y_i) x + q_j x² : l_j ≤ x ≤ u_j }
 * </pre>
 *
 * <p>which holds however far the solver is from the optimum, since all variables are bounded
 * (Neumaier and Shcherbina, <em>Safe bounds in linear and mixed-integer linear programming</em>,
 * Mathematical Programming 99, 2004). What the schedule costs less the bound is the program's gap.
 */
package powergrid.baselines.convex;
