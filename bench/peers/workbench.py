"""Our side: the benchmark jar prints networks, answers and times as JSON."""

import json
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
JAR = ROOT / "powergrid.bench" / "target" / "benchmarks.jar"


def ask(what: str, network: str) -> dict:
    """Asks for a network (`model`), its solution (`solution`) or the time of a solve (`time`)."""
    if not JAR.exists():
        raise SystemExit(f"{JAR.relative_to(ROOT)} is missing; see bench/peers/README.md")
    command = ["java", "-cp", str(JAR), "powergrid.bench.PeerSide", what, network]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def voltages(network: str) -> dict:
    """Complex voltages, pu, by (bus, phase)."""
    return {
        (v["bus"], v["phase"]): complex(v["re"], v["im"])
        for v in ask("solution", network)["voltages"]
    }
