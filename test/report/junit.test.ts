import fc from "fast-check";
import { expect, test } from "vitest";
import { renderJunit } from "../../src/report/junit.ts";
import { expectGolden } from "./golden.ts";
import { randomReview, runs, SECRET } from "./random-review.ts";
import { sampleReview } from "./sample-review.ts";

/** What is wrong with an XML text of elements, attributes and text alone; empty for well-formed XML. */
function faultsOf(xml: string): string[] {
  const open: string[] = [];
  const faults: string[] = [];
  const body = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, "");
  if (body === xml) faults.push("no declaration");
  const rest = body.replace(/<(\/?)([a-z]+)((?:\s[a-z]+="[^"<]*")*)(\/?)>/g, (_, end, name, __, empty) => {
    if (end === "/" && open.pop() !== name) faults.push(`</${name}>`);
    if (end === "" && empty === "") open.push(name);
    return "";
  });
  if (open.length > 0) faults.push(`open: ${open.join(" ")}`);
  if (/[<>]/.test(rest)) faults.push("a bare angle bracket");
  if (/&(?!amp;|lt;|gt;|quot;)/.test(xml)) faults.push("a bare ampersand");
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(xml))
    faults.push("a character XML does not have");
  return faults;
}

test("the sample as JUnit XML", () => {
  expectGolden("review.junit.xml", renderJunit(sampleReview()));
});

test("every review gives well-formed XML with the right counts, and the same twice", { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(randomReview(4), (review) => {
      const xml = renderJunit(review);
      expect(faultsOf(xml)).toEqual([]);
      expect(xml).not.toContain(SECRET);
      expect(xml.match(/<failure /g)?.length ?? 0).toBe(review.findings.filter(({ gates }) => gates).length);
      expect(xml).toContain(`tests="${xml.match(/<testcase /g)?.length ?? 0}" failures=`);
      expect(renderJunit(structuredClone(review))).toBe(xml);
    }),
    runs(80),
  );
});
