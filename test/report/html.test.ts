import fc from "fast-check";
import { expect, test } from "vitest";
import { buildPageData } from "../../src/report/html/build-page-data.ts";
import { jsonText } from "../../src/report/html/html-text.ts";
import { CONTENT_SECURITY_POLICY, renderHtml } from "../../src/report/html/render-html.ts";
import { reviewToJson } from "../../src/report/json.ts";
import { placesOf } from "../../src/report/positions.ts";
import { largeReview } from "../support/large-review.ts";
import { HOSTILE, randomReview, runs, SECRET } from "./random-review.ts";
import { sampleLinks, sampleReview } from "./sample-review.ts";

/** The page without its own script and styles: the markup, and the data. */
function partsOf(html: string): { markup: string; data: string } {
  const [before = "", rest = ""] = html.split('<script type="application/json" id="review-data">');
  const [data = "", after = ""] = rest.split("</script>");
  const markup = before.replace(/<style>[\s\S]*?<\/style>/, "<style></style>");
  return { markup: markup + after.slice(0, after.indexOf("<script>")), data };
}

/** Elements and attributes that the report may have. */
const ELEMENTS = new Set(
  "!doctype html head meta title style body a header footer main section h1 h2 h3 p span code strong ol ul li pre mark details summary table thead tbody tr th td div label select option input button fieldset legend noscript".split(
    " ",
  ),
);
const ATTRIBUTES = new Set(
  "charset http-equiv content name lang class id href rel role tabindex title aria-label aria-labelledby aria-hidden scope open hidden type value checked for placeholder autocomplete spellcheck".split(
    " ",
  ),
);

function strangeMarkup(markup: string): string[] {
  const found: string[] = [];
  for (const [tag] of markup.matchAll(/<[^>]*>/g)) {
    const name = /^<\/?([^\s>]+)/.exec(tag)?.[1] ?? "";
    if (!ELEMENTS.has(name)) found.push(tag);
    for (const [, attribute = "", value = ""] of tag.matchAll(/\s([^\s=>"]+)(?:="([^"]*)")?/g)) {
      if (name !== "!doctype" && !ATTRIBUTES.has(attribute)) found.push(tag);
      if (attribute === "href" && !/^(#|https:\/\/)/.test(value)) found.push(tag);
    }
  }
  return found;
}

test("every review gives markup of our own only, with no text of the repository in it, and the same bytes twice", {
  timeout: 600_000,
}, () => {
  fc.assert(
    fc.property(randomReview(4), fc.boolean(), (review, linked) => {
      const options = linked ? { links: sampleLinks } : {};
      const html = renderHtml(review, options);
      const { markup, data } = partsOf(html);
      expect(strangeMarkup(markup)).toEqual([]);
      for (const hostile of HOSTILE) if (/[<>]/.test(hostile)) expect(html).not.toContain(hostile);
      expect(data).not.toMatch(/[<>&\u2028\u2029]/);
      expect(JSON.parse(data)).toHaveProperty("dags");
      expect(html).not.toContain(SECRET);
      expect(html.match(/[\u202a-\u202e\u2066-\u2069\u200b]/)).toBeNull();
      expect(renderHtml(structuredClone(review), options)).toBe(html);
    }),
    runs(120),
  );
});

test("no JSON can end its script element", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const made = jsonText({ text: `</script><!--${text}` });
      expect(made).not.toMatch(/[<>&]/);
      expect(JSON.parse(made)).toEqual({ text: `</script><!--${text}` });
    }),
  );
});

test("nothing is loaded: the policy allows the script and styles of the file by their hashes alone", () => {
  expect(CONTENT_SECURITY_POLICY).toMatch(
    /^default-src 'none'; script-src 'sha256-[\w+/]{43}='; style-src 'sha256-[\w+/]{43}='; base-uri 'none'; form-action 'none'$/,
  );
  expect(renderHtml(sampleReview())).not.toMatch(/ (src|srcset|style|on\w+)=/);
});

test("each task knows its source and its lines of the generated Python, in both versions", async () => {
  const review = await largeReview(40);
  const data = buildPageData(review, placesOf(review));
  const dag = data.dags.find(({ id }) => id === "warehouse");
  const task = dag?.graph.nodes.find((node) => node.task?.id === "task_30")?.task;
  const linesOf = (side: "base" | "head"): string => {
    const place = task?.[side];
    const text = data.texts[data.files[dag?.code?.python ?? -1]?.[side] ?? -1] ?? "";
    return text
      .split("\n")
      .slice((place?.python?.[0] ?? 1) - 1, place?.python?.[1] ?? 0)
      .join("\n");
  };
  expect(data.files[task?.head?.file ?? -1]?.path).toBe("dags/warehouse/stage_1/task_30.yml");
  expect(linesOf("head")).toContain('bash_command="run --step 30 --fast"');
  expect(linesOf("base")).toContain('bash_command="run --step 30"');
  expect(linesOf("head").trimEnd().endsWith(")")).toBe(true);
});

test("code that the change does not touch is left out", async () => {
  const review = await largeReview(40);
  const data = buildPageData(review, placesOf(review));
  const books = data.dags.find(({ id }) => id === "books");
  expect(books).toMatchObject({ kind: "unchanged", code: null, why: expect.stringContaining("does not touch it") });
  expect(books?.graph.nodes).toHaveLength(2);
  expect(data.between.edges).toHaveLength(1);
});

test("an accepted finding shows by whom and why", () => {
  const review = sampleReview();
  const accepted = { by: "ada", reason: "late <on purpose>" };
  const findings = review.findings.map((one, at) => (at === 0 ? { ...one, accepted, gates: false } : one));
  expect(renderHtml({ ...review, findings })).toContain("late &lt;on purpose&gt;");
  const [first] = reviewToJson({ ...review, findings }).findings as { accepted: unknown }[];
  expect(first?.accepted).toEqual(accepted);
});
