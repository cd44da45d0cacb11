import fc from "fast-check";
import { expect, test } from "vitest";
import { isInstanceName, readMarker, withMarker } from "../../src/github/marker.ts";

const head = "a".repeat(40);

test("the marker is one hidden line that names instance, head and revision", () => {
  expect(withMarker({ instance: "default", head, revision: 3 }, "text")).toBe(
    `<!-- windsock:v1 {"instance":"default","head":"${head}","revision":3} -->\ntext`,
  );
});

test("what is written is read back, also with the line ends that GitHub may make", () => {
  const marker = { instance: "dev 2", head, revision: 1 };
  const body = withMarker(marker, "one\ntwo");
  expect(readMarker(body)).toEqual({ marker, text: "one\ntwo" });
  expect(readMarker(body.replace(/\n/g, "\r\n"))).toEqual({ marker, text: "one\r\ntwo" });
});

test.each([
  "text",
  "",
  `> <!-- windsock:v1 {"instance":"default","head":"${head}","revision":3} -->`,
  "<!-- windsock:v1 {} -->",
  "<!-- windsock:v1 null -->",
  "<!-- windsock:v1 {no json} -->",
  `<!-- windsock:v1 {"instance":1,"head":"${head}","revision":3} -->`,
  `<!-- windsock:v2 {"instance":"default","head":"${head}","revision":3} -->`,
])("%j has no marker", (body) => {
  expect(readMarker(body)).toBeNull();
});

test("any name that is accepted keeps the marker one closed comment", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme-ascii" }), (instance) => {
      fc.pre(isInstanceName(instance));
      const [first = ""] = withMarker({ instance, head, revision: 1 }, "text").split("\n");
      expect(first.slice(4, -3)).not.toMatch(/--|>/);
      expect(readMarker(`${first}\ntext`)?.marker.instance).toBe(instance);
    }),
  );
});

test.each(["default", "dev", "dev 2", "a-b.c_d"])("%j is a name", (name) => expect(isInstanceName(name)).toBe(true));
test.each(["", "-a", "a--b", "a>b", "a\nb", "é", "x".repeat(51)])("%j is no name", (name) =>
  expect(isInstanceName(name)).toBe(false),
);
