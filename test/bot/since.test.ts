import { afterAll, beforeAll, expect, test } from "vitest";
import { task } from "../end-to-end/support/gusty-project.ts";
import { push } from "../github/fake/pull-request.ts";
import { newId } from "../github/fake/state.ts";
import { openRoom, type Room, reportOf } from "./support/room.ts";
import { type Installed, installOn } from "./support/scene.ts";

let room: Room;

beforeAll(async () => {
  room = await openRoom();
});

afterAll(async () => {
  expect(room.scene.github.invalid).toEqual([]);
  await room.close();
});

const headOf = ({ repository }: Installed): string => repository.git.resolve("refs/heads/feature-0") ?? "";

function reviewBy(installed: Installed, author: string, state = "COMMENTED", commit = headOf(installed)): void {
  installed.repository.reviews?.push({ id: newId(room.scene.github.state), pull: 1, author, state, commit });
}

test("the report says what is new since each reviewer's last review, and is the same for the same commit", async () => {
  const installed = installOn(room.scene.github);
  const [pull] = installed.pulls;
  if (pull === undefined) throw new Error("unreachable");
  reviewBy(installed, "ada", "CHANGES_REQUESTED");
  reviewBy(installed, "author");
  const first = headOf(installed);
  await room.review(installed);
  // It was the newest commit that was reviewed.
  expect(reportOf(installed)).not.toContain("Since the last review");

  push(installed.repository, pull, { "dags/gusty/orders/publish.yml": task("echo publish", ["clean"]) });
  const second = headOf(installed);
  reviewBy(installed, "bob", "APPROVED");
  push(installed.repository, pull, { "dags/gusty/orders/more.yml": task("echo more", ["nowhere"]) });
  reviewBy(installed, "eve", "COMMENTED", "0123456789012345678901234567890123456789");
  await room.review(installed);
  const report = reportOf(installed) ?? "";
  expect(report).toContain("<summary>Since the last review</summary>");
  const line = (who: string): string => report.split("\n").find((one) => one.includes(`**${who}**`)) ?? "";
  expect(line("ada")).toContain(`reviewed \`${first.slice(0, 7)}\`: 1 DAG changed (\`orders\`)`);
  expect(line("ada")).toContain("1 error repaired");
  expect(line("bob")).toContain(
    `reviewed \`${second.slice(0, 7)}\`: 1 DAG changed (\`orders\`); 1 error new (\`unknown-dependency\`)`,
  );
  expect(line("bob")).not.toContain("repaired");
  expect(line("eve")).toContain("cannot be read any more");
  expect(line("author")).toBe("");

  for (const comment of installed.repository.comments) comment.body = `${comment.body.split("\n")[0]}\nwritten over`;
  installed.repository.checkRuns.length = 0;
  await room.review(installed);
  // The address of the check run is another one.
  const comparable = (text: string): string => text.replace(/\/runs\/\d+/, "/runs/N");
  expect(comparable(reportOf(installed) ?? "")).toBe(comparable(report));
});

test("where nothing of a DAG changed since, that is said", async () => {
  const installed = installOn(room.scene.github);
  const [pull] = installed.pulls;
  if (pull === undefined) throw new Error("unreachable");
  reviewBy(installed, "ada");
  push(installed.repository, pull, { "README.md": "# More words\n" });
  await room.review(installed);
  expect(reportOf(installed)).toMatch(/\*\*ada\*\* reviewed `\w{7}`: no DAG touched\n/);
});
