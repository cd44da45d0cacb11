import fc from "fast-check";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { expect, test } from "vitest";
import { parseCommand } from "../../src/bot/parse-command.ts";
import { askOf } from "../../src/bot/webhook-asks.ts";
import { example } from "./support/scene.ts";

test.each([
  ["/windsock review", { word: "review", rest: "" }],
  ["/windsock", { word: "help", rest: "" }],
  ["/Windsock  REVIEW ", { word: "review", rest: "" }],
  ["Thanks!\r\n\r\n/windsock accept ab12 it is meant so\r\n", { word: "accept", rest: "ab12 it is meant so" }],
  ["> /windsock review\n\n/windsock help", { word: "help", rest: "" }],
  ["```\n/windsock review\n```\n/windsock help", { word: "help", rest: "" }],
  ["````\n```\n/windsock review\n````\nx", null],
  ["~~~\n/windsock review", null],
  ["    /windsock review", null],
  ["try `/windsock review`", null],
  ["> /windsock review", null],
  ["/windsocks review", null],
  ["<!--\n/windsock review\n-->", null],
  ["<!-- x -->\n/windsock review", { word: "review", rest: "" }],
  ["", null],
])("the command of %j", (body, command) => expect(parseCommand(body)).toEqual(command));

test("no text is too much for it", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 2000 }), (body) => void parseCommand(body)));
  expect(parseCommand(`${"`".repeat(65_000)}\n/windsock`)).toBeNull();
  expect(parseCommand(`/windsock ${"x ".repeat(30_000)}`)).toBeNull();
});

const comment = (more: Record<string, unknown>, of: Record<string, unknown> = {}) => {
  const payload = example("issue_comment", "created") as { issue: object; comment: { user: object } };
  return {
    ...payload,
    installation: { id: 7 },
    issue: { ...payload.issue, state: "open", pull_request: {} },
    comment: { ...payload.comment, body: "/windsock review", ...more },
    ...of,
  };
};

test("a comment of a person on a pull request brings its command", () => {
  expect(askOf("issue_comment", comment({}), "d", "1")).toMatchObject({
    word: "review",
    author: "Codertocat",
    number: 1,
  });
});

test("edits, Apps, and issues that are no pull requests bring none", () => {
  const user = { login: "windsock[bot]", type: "Bot" };
  for (const payload of [
    comment({}, { action: "edited" }),
    comment({ user }),
    comment({ performed_via_github_app: { id: 1 } }),
    comment({}, { issue: { number: 1, state: "open" } }),
    comment({}, { issue: { number: 1, state: "closed", pull_request: {} } }),
    comment({ body: "fine" }),
  ]) {
    expect(askOf("issue_comment", payload, "d", "1")).toBeNull();
  }
});

test.each([
  ["> said\n/windsock review", null],
  ["> said\n\n/windsock review", { word: "review", rest: "" }],
  ["<pre>\n/windsock review\n</pre>", null],
  ["<details>\n\n/windsock review\n\n</details>\n\n/windsock help", { word: "help", rest: "" }],
  ["`code that goes on\n/windsock review\nto here`", null],
  ["`a` and `b`\n/windsock review", { word: "review", rest: "" }],
  ["/windsock fix\n/windsock commit", { word: "fix", rest: "" }],
])("only the writer's own words count: %j", (body, command) => expect(parseCommand(body)).toEqual(command));

test("what is taken for a command is plain text for Markdown too", () => {
  const lines = fc.constantFrom(
    ..."/windsock review|> quoted|>> deeper|```|~~~|    code|text|`tick|``|<pre>|</pre>|<!--|-->|- item||<details>|</details>|> ```|# title|---".split(
      "|",
    ),
  );
  fc.assert(
    fc.property(fc.array(lines, { maxLength: 8 }), (all) => {
      const body = all.join("\n");
      if (parseCommand(body) === null) return;
      const tree = fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
      expect(plainText(tree), JSON.stringify(body)).toContain("/windsock review");
    }),
    { numRuns: 3000 },
  );
});

/** The text of a tree outside quotes, code and HTML. */
function plainText(node: Nodes): string {
  if (node.type === "blockquote" || node.type === "code" || node.type === "inlineCode" || node.type === "html")
    return "";
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(plainText).join("\n") : "";
}
