import fc from "fast-check";
import type { Nodes } from "mdast";
import { toString as plainText } from "mdast-util-to-string";
import { describe, expect, test } from "vitest";
import {
  escapeCode,
  escapeDestination,
  escapeText,
  fence,
  html,
  markdown,
  paragraph,
} from "../../src/report/escape.ts";
import { code } from "../../src/report/rich.ts";
import { shorten, visibleLine } from "../../src/report/visible.ts";
import { nodesOf, parseMarkdown, smuggled } from "./github-markdown.ts";
import { HOSTILE, hostileText } from "./random-review.ts";

const none = (): boolean => false;
const textOf = (node: Nodes): string => plainText(node, { includeHtml: false }).replaceAll("\u200b", "");
const shown = (source: string): string => textOf(parseMarkdown(source));
const squeezed = (text: string): string => text.replace(/\s+/g, " ").trim();

describe("text", () => {
  test.each(HOSTILE)("%j is text and nothing else", (text) => {
    expect(smuggled(paragraph([text]), none)).toEqual([]);
    expect(smuggled(`- ${paragraph([text])}`, none)).toEqual([]);
    expect(smuggled(`| | |\n| - | - |\n| ${markdown([text])} | x |\n`, none)).toEqual([]);
  });

  test("shows what was written, whatever it is", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(squeezed(shown(paragraph([text])))).toBe(squeezed(visibleLine(text)));
      }),
    );
  });

  test("is not more than it needs: words, times and numbers stay readable", () => {
    expect(escapeText("every day at 02:00 (waits for 3 tasks), 94 % alike.")).toBe(
      "every day at 02:00 (waits for 3 tasks), 94 % alike.",
    );
  });
});

describe("code", () => {
  test("is one code span, or a code element where backticks or pipes are in it", () => {
    expect(escapeCode("load_orders")).toBe("`load_orders`");
    expect(escapeCode("a`b")).toBe("<code>a&#96;b</code>");
    expect(escapeCode("a|b")).toBe("<code>a&#124;b</code>");
    expect(escapeCode("")).toBe("(empty)");
  });

  test("shows what was written, shortened, in a paragraph and as one table cell", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        fc.pre(visibleLine(text).trim() !== "");
        const wanted = squeezed(shorten(visibleLine(text), 160));
        expect(squeezed(shown(markdown([code(text)])))).toBe(wanted);
        expect(smuggled(markdown([code(text)]), none)).toEqual([]);
        const table = `| | |\n| - | - |\n| ${markdown([code(text)])} | end |\n`;
        const cells = nodesOf(parseMarkdown(table)).flatMap((node) =>
          node.type === "tableCell" ? [squeezed(textOf(node))] : [],
        );
        expect(cells).toEqual(["", "", wanted, "end"]);
      }),
    );
  });
});

test("a fence holds any lines, and ends where it should", () => {
  fc.assert(
    fc.property(fc.array(hostileText, { minLength: 1 }), (lines) => {
      const { children } = parseMarkdown(`${fence("diff", lines.join("\n"))}\n\nafter\n`);
      expect(children.map(({ type }) => type)).toEqual(["code", "paragraph"]);
    }),
  );
});

test("HTML of a summary holds only our own tags", () => {
  fc.assert(
    fc.property(hostileText, hostileText, (text, name) => {
      const tags = html([text, code(name)]).match(/<[^>]*>/g) ?? [];
      expect(tags.filter((tag) => tag !== "<code>" && tag !== "</code>")).toEqual([]);
    }),
  );
});

describe("a destination", () => {
  test("is an address of the web or an anchor, or nothing", () => {
    expect(escapeDestination("https://x.example/a_b.yml#L3-L4")).toBe("https://x.example/a_b.yml#L3-L4");
    expect(escapeDestination("#here")).toBe("#here");
    expect(escapeDestination("javascript:alert(1)")).toBeNull();
    expect(escapeDestination("data:text/html,x")).toBeNull();
    expect(escapeDestination(null)).toBeNull();
  });

  test("cannot be left", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const address = escapeDestination(`https://x.example/${text}`) ?? "";
        const links = nodesOf(parseMarkdown(`[x](${address}) end`)).filter(({ type }) => type === "link");
        expect(links).toHaveLength(1);
        expect(address).toMatch(/^[\x21-\x7e]*$/);
        expect(address).not.toMatch(/[<>"'()`|\\[\]]/);
      }),
    );
  });
});
