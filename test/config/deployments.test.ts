import { describe, expect, test } from "vitest";
import { configsOf, isElsewhere, isOwn } from "../../src/config/deployments.ts";
import { readConfig } from "../../src/config/read-config.ts";
import { findVersions } from "../../src/config/versions.ts";
import { asPath } from "../../src/model/path.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";

type Files = Readonly<Record<string, string>>;

/** The configuration of each deployment, by its root. */
async function configs(text: string, files: Files = {}) {
  const snapshot = memorySnapshot({ ...files, "windsock.yml": text });
  const { config, problems } = await readConfig(snapshot);
  expect(problems).toEqual([]);
  return { snapshot, all: configsOf(config) };
}

test("one deployment, or none, leaves the configuration as it is", async () => {
  const { all } = await configs("deployments: [{ root: airflow, airflow: '2.11' }]");
  expect(all).toMatchObject([
    { root: "airflow", airflow: "2.11", elsewhere: [], generated: { directory: "generated" } },
  ]);
  expect((await configs("gate: all")).all).toMatchObject([{ root: null, elsewhere: [] }]);
});

test("each of several has its own root, versions and folder of generated files, and shares the rest", async () => {
  const { all } = await configs(
    "deployments: [{ root: dev, airflow: '3' }, { root: prd/airflow, gusty: none }, { root: . }]\ngenerated: { directory: dags/compiled__ }\ngate: all\n",
  );
  expect(all).toMatchObject([
    {
      root: "dev",
      airflow: "3",
      gusty: null,
      elsewhere: ["prd/airflow", ""],
      generated: { directory: "dev/dags/compiled__" },
    },
    { root: "prd/airflow", airflow: null, gusty: "none", generated: { directory: "prd/airflow/dags/compiled__" } },
    { root: "", gate: "all", elsewhere: ["dev", "prd/airflow"], generated: { directory: "dags/compiled__" } },
  ]);
});

test("a file belongs to the deployment whose root is the nearest above it", () => {
  const whole = { root: asPath(""), elsewhere: [asPath("dev")] };
  const dev = { root: asPath("dev"), elsewhere: [asPath("")] };
  const prd = { root: asPath("prd"), elsewhere: [asPath("dev")] };
  const own = (path: string) => [whole, dev, prd].map((config) => isOwn(config, asPath(path)));
  expect(own("dev/dags/a.py")).toEqual([false, true, false]);
  expect(own("dags/a.py")).toEqual([true, false, false]);
  expect(own("development/a.py")).toEqual([true, false, false]);
  expect(isElsewhere(prd, asPath("dev/a.py"))).toBe(true);
  expect(isElsewhere(prd, asPath("include/a.py"))).toBe(false);
});

describe("versions", () => {
  const versionsOf = async (text: string, files: Files) => {
    const { snapshot, all } = await configs(text, files);
    return Promise.all(
      all.map(async (config) => {
        const { airflow, gusty, others } = await findVersions(snapshot, config);
        const pins = [airflow, gusty].map(({ version, disagreeing }) =>
          [version, ...disagreeing.map((pin) => pin.version)].join(" "),
        );
        return [...pins, others?.length ?? 0];
      }),
    );
  };
  const PINS = {
    "requirements.txt": "apache-airflow==2.10.0\ngusty==0.22.0\n",
    "dev/requirements.txt": "apache-airflow==3.3.2\n",
    "prd/Dockerfile": "FROM apache/airflow:2.11.2\n",
    "prd/requirements.txt": "gusty==0.23.1\n",
  };

  test("a deployment's own pins come before the repository's, and never from another deployment", async () => {
    expect(await versionsOf("deployments: [{ root: dev }, { root: prd }, { root: tst }]", PINS)).toEqual([
      ["3.3.2", "0.22.0", 0],
      ["2.11.2", "0.23.1", 0],
      ["2.10.0", "0.22.0", 0],
    ]);
  });

  test("what the configuration says of one is not said of another", async () => {
    const text = "deployments: [{ root: dev, airflow: '2.9' }, { root: prd, versions-from: dev/requirements.txt }]";
    expect(await versionsOf(text, PINS)).toEqual([
      ["2.9", "0.22.0", 0],
      ["3.3.2", "", 1],
    ]);
  });

  test("where its own are ranges, the exact ones of a lock file for all of them that fit count", async () => {
    const files = {
      "uv.lock":
        '[[package]]\nname = "apache-airflow"\nversion = "2.11.2"\n\n[[package]]\nname = "gusty"\nversion = "0.23.1"\n',
      "dev/requirements.txt": "apache-airflow>=3.0,<4\ngusty>=0.20\n",
      "prd/requirements.txt": "apache-airflow>=2.9,<3\ngusty>=0.20\n",
    };
    expect(await versionsOf("deployments: [{ root: dev }, { root: prd }]", files)).toEqual([
      ["", "0.23.1", 0],
      ["2.11.2", "0.23.1", 0],
    ]);
  });

  test("with `gusty: none` no gusty runs, so there is no other release to think of", async () => {
    const text = "deployments: [{ root: dev, gusty: none }, { root: prd }]";
    const { snapshot, all } = await configs(text, PINS);
    const [first] = await Promise.all(all.map((config) => findVersions(snapshot, config)));
    expect(first).toMatchObject({ gusty: { version: null, none: true, disagreeing: [] } });
    expect(first?.others).toBeUndefined();
  });

  test("the pins below the root of the one deployment come first too", async () => {
    expect(await versionsOf("deployments: [{ root: prd }]", PINS)).toEqual([["2.11.2", "0.23.1", 0]]);
  });
});
