import fc from "fast-check";
import { expect, test } from "vitest";
import { answerQuestion } from "../../src/bot/answer-question.ts";
import { foldAnswers } from "../../src/bot/fold-answers.ts";
import { detailsBalance, parseMarkdown, smuggled } from "../report/github-markdown.ts";
import { HOSTILE } from "../report/random-review.ts";
import { sampleLinks, sampleReview } from "../report/sample-review.ts";

const review = sampleReview();
const context = { review, links: sampleLinks };
const question = (word: string, rest: string, comment = 1) => ({ comment, author: "ada", word, rest });
const isOwn = (address: string): boolean => address.startsWith("https://github.com/acme/flows/");

test.each([
  ["why", "orders_daily.clean", "**`orders_daily.clean`** is a task"],
  ["why", "sales.report --from orders_daily.extract", "comes after **`orders_daily.extract`**"],
  ["why", "orders_daily.cleen", "Did you mean `orders_daily.clean`?"],
  ["why", "orders_daily.clean --from nowhere", "There is no DAG `nowhere`."],
  ["impact", "orders_daily.extract", "after **`orders_daily.extract`**"],
  ["graph", "", "```mermaid\nflowchart"],
  ["graph", "orders_daily", "thick green arrow: new dependency"],
  ["graph", "marketing", "```mermaid\nflowchart"],
  ["graph", "sale", "There is no DAG `sale`. Did you mean `sales`?"],
  ["diff", "orders_daily", "```diff\n@@"],
  ["diff", "refunds", "```python\n"],
  ["diff", "marketing", "The generated Python is the same."],
])("/windsock %s %s", (word, rest, answer) => {
  const text = answerQuestion(question(word, rest), context);
  expect(text).toContain(answer);
  expect(text).not.toContain("hunter");
});

test("answers fold into the comment while there is room, the newest first to it, and else stand apart", () => {
  const questions = [question("impact", "orders_daily.extract", 1), question("why", "orders_daily.clean", 2)];
  const all = foldAnswers("report\n", questions, context, 60_000);
  expect(all.answers.map(({ apart }) => apart)).toEqual([false, false]);
  expect(all.comment).toMatch(/^report\n[\s\S]*<details><summary>[\s\S]*<details open><summary>/);
  const newest = (all.comment ?? "").length - (all.comment ?? "").indexOf("\n<details open>");
  const some = foldAnswers("report\n", questions, context, "report\n".length + newest);
  expect(some.answers.map(({ apart }) => apart)).toEqual([true, false]);
  expect(foldAnswers("report\n", questions, context, 10).comment).toBe("report\n");
  expect(foldAnswers(null, questions, context, 60_000)).toMatchObject({
    comment: null,
    answers: [{ apart: true }, { apart: true }],
  });
});

test("no more than five answers fold, the newest", () => {
  const questions = [1, 2, 3, 4, 5, 6, 7].map((n) => question("impact", "orders_daily.extract", n));
  const { answers } = foldAnswers("report\n", questions, context, 60_000);
  expect(answers.map(({ apart }) => apart)).toEqual([true, true, false, false, false, false, false]);
});

test("what people ask is no markup in the answer", () => {
  const words = fc.constantFrom("why", "impact", "graph", "diff");
  const rest = fc.array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ maxLength: 20 })), { maxLength: 4 });
  fc.assert(
    fc.property(words, rest, fc.constantFrom(...HOSTILE), (word, parts, author) => {
      const asked = {
        ...question(
          word,
          parts
            .join(" ")
            .replace(/[\r\n]/g, " ")
            .slice(0, 500),
        ),
        author,
      };
      for (const limit of [60_000, 10]) {
        const { comment, answers } = foldAnswers("report\n", [asked], context, limit);
        const text = limit === 10 ? (answers[0]?.text ?? "") : (comment ?? "");
        expect(smuggled(text, isOwn)).toEqual([]);
        const { opened, closed } = detailsBalance(parseMarkdown(text));
        expect(opened).toBe(closed);
      }
    }),
    { numRuns: 150 },
  );
});
