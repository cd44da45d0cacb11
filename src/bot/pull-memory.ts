import type { Acceptance } from "../model/finding.ts";
import type { Database } from "./database.ts";
import { text } from "./payload.ts";
import type { KnownFinding } from "./rendered-review.ts";
import { forget, recall, remember } from "./tables.ts";

/** A pull request, by its repository's id, which stays when it is renamed, and its number. */
export interface PullKey {
  readonly repository: number;
  readonly number: number;
}

/** A question that somebody asked in a comment: its answer stands in the report. */
export interface Question {
  readonly comment: number;
  readonly author: string;
  readonly word: string;
  readonly rest: string;
}

/** What people said of a pull request, as far as its report shows it. */
export interface PullMemory {
  /** Counts what changes the report beside pushes. */
  readonly revision: number;
  /** The revision that the report shows. */
  readonly shown: number;
  readonly acceptances: readonly Acceptance[];
  /** The last questions that the report itself answers, and earlier ones without an answer, in the order in which they were asked. */
  readonly questions: readonly Question[];
}

/** So many answers stand in a report; older ones go. */
export const MOST_ANSWERS = 5;

/** So many questions are answered by one report: the others wait for the next. */
const AT_ONCE = 20;

/** What is known of a pull request; nothing of one that nobody said anything about. */
export async function recallPull(database: Database, { repository, number }: PullKey): Promise<PullMemory> {
  const key = [repository, number];
  const pulls = await database.query(
    "SELECT revision, shown FROM windsock.pull WHERE repository = $1 AND number = $2",
    key,
  );
  const { revision = 0, shown = 0 } = pulls[0] ?? {};
  if (Number(revision) === 0) return { revision: 0, shown: 0, acceptances: [], questions: [] };
  const acceptances = await database.query(
    `SELECT fingerprint, digest, author, reason FROM windsock.acceptance
     WHERE repository = $1 AND number = $2 ORDER BY fingerprint`,
    key,
  );
  const questions = await database.query(
    `SELECT comment, author, word, rest FROM (
       SELECT *, row_number() OVER (ORDER BY comment DESC) AS place FROM windsock.question
       WHERE repository = $1 AND number = $2 AND NOT apart
     ) AS own WHERE place <= ${MOST_ANSWERS} OR NOT answered ORDER BY comment DESC LIMIT ${AT_ONCE}`,
    key,
  );
  return {
    revision: Number(revision),
    shown: Number(shown),
    acceptances: acceptances.map((row) => ({
      fingerprint: String(row.fingerprint),
      digest: String(row.digest),
      by: String(row.author),
      reason: String(row.reason),
    })),
    questions: questions.reverse().map((row) => ({
      comment: Number(row.comment),
      author: String(row.author),
      word: String(row.word),
      rest: String(row.rest),
    })),
  };
}

/** Notes that the report shows a revision. A revision that came meanwhile stays to be shown. */
export async function noteShown(database: Database, { repository, number }: PullKey, revision: number): Promise<void> {
  if (revision === 0) return;
  await database.query("UPDATE windsock.pull SET shown = GREATEST(shown, $3) WHERE repository = $1 AND number = $2", [
    repository,
    number,
    revision,
  ]);
}

/** Keeps an acceptance: of one finding the last one counts. */
export async function accept(database: Database, key: PullKey, acceptance: Acceptance): Promise<void> {
  const { fingerprint, digest, by, reason } = acceptance;
  await database.query(
    `INSERT INTO windsock.acceptance (repository, number, fingerprint, digest, author, reason)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (repository, number, fingerprint) DO UPDATE
     SET digest = excluded.digest, author = excluded.author, reason = excluded.reason, at = now()`,
    [key.repository, key.number, fingerprint, digest, by, reason],
  );
  await nextRevision(database, key);
}

/** Takes back the acceptances of the findings whose fingerprint begins so. Gives how many there were. */
export async function takeBack(database: Database, key: PullKey, start: string): Promise<number> {
  const rows = await database.query(
    `DELETE FROM windsock.acceptance
     WHERE repository = $1 AND number = $2 AND left(fingerprint, length($3)) = $3 RETURNING fingerprint`,
    [key.repository, key.number, start],
  );
  if (rows.length > 0) await nextRevision(database, key);
  return rows.length;
}

/** How many questions were asked of a pull request, but in this comment. */
export async function countQuestions(database: Database, key: PullKey, comment: number): Promise<number> {
  const rows = await database.query(
    "SELECT count(*)::int AS count FROM windsock.question WHERE repository = $1 AND number = $2 AND comment <> $3",
    [key.repository, key.number, comment],
  );
  return Number(rows[0]?.count ?? 0);
}

/** Keeps a question, one for each comment. */
export async function ask(database: Database, key: PullKey, question: Question): Promise<void> {
  await database.query(
    `INSERT INTO windsock.question (repository, number, comment, author, word, rest)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
    [key.repository, key.number, question.comment, question.author, question.word, question.rest],
  );
  await nextRevision(database, key);
}

/** Notes that a question is answered: in the report, or `apart` in a comment of its own, so that reports leave it out. */
export async function noteAnswered(
  database: Database,
  key: PullKey,
  { comment, apart }: { readonly comment: number; readonly apart: boolean },
): Promise<void> {
  await database.query(
    `UPDATE windsock.question SET answered = true, apart = apart OR $4
     WHERE repository = $1 AND number = $2 AND comment = $3 AND NOT (answered AND apart = $4)`,
    [key.repository, key.number, comment, apart],
  );
}

async function nextRevision(database: Database, { repository, number }: PullKey): Promise<void> {
  await database.query(
    `INSERT INTO windsock.pull (repository, number, revision) VALUES ($1, $2, 1)
     ON CONFLICT (repository, number) DO UPDATE SET revision = windsock.pull.revision + 1`,
    [repository, number],
  );
}

const findingsOf = ({ repository, number }: PullKey): string => `findings/${repository}/${number}`;

/** Keeps what the newest report says, so that commands can name its findings. */
export async function noteFindings(database: Database, key: PullKey, findings: readonly KnownFinding[]): Promise<void> {
  if (findings.length === 0) await forget(database, findingsOf(key));
  else await remember(database, findingsOf(key), findings);
}

/** The findings of the newest report. */
export async function recallFindings(database: Database, key: PullKey): Promise<readonly KnownFinding[]> {
  const known = await recall(database, findingsOf(key));
  return (Array.isArray(known) ? known : []).map((item) => ({
    fingerprint: text(item, "fingerprint"),
    digest: text(item, "digest"),
  }));
}

/** Forgets all that was said in a repository, which is no more. */
export async function forgetRepository(database: Database, repository: number): Promise<void> {
  for (const table of ["pull", "acceptance", "question"]) {
    await database.query(`DELETE FROM windsock.${table} WHERE repository = $1`, [repository]);
  }
  // Every key about a repository is KIND/REPOSITORY/….
  await database.query("DELETE FROM windsock.known WHERE split_part(key, '/', 2) = $1", [String(repository)]);
}
