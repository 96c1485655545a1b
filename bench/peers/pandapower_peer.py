"""pandapower and lightsim2grid: balanced cases of pandapower's own collection."""

import cmath
import math
import warnings

import numpy as np
import pandapower as pp
import pandapower.networks as networks

import timing

CASES = {
    "case14": networks.case14,
    "case33bw": networks.case33bw,
    "case118": networks.case118,
    "cigre-lv": networks.create_cigre_network_lv,
    "cigre-mv": networks.create_cigre_network_mv,
}


def run(net, tolerance_mva=1e-10, init="auto"):
    pp.runpp(
        net,
        calculate_voltage_angles=True,
        enforce_q_lims=False,
        trafo_model="t",
        tolerance_mva=tolerance_mva,
        init=init,
        numba=True,
    )


def names(net) -> list:
    """The buses' names in the workbench: CIGRE's without "Bus ", a case's numbers from 1."""
    if all(str(name).startswith("Bus ") for name in net.bus.name):
        return [name.removeprefix("Bus ") for name in net.bus.name]
    return [str(index + 1) for index in net.bus.index]


def phase_a(net) -> dict:
    """Voltages by the bus's name."""
    return {
        name: cmath.rect(net.res_bus.vm_pu[index], math.radians(net.res_bus.va_degree[index]))
        for name, index in zip(names(net), net.bus.index)
    }


class Pandapower:
    NAME = "pandapower"

    def __init__(self, network: str):
        self.net = CASES[network]()
        run(self.net)
        self.p = self.net.load.p_mw.to_numpy().copy()
        self.q = self.net.load.q_mvar.to_numpy().copy()

    def voltages(self) -> dict:
        return phase_a(self.net)

    def microseconds(self) -> float:
        def move(factors):
            self.net.load["p_mw"] = self.p * factors
            self.net.load["q_mvar"] = self.q * factors

        return timing.microseconds(
            move,
            lambda: run(self.net, 1e-6 * self.net.sn_mva, "results"),
            timing.scales(len(self.p), 5),
        )


class Lightsim:
    NAME = "lightsim2grid"

    def __init__(self, network: str):
        from lightsim2grid.gridmodel import init_from_pandapower
        from lightsim2grid.solver import SolverType

        self.net = CASES[network]()
        run(self.net)
        with warnings.catch_warnings():
            # on what a conversion leaves out; the answers are compared below
            warnings.simplefilter("ignore", UserWarning)
            self.grid = init_from_pandapower(self.net)
        if SolverType.KLU in self.grid.available_solvers():
            self.grid.change_solver(SolverType.KLU)
        slack = math.radians(self.net.ext_grid.va_degree.iloc[0])
        start = np.full(len(self.net.bus), cmath.rect(1, slack))
        flat = self.grid.dc_pf(start, 1, 1e-10)
        self.v = self.grid.ac_pf(flat, 20, 1e-10) if len(flat) else flat
        if len(self.v) == 0:
            raise ValueError("it does not solve what it makes of pandapower's network")
        self.p = self.net.load.p_mw.to_numpy()
        self.q = self.net.load.q_mvar.to_numpy()

    def voltages(self) -> dict:
        return {name: complex(self.v[k]) for k, name in enumerate(names(self.net))}

    def microseconds(self) -> float:
        def move(factors):
            for i, factor in enumerate(factors):
                self.grid.change_p_load(i, factor * self.p[i])
                self.grid.change_q_load(i, factor * self.q[i])

        def solve():
            self.v = self.grid.ac_pf(self.v, 20, 1e-6)

        return timing.microseconds(move, solve, timing.scales(len(self.p), 100))


def solves(network: str) -> bool:
    return network in CASES
