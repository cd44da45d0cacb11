import { expect, test } from "vitest";
import { defaultConfig } from "../../src/config/read-config.ts";
import { readSpecifier } from "../../src/config/specifier.ts";
import { findVersions } from "../../src/config/versions.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";

/** The versions found in some files; `from` as the text it points at. */
async function versionsOf(files: Record<string, string>, chosen?: 2 | 3) {
  const { airflow, gusty } = await findVersions(memorySnapshot(files), defaultConfig, chosen);
  const text = (from: typeof airflow.from) => from && (files[from.file] ?? "").slice(from.start, from.end);
  return {
    airflow: [airflow.version, airflow.major, text(airflow.from)],
    gusty: [gusty.version, text(gusty.from)],
    disagreeing: [...airflow.disagreeing, ...gusty.disagreeing].map((pin) => `${pin.from.file} ${pin.version}`),
  };
}

test.each([
  ["requirements.txt", "apache-airflow[google,postgres]==2.11.2\ngusty==0.23.1 # ours\n", "2.11.2", "0.23.1"],
  [
    "requirements-prod.txt",
    "gusty == 0.23.1\napache_airflow === 2.11.2 ; python_version > '3.9'\n",
    "2.11.2",
    "0.23.1",
  ],
  ["pyproject.toml", '[project]\ndependencies = ["apache-airflow==2.11.2", "gusty==0.23.1"]\n', "2.11.2", "0.23.1"],
  [
    "pyproject.toml",
    '[tool.poetry.dependencies]\napache-airflow = "2.11.2"\ngusty = { version = "0.23.1" }\n',
    "2.11.2",
    "0.23.1",
  ],
  [
    "uv.lock",
    '[[package]]\nname = "apache-airflow"\nversion = "2.11.2"\n\n[[package]]\nname = "gusty"\nversion = "0.23.1"\n',
    "2.11.2",
    "0.23.1",
  ],
  [
    "poetry.lock",
    '[[package]]\nname = "gusty"\nversion = "0.23.1"\n\n[[package]]\nname = "apache-airflow"\nversion = "2.11.2"\n',
    "2.11.2",
    "0.23.1",
  ],
  [
    "Pipfile.lock",
    '{"default": {"apache-airflow": {"hashes": ["a"], "version": "==2.11.2"}, "gusty": {"version": "==0.23.1"}}}',
    "2.11.2",
    "0.23.1",
  ],
  ["setup.cfg", "[options]\ninstall_requires =\n  apache-airflow==2.11.2\n  gusty==0.23.1\n", "2.11.2", "0.23.1"],
  ["Dockerfile", "FROM apache/airflow:2.11.2-python3.12\nRUN pip install gusty==0.23.1\n", "2.11.2", "0.23.1"],
  ["docker-compose.yml", `image: ${"$"}{IMAGE:-apache/airflow:slim-2.11.2}\n`, "2.11.2", null],
  ["Dockerfile", `ARG AIRFLOW_VERSION=2.11.2\nFROM apache/airflow:${"$"}{AIRFLOW_VERSION}\n`, "2.11.2", null],
  [
    "requirements.txt",
    "-c https://raw.githubusercontent.com/apache/airflow/constraints-3.0.2/constraints-3.12.txt\napache-airflow\n",
    "3.0.2",
    null,
  ],
])("%s: %j", async (name, text, airflow, gusty) => {
  const found = await versionsOf({ [`deploy/${name}`]: text });
  expect([found.airflow[0], found.gusty[0], found.disagreeing]).toEqual([airflow, gusty, []]);
  expect(found.airflow[2]).toContain(airflow);
  expect(found.airflow[1]).toBe(Number(airflow[0]));
});

test("providers, other packages, comments and files of other names are no pins", async () => {
  const found = await versionsOf({
    "requirements.txt": "apache-airflow-providers-google==10.1.0\nmy-gusty==1.0\ngusty-extra==2\n# gusty==0.1.0\n",
    "notes.txt": "gusty==0.2.0",
    "node_modules/x/requirements.txt": "gusty==0.3.0",
    ".venv/requirements.txt": "gusty==0.4.0",
  });
  expect(found).toEqual({ airflow: [null, 3, null], gusty: [null, null], disagreeing: [] });
});

test("lock files go before requirements, those before images, and what disagrees is listed", async () => {
  const found = await versionsOf({
    Dockerfile: "FROM apache/airflow:2.9.3\n",
    "a/requirements.txt": "apache-airflow==2.10.5\n",
    "requirements.txt": "apache-airflow>=2.7,<3\ngusty~=0.23.0\n",
    "z/uv.lock": 'name = "apache-airflow"\nversion = "2.11.2"\n',
  });
  expect(found.airflow).toEqual(["2.11.2", 2, "2.11.2"]);
  expect(found.gusty[0]).toBe("0.23");
  expect(found.disagreeing).toEqual(["a/requirements.txt 2.10.5", "Dockerfile 2.9.3"]);
});

