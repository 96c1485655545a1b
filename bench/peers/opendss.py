"""OpenDSS, by opendssdirect.py: three-phase networks, element by element."""

import cmath
import math

import opendssdirect as dss

import timing

NAME = "OpenDSS"
MODELS = {"POWER": 1, "IMPEDANCE": 2, "CURRENT": 5}
OMEGA = 2 * math.pi * 60


def solves(model: dict) -> bool:
    return model["three_phase"]


class Circuit:
    def __init__(self, model: dict):
        self.model = model
        self.bus = {bus["id"]: f"b{i}" for i, bus in enumerate(model["buses"])}
        self.kv = {bus["id"]: bus["kv"] for bus in model["buses"]}
        self.loads = []
        self.count = 0
        self.build()

    def say(self, command: str):
        dss.Text.Command(command)

    def at(self, bus: str, phases) -> str:
        return self.bus[bus] + "".join(f".{p + 1}" for p in phases)

    def name(self) -> str:
        self.count += 1
        return f"e{self.count}"

    def build(self):
        source = self.model["sources"][0]
        self.say("Clear")
        self.say("Set DefaultBaseFrequency=60")
        self.say(
            f"New Circuit.peer basekv={source['kv']} pu={source['pu']} angle={source['deg']}"
            f" bus1={self.bus[source['bus']]} phases=3 MVAsc3=1e8 MVAsc1=1e8"
        )
        for line in self.model["lines"]:
            self.line(line)
        for transformer in self.model["transformers"]:
            self.transformer(transformer)
        for regulator in self.model["regulators"]:
            self.regulator(regulator)
        for switch in self.model["switches"]:
            if switch["closed"]:
                phases = switch["phases"]
                self.say(
                    f"New Line.{self.name()} phases={len(phases)}"
                    f" bus1={self.at(switch['from'], phases)} bus2={self.at(switch['to'], phases)}"
                    " r1=1e-7 r0=1e-7 x1=1e-7 x0=1e-7 c1=0 c0=0 length=1 units=none"
                )
        for load in self.model["loads"]:
            self.load(load)
        for capacitor in self.model["capacitors"]:
            self.capacitor(capacitor)
        self.say("Set VoltageBases=[" + " ".join(str(kv) for kv in sorted(set(self.kv.values()))) + "]")
        self.say("Set ControlMode=OFF MaxIterations=100 Tolerance=1e-9")

    def line(self, line: dict):
        phases = line["phases"]

        def matrix(values, factor=1.0):
            rows = []
            for i, row in enumerate(phases):
                rows.append(" ".join(repr(factor * values[row][column]) for column in phases[: i + 1]))
            return "[" + " | ".join(rows) + "]"

        self.say(
            f"New Line.{self.name()} phases={len(phases)}"
            f" bus1={self.at(line['from'], phases)} bus2={self.at(line['to'], phases)}"
            f" rmatrix={matrix(line['r'])} xmatrix={matrix(line['x'])}"
            f" cmatrix={matrix(line['b'], 1e9 / OMEGA)} length=1 units=none"
        )

    def transformer(self, t: dict):
        conns = ["delta" if w == "DELTA" else "wye" for w in (t["from_winding"], t["to_winding"])]
        phases = t["phases"]
        if len(phases) != 3 or t["shift_deg"] != 0:
            raise NotImplementedError(f"transformer {t['id']}")
        r = 100 * t["r_pu"] / 2
        self.say(
            f"New Transformer.{self.name()} phases=3 windings=2 ppm={1 if 'delta' in conns else 0}"
            f" buses=[{self.at(t['from'], phases)} {self.at(t['to'], phases)}]"
            f" conns=[{conns[0]} {conns[1]}] kvs=[{t['from_kv']} {t['to_kv']}]"
            f" kvas=[{1000 * t['mva']} {1000 * t['mva']}] %rs=[{r} {r}] xhl={100 * t['x_pu']}"
        )

    def regulator(self, r: dict):
        for phase in r["phases"]:
            kv = self.kv[r["from"]] / math.sqrt(3)
            self.say(
                f"New Transformer.{self.name()} phases=1 windings=2 ppm=0"
                f" buses=[{self.at(r['from'], [phase])} {self.at(r['to'], [phase])}]"
                f" kvs=[{kv} {kv}] kvas=[20000 20000] %rs=[1e-6 1e-6] xhl=1e-5"
                f" taps=[1 {1 + r['step'] * r['taps'][phase]}]"
            )

    def load(self, load: dict):
        delta = load["connection"] == "DELTA"
        for slot in range(3):
            kw, kvar = 1000 * load["mw"][slot], 1000 * load["mvar"][slot]
            if kw == 0 and kvar == 0:
                continue
            phases = [slot, (slot + 1) % 3] if delta else [slot]
            kv = self.kv[load["bus"]] / (1 if delta else math.sqrt(3))
            name = self.name()
            self.loads.append((name, kw, kvar, load["index"]))
            self.say(
                f"New Load.{name} phases=1 bus1={self.at(load['bus'], phases)}"
                f" conn={'delta' if delta else 'wye'} kV={kv} kW={kw} kvar={kvar}"
                f" model={MODELS[load['model']]} vminpu=0.1 vmaxpu=10"
            )

    def capacitor(self, c: dict):
        delta = c["connection"] == "DELTA"
        for slot in range(3):
            if c["mvar"][slot] != 0:
                phases = [slot, (slot + 1) % 3] if delta else [slot]
                kv = self.kv[c["bus"]] / (1 if delta else math.sqrt(3))
                self.say(
                    f"New Capacitor.{self.name()} phases=1 bus1={self.at(c['bus'], phases)}"
                    f" conn={'delta' if delta else 'wye'} kV={kv} kvar={1000 * c['mvar'][slot]}"
                )

    def voltages(self) -> dict:
        dss.Solution.Solve()
        if not dss.Solution.Converged():
            raise RuntimeError("OpenDSS did not converge")
        found = {}
        for bus, name in self.bus.items():
            dss.Circuit.SetActiveBus(name)
            values = dss.Bus.Voltages()
            base = 1000 * self.kv[bus] / math.sqrt(3)
            for k, node in enumerate(dss.Bus.Nodes()):
                found[bus, "abc"[node - 1]] = complex(values[2 * k], values[2 * k + 1]) / base
        return found

    def microseconds(self) -> float:
        self.say("Set Tolerance=1e-6")

        def move(factors):
            for name, kw, kvar, index in self.loads:
                dss.Loads.Name(name)
                dss.Loads.kW(factors[index] * kw)
                dss.Loads.kvar(factors[index] * kvar)

        return timing.microseconds(
            move, dss.Solution.Solve, timing.scales(len(self.model["loads"]), 50)
        )


def prepare(model: dict) -> Circuit:
    return Circuit(model)
