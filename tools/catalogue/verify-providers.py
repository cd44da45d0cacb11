"""Installs the largest providers of a catalogue at its pinned versions, and compares it with their real classes.

    python3 tools/catalogue/verify-providers.py 3 [--count 9] [--folder .cache/catalogue]

Makes a virtual environment below the folder (about 2 GB, a few minutes; needs `uv` on the PATH and the network) or
takes the one that is there, prints which providers it holds, then runs verify.py in it. Exit code: verify.py's.
Run it when `pins-*.txt` or `extract.py` change.
"""

from __future__ import annotations

import argparse
import collections
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def largest(data: dict, count: int) -> list[tuple[str, int]]:
    """The providers with the most classes, by the names of their packages."""
    sizes: collections.Counter[str] = collections.Counter()
    names = sorted(data["packages"], key=len, reverse=True)
    for module, rows in data["modules"].items():
        inside = module.removeprefix("airflow.providers.").replace(".", "-").replace("_", "-") + "-"
        provider = next((name for name in names if inside.startswith(f"{name}-")), None)
        if provider and module.startswith("airflow.providers."):
            sizes[provider] += len(rows)
    return sizes.most_common(count)


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("airflow", choices=["2", "3"])
    arguments.add_argument("--count", type=int, default=9)
    arguments.add_argument("--folder", type=pathlib.Path, default=ROOT / ".cache/catalogue")
    chosen = arguments.parse_args()
    path = ROOT / f"src/catalogue/data/airflow-{chosen.airflow}.json"
    data = json.loads(path.read_text())
    providers = largest(data, chosen.count)
    wanted = [f"apache-airflow=={data['airflow']}"] + [
        f"apache-airflow-providers-{name}=={data['packages'][name]}" for name, _ in providers
    ]
    environment = chosen.folder / f"airflow-{chosen.airflow}"
    python = environment / "bin/python"
    if not python.exists():
        subprocess.run(["uv", "venv", "--quiet", "--python", "3.11", str(environment)], check=True)
    # What the providers themselves need is pinned too, or it would be of another version than the catalogue's; all but
    # fab, which has no operators, and of which Airflow 2.11 wants an older one than the catalogue was made from.
    pins = (ROOT / f"tools/catalogue/pins-{'.'.join(data['airflow'].split('.')[:2])}.txt").read_text().splitlines()
    constraints = environment / "constraints.txt"
    constraints.write_text("\n".join(pin for pin in pins if "-providers-fab=" not in pin))
    install = ["uv", "pip", "install", "--quiet", "--python", str(python), "--constraint", str(constraints), *wanted]
    subprocess.run(install, check=True)
    for name, size in providers:
        print(f"{name} {data['packages'][name]}: {size} classes in the catalogue", flush=True)
    return subprocess.run([str(python), str(ROOT / "tools/catalogue/verify.py"), str(path)]).returncode


if __name__ == "__main__":
    sys.exit(main())