test("a range, or Astronomer's image, tells the major and no version", async () => {
  expect((await versionsOf({ "requirements.txt": "apache-airflow >= 2.7, < 3\n" })).airflow).toEqual([
    null,
    2,
    "apache-airflow >= 2.7, < 3",
  ]);
  expect((await versionsOf({ Dockerfile: "FROM quay.io/astronomer/astro-runtime:12.6.0\n" })).airflow[1]).toBe(2);
  expect((await versionsOf({ Dockerfile: "FROM astrocrpublic.azurecr.io/runtime:3.0-4\n" })).airflow[1]).toBe(3);
  expect((await versionsOf({ "requirements.txt": "apache-airflow>=2.7\n" })).airflow).toEqual([null, 3, null]);
});

test("the caller's choice beats the configuration, which beats the pins", async () => {
  const files = { "requirements.txt": "apache-airflow==2.11.2\ngusty==0.23.1\n" };
  expect((await versionsOf(files, 2)).airflow).toEqual(["2.11.2", 2, "apache-airflow==2.11.2"]);
  expect((await versionsOf(files, 3)).airflow).toEqual([null, 3, null]);
  const configured = { ...defaultConfig, airflow: "3.0", gusty: "0.22.0" };
  const { airflow, gusty } = await findVersions(memorySnapshot(files), configured);
  expect([airflow.version, airflow.major, gusty.version]).toEqual(["3.0", 3, "0.22.0"]);
});

test.each([
  ["==2.11.2", "2.11.2", 2],
  ["==2.11.*", "2.11", 2],
  ["==2.*", null, 2],
  ["~=2.11.0", "2.11", 2],
  ["~=2.11", null, 2],
  ["^2.7", null, 2],
  ["~2.7", "2.7", 2],
  [">=2.7,<3.0", null, 2],
  [">=2.7,<=3", null, null],
  [">=2,<3.1", null, null],
  ["<3", null, null],
  ["!=2.5", null, null],
  ["3.0.0rc1", "3.0.0rc1", 3],
])("%s", (text, version, major) => {
  expect(readSpecifier(text)).toMatchObject({ version, major });
});

test.each([
  [">=0.20", "0.20"],
  [">=0.9,<1", "0.9"],
  ["^0.16", "0.16"],
  ["<0.22", null],
  [">0.22", null],
  ["==0.23.1", null],
])("%s is at least %j", (text, atLeast) => {
  expect(readSpecifier(text)?.atLeast).toBe(atLeast);
});

/** What else a project may run on, as `Airflow gusty`. */
async function othersOf(files: Record<string, string>, chosen?: 2 | 3) {
  const { others } = await findVersions(memorySnapshot(files), defaultConfig, chosen);
  return (others ?? []).map(({ airflow, gusty }) => `${airflow} ${gusty}`);
}

test.each<[string, Record<string, string>, string[]]>([
  ["both pinned", { "requirements.txt": "apache-airflow==2.11.2\ngusty==0.23.1\n" }, []],
  ["nothing pinned", {}, ["2 null", "3 0.16.0"]],
  ["Airflow pinned", { "requirements.txt": "apache-airflow==2.11.2\n" }, ["2 0.6.0"]],
  ["gusty pinned", { "requirements.txt": "gusty==0.22.0\n" }, ["2 0.22.0"]],
  ["a range of gusty", { "requirements.txt": "apache-airflow==3.0.2\ngusty>=0.22\n" }, ["3 0.22"]],
  ["a range over both majors", { "requirements.txt": "apache-airflow>=2.9\ngusty==0.23.1\n" }, ["2 0.23.1"]],
  [
    "majors that disagree",
    { "requirements.txt": "apache-airflow==2.11.2\ngusty==0.23.1\n", Dockerfile: "FROM apache/airflow:3.0.2\n" },
    ["3 0.23.1"],
  ],
  [
    "releases that disagree",
    { "requirements.txt": "apache-airflow==2.11.2\ngusty==0.23.1\n", "ci/requirements.txt": "gusty==0.9.1\n" },
    ["2 0.9.1"],
  ],
  [
    "images of one major",
    {
      "requirements.txt": "apache-airflow==2.11.2\ngusty==0.23.1\n",
      Dockerfile: "FROM quay.io/astronomer/astro-runtime:12.1.0\n",
    },
    [],
  ],
])("what else is possible: %s", async (_, files, others) => {
  expect(await othersOf(files)).toEqual(others);
});

test("a chosen Airflow leaves no other", async () => {
  expect(await othersOf({ "requirements.txt": "gusty==0.23.1\n" }, 2)).toEqual([]);
});

test.each(["latest", "", "*", "git+https://x", "==$V"])("%j is no specifier", (text) => {
  expect(readSpecifier(text)).toBeNull();
});

test("a large hostile file is read in time that grows with its size", async () => {
  const lines = ["apache-airflow[", "gusty = {version", '"apache-airflow": {', "gusty==", "apache-airflow >= 2,"];
  const started = process.hrtime.bigint();
  for (const line of lines)
    await versionsOf({ "requirements.txt": line.repeat(20_000), "Pipfile.lock": line.repeat(20_000) });
  expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(5000);
});
