import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { catalogueIn } from "../../src/config/read-catalogues.ts";
import { readConfig } from "../../src/config/read-config.ts";
import { memorySnapshot } from "../../src/snapshot/memory.ts";
import { privateCatalogue } from "../support/private-catalogue.ts";

const text = JSON.stringify(privateCatalogue);
const read = (files: Readonly<Record<string, string>>) => readConfig(memorySnapshot(files));
const details = async (files: Readonly<Record<string, string>>) =>
  (await read(files)).problems.map((problem) => ("detail" in problem ? problem.detail : problem.kind));

test("the files that `catalogues` names are read with the configuration", async () => {
  const { config, problems } = await read({
    "windsock.yml": "operators: { catalogues: [a/ours.json] }\n",
    "a/ours.json": text,
  });
  expect(problems).toEqual([]);
  expect(config.operators.catalogues).toMatchObject([{ file: "a/ours.json", data: { airflow: "2.11.2" } }]);
});

test("one that is missing, outside of the repository or of another form is a problem at its name", async () => {
  const windsock = (names: string) => ({ "windsock.yml": `operators: { catalogues: ${names} }\n` });
  expect(await details(windsock("[ours.json]"))).toEqual(["the catalogue `ours.json` cannot be read"]);
  expect(await details(windsock("[../ours.json]"))).toEqual(["`../ours.json` is no path inside the repository"]);
  expect(await details(windsock("[5]"))).toEqual(["`an item of catalogues` is a whole number"]);
  const { problems } = await read({ ...windsock("[ours.json]"), "ours.json": "{" });
  expect(problems).toMatchObject([
    { detail: "the catalogue `ours.json` is of another form: it is no JSON", at: { start: 26, end: 35 } },
  ]);
});

describe("a catalogue is checked before it is used", () => {
  const wrong: readonly [string, object][] = [
    ["`airflow` is no version", { airflow: "new" }],
    ["`packages` is no mapping of texts", { packages: { a: 1 } }],
    ["`strings` is no list of texts", { strings: [1] }],
    ["`lists` names what is not there", { lists: [[99]] }],
    ["`core` names what is not there", { core: { dag: 0, taskGroup: 0, baseOperator: 9 } }],
    ["a row of `modules` is not as it should be", { modules: { a: [["X", 0, 0, 0, -1]] } }],
    ["a row of `modules` is not as it should be", { modules: { a: [["X", 0, 9, 0, -1, 0]] } }],
    ["a base is not there", { modules: { a: [["X", 0, 0, 0, 7, 0]] }, aliases: {} }],
    [
      "a class is its own base",
      {
        modules: {
          a: [
            ["X", 0, 0, 0, 1, 0],
            ["Y", 1, 0, 0, 0, 0],
          ],
        },
        aliases: {},
      },
    ],
    ["`aliases` names what is not there", { aliases: { acme: { Stitch: 5 } } }],
  ];
  test.each(wrong)("%s", (why, part) => {
    expect(catalogueIn(JSON.stringify({ ...privateCatalogue, ...part }))).toBe(why);
  });

  test("whatever it holds, it is read or refused", () => {
    const number = fc.integer({ min: -2, max: 6 });
    const row = fc.tuple(fc.string(), number, number, number, number, number);
    const data = fc.record({
      airflow: fc.constantFrom("2.11.2", "x"),
      packages: fc.dictionary(fc.string(), fc.string()),
      core: fc.record({ dag: number, taskGroup: number, baseOperator: number }),
      modules: fc.dictionary(fc.string(), fc.array(row, { maxLength: 3 })),
      aliases: fc.dictionary(fc.string(), fc.dictionary(fc.string(), number)),
      strings: fc.array(fc.string()),
      lists: fc.array(fc.array(number)),
    });
    fc.assert(
      fc.property(fc.oneof(data, fc.json()), (one) => {
        expect(["string", "object"]).toContain(typeof catalogueIn(typeof one === "string" ? one : JSON.stringify(one)));
      }),
    );
  });
});

test("the published schema describes what is shipped and what is private", () => {
  const valid = new Ajv2020({ allowUnionTypes: true, strictTuples: false }).compile(
    JSON.parse(readFileSync("docs/schema/catalogue-1.json", "utf8")),
  );
  const shipped = readFileSync("src/catalogue/data/airflow-3.json", "utf8");
  expect(valid(JSON.parse(shipped))).toBe(true);
  expect(typeof catalogueIn(shipped)).toBe("object");
  expect(valid(privateCatalogue)).toBe(true);
  expect(valid({ ...privateCatalogue, modules: { a: [["X", 0]] } })).toBe(false);
});
