import { escapeCode, html } from "../report/escape.ts";
import { code, strong } from "../report/rich.ts";
import { type AnswerContext, answerQuestion } from "./answer-question.ts";
import { MOST_ANSWERS, type Question } from "./pull-memory.ts";
import type { Answered } from "./rendered-review.ts";

/**
 * Puts the answers to questions behind the comment's text, the newest open, while there is room below `limit` UTF-16 units;
 * the newest come first to it, and no more than `MOST_ANSWERS` fold. Where there is no comment, all answers stand apart.
 */
export function foldAnswers(
  comment: string | null,
  questions: readonly Question[],
  context: AnswerContext,
  limit: number,
): { readonly comment: string | null; readonly answers: readonly Answered[] } {
  const made = questions.map((question) => ({ question, text: answerQuestion(question, context) }));
  let room = comment === null ? 0 : limit - comment.length;
  const folded = new Map<number, string>();
  for (const [at, { question, text }] of [...made.entries()].slice(-MOST_ANSWERS).reverse()) {
    const part = foldedAnswer(question, text, at === made.length - 1);
    if (part.length > room) continue;
    room -= part.length;
    folded.set(question.comment, part);
  }
  return {
    comment: comment && comment + made.map(({ question }) => folded.get(question.comment) ?? "").join(""),
    answers: made.map(({ question, text }) => ({
      comment: question.comment,
      text: `${escapeCode(said(question))}\n\n${text}`,
      apart: !folded.has(question.comment),
    })),
  };
}

const said = ({ word, rest }: Question): string => `/windsock ${word}${rest === "" ? "" : ` ${rest}`}`;

function foldedAnswer(question: Question, text: string, open: boolean): string {
  const summary = html([code(said(question)), " · ", strong(question.author)]);
  return `\n<details${open ? " open" : ""}><summary>${summary}</summary>\n\n${text}\n</details>\n`;
}
