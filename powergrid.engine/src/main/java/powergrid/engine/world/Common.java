package powergrid.engine.world;

/** What all agents of a world have in common. */
record Common(
    Moment moment,
    Exogenous exogenous,
    Traffic traffic,
    Tracer tracer,
    Ledger ledger,
    double hours) {}
