"""power-grid-model: three-phase networks of lines and constant-power wye loads."""

import math

import numpy as np
from power_grid_model import (
    CalculationMethod,
    ComponentType,
    LoadGenType,
    PowerGridModel,
    initialize_array,
)

import timing

NAME = "power-grid-model"
OMEGA = 2 * math.pi * 50


def solves(model: dict) -> bool:
    return (
        model["three_phase"]
        and not model["transformers"]
        and not model["regulators"]
        and not model["switches"]
        and not model["capacitors"]
        and all(len(line["phases"]) == 3 for line in model["lines"])
        and all(
            load["connection"] == "WYE" and load["model"] == "POWER" for load in model["loads"]
        )
    )


class Grid:
    def __init__(self, model: dict):
        self.buses = model["buses"]
        index = {bus["id"]: i for i, bus in enumerate(self.buses)}
        n = len(self.buses)
        node = initialize_array("input", "node", n)
        node["id"] = range(n)
        node["u_rated"] = [1000 * bus["kv"] for bus in self.buses]
        lines = model["lines"]
        line = initialize_array("input", "asym_line", len(lines))
        line["id"] = n + np.arange(len(lines))
        line["from_node"] = [index[x["from"]] for x in lines]
        line["to_node"] = [index[x["to"]] for x in lines]
        line["from_status"] = 1
        line["to_status"] = 1
        for row in range(3):
            for column in range(row + 1):
                name = "abc"[row] + "abc"[column]
                line["r_" + name] = [x["r"][row][column] for x in lines]
                line["x_" + name] = [x["x"][row][column] for x in lines]
                line["c_" + name] = [x["b"][row][column] / OMEGA for x in lines]
        line["i_n"] = 1000
        loads = model["loads"]
        self.load = initialize_array("input", "asym_load", len(loads))
        self.load["id"] = n + len(lines) + np.arange(len(loads))
        self.load["node"] = [index[x["bus"]] for x in loads]
        self.load["status"] = 1
        self.load["type"] = LoadGenType.const_power
        self.p = 1e6 * np.array([x["mw"] for x in loads])
        self.q = 1e6 * np.array([x["mvar"] for x in loads])
        self.load["p_specified"] = self.p
        self.load["q_specified"] = self.q
        given = model["sources"][0]
        source = initialize_array("input", "source", 1)
        source["id"] = n + len(lines) + len(loads)
        source["node"] = index[given["bus"]]
        source["status"] = 1
        source["u_ref"] = given["pu"]
        source["u_ref_angle"] = math.radians(given["deg"])
        source["sk"] = 1e20
        self.model = PowerGridModel(
            {
                ComponentType.node: node,
                ComponentType.asym_line: line,
                ComponentType.asym_load: self.load,
                ComponentType.source: source,
            },
            system_frequency=50,
        )
        self.update = initialize_array("update", "asym_load", len(loads))
        self.update["id"] = self.load["id"]

    def solve(self, tolerance=1e-6):
        return self.model.calculate_power_flow(
            symmetric=False,
            error_tolerance=tolerance,
            calculation_method=CalculationMethod.iterative_current,
            output_component_types={ComponentType.node},
        )

    def voltages(self) -> dict:
        result = self.solve(1e-12)[ComponentType.node]
        u = result["u_pu"] * np.exp(1j * result["u_angle"])
        return {
            (bus["id"], "abc"[phase]): complex(u[i, phase])
            for i, bus in enumerate(self.buses)
            for phase in range(3)
        }

    def microseconds(self) -> float:
        def move(factors):
            scale = np.array(factors)[:, None]
            self.update["p_specified"] = scale * self.p
            self.update["q_specified"] = scale * self.q
            self.model.update(update_data={ComponentType.asym_load: self.update})

        return timing.microseconds(move, self.solve, timing.scales(len(self.p), 50))


def prepare(model: dict) -> Grid:
    return Grid(model)
