import { afterAll, beforeAll, expect, test } from "vitest";
import { COMMANDS } from "../../src/bot/commands.ts";
import { readMarker } from "../../src/github/marker.ts";
import { task } from "../end-to-end/support/gusty-project.ts";
import { openPull, push } from "../github/fake/pull-request.ts";
import { answerTo, commentPayload, openRoom, type Room, reportOf } from "./support/room.ts";
import { BROKEN, type Installed, installOn, pushMore } from "./support/scene.ts";

let room: Room;

beforeAll(async () => {
  room = await openRoom();
});

afterAll(async () => {
  expect(room.scene.github.invalid).toEqual([]);
  await room.close();
});

/** A repository with one pull request whose dependency is misspelt; `ada` may write. */
function shop(change = BROKEN): Installed {
  const installed = installOn(room.scene.github, 1, change);
  installed.repository.people?.set("ada", "write");
  return installed;
}

const checks = ({ repository }: Installed) =>
  repository.checkRuns.map(({ conclusion, actions }) => [
    conclusion,
    (actions ?? []).map((one) => (one as { identifier: string }).identifier),
  ]);

/** The fingerprint that the report shows at its first finding. */
function fingerprintIn(installed: Installed): string {
  const found = / · `([0-9a-f]{16})`/.exec(reportOf(installed) ?? "")?.[1];
  if (found === undefined) throw new Error(`no fingerprint: ${reportOf(installed)}`);
  return found;
}

test("help is for everybody, and lists every command", async () => {
  const installed = shop();
  const { comment, outcome, answer } = await room.say(installed, "guest", "Hello!\n\n/windsock help");
  expect([outcome, comment.reactions]).toEqual(["done", ["eyes"]]);
  for (const { word } of COMMANDS) expect(answer).toContain(`/windsock ${word}`);
});

test("a mistake is answered with the nearest command", async () => {
  const { comment, outcome, answer } = await room.say(shop(), "guest", "/windsock reveiw");
  expect([outcome, comment.reactions]).toEqual(["not understood", ["eyes", "confused"]]);
  expect(answer).toContain("There is no command `reveiw`. Did you mean `/windsock review`?");
  expect((await room.say(shop(), "guest", "/windsock <b>@team</b>")).answer).toContain("There is no such command.");
});

test("the same comment is answered once, however often its webhook comes", async () => {
  const installed = shop();
  const { comment } = await room.say(installed, "guest", "/windsock help");
  expect(await room.deliver("issue_comment", commentPayload(installed, comment))).toEqual(["done already"]);
  expect(installed.repository.comments).toHaveLength(2);
});

test.each(["review", "fix", "commit", "accept 0123456789abcdef because", "unaccept 0123456789abcdef"])(
  "`%s` is for those who may write, and GitHub is asked",
  async (words) => {
    const installed = shop();
    const { comment, outcome, answer } = await room.say(installed, "guest", `/windsock ${words}`);
    expect([outcome, comment.reactions]).toEqual(["not allowed", ["eyes", "confused"]]);
    expect(answer).toContain("for those with write access");
    expect(await room.settle()).toEqual([]);
    const asked = room.scene.github.requests.filter(
      ({ operation, url }) => operation.includes("/collaborators/") && url.includes(installed.repository.owner),
    );
    expect(asked).toHaveLength(1);
  },
);

test("comments of Apps, edits, and comments on what is closed ask for nothing", async () => {
  const installed = shop();
  const { comment } = await room.say(installed, "helper[bot]", "/windsock help");
  const edited = { ...commentPayload(installed, { ...comment, author: "ada" }), action: "edited" };
  expect(await room.deliver("issue_comment", edited)).toEqual([]);
  expect(comment.reactions).toBeUndefined();
  const pull = installed.repository.pulls.get(1);
  if (pull) pull.state = "closed";
  expect((await room.say(installed, "ada", "/windsock review")).outcome).toBe("closed");
});

test("review makes a new check run", async () => {
  const installed = shop();
  await room.review(installed);
  expect(await room.review(installed)).toEqual(["known already"]);
  expect((await room.say(installed, "ada", "/windsock review")).outcome).toBe("done");
  expect(await room.settle()).toEqual(["reviewed"]);
  expect(installed.repository.checkRuns).toHaveLength(2);
});

test("what is accepted passes, is shown with name and reason, holds over pushes, and can be taken back", async () => {
  const installed = shop();
  const [pull] = installed.pulls;
  if (pull === undefined) throw new Error("unreachable");
  await room.review(installed);
  const fingerprint = fingerprintIn(installed);
  const { comment, outcome } = await room.say(
    installed,
    "ada",
    `/windsock accept ${fingerprint.slice(0, 8)} it is *meant* so`,
  );
  expect([outcome, comment.reactions]).toEqual(["done", ["eyes", "rocket"]]);
  expect(await room.settle()).toEqual(["reviewed"]);
  expect(checks(installed).map(([conclusion]) => conclusion)).toEqual(["success"]);
  expect(reportOf(installed)).toContain("Accepted by **ada**: it is &#42;meant&#42; so");
  expect(reportOf(installed)).toContain(`/windsock unaccept ${fingerprint}`);

  pushMore(installed, pull, 1);
  await room.review(installed);
  expect(checks(installed).at(-1)?.[0]).toBe("success");
  expect(reportOf(installed)).toContain("Accepted by **ada**");

  expect((await room.say(installed, "ada", `/windsock unaccept ${fingerprint}`)).outcome).toBe("done");
  await room.settle();
  expect(checks(installed).at(-1)?.[0]).toBe("failure");
  expect(reportOf(installed)).not.toContain("Accepted by");
});

test("an acceptance ends when the finding says something else", async () => {
  const installed = shop();
  const [pull] = installed.pulls;
  if (pull === undefined) throw new Error("unreachable");
  await room.review(installed);
  await room.say(installed, "ada", `/windsock accept ${fingerprintIn(installed)} fine`);
  await room.settle();
  const { repository } = installed;
  push(repository, pull, { "dags/gusty/orders/publish.yml": task("echo publish", ["cleen"]) });
  await room.review(installed);
  expect(checks(installed).at(-1)?.[0]).toBe("failure");
});

test("an acceptance on one check run counts on the newest, which GitHub looks at", async () => {
  const installed = shop();
  await room.review(installed);
  await room.say(installed, "ada", "/windsock review");
  await room.settle();
  await room.say(installed, "ada", `/windsock accept ${fingerprintIn(installed)} fine`);
  await room.settle();
  expect(checks(installed).map(([conclusion]) => conclusion)).toEqual(["failure", "success"]);
});

test.each([
  ["accept", "A fingerprint has 6 to 16"],
  ["accept 0123456789abcdef fine", "The newest report has no finding, or is not written yet."],
  ["unaccept 0123456789abcdef", "Nobody has accepted"],
])("`%s` that cannot be done is answered with how to write it", async (words, why) => {
  const { outcome, answer } = await room.say(shop(), "ada", `/windsock ${words}`);
  expect(outcome).toBe("not understood");
  expect(answer).toContain(why);
  expect(answer).toContain(`Write it so: \`/windsock ${words.split(" ")[0]} FINGERPRINT`);
});

test("an acceptance needs a finding of the report and a reason", async () => {
  const installed = shop();
  await room.review(installed);
  const fingerprint = fingerprintIn(installed);
  expect((await room.say(installed, "ada", "/windsock accept 000000 fine")).answer).toContain("no finding with this");
  expect((await room.say(installed, "ada", `/windsock accept ${fingerprint}`)).answer).toContain(
    "The reason is missing",
  );
  expect(await room.settle()).toEqual([]);
});

test("questions are answered in the report, for everybody, and stay current", async () => {
  const installed = shop();
  const [pull] = installed.pulls;
  if (pull === undefined) throw new Error("unreachable");
  await room.review(installed);
  for (const words of ["why orders.publish", "impact orders.extract", "graph orders", "diff orders"]) {
    expect((await room.say(installed, "guest", `/windsock ${words}`)).outcome).toBe("done");
  }
  expect(await room.settle()).toEqual(["reviewed", "known already", "known already", "known already"]);
  const report = reportOf(installed) ?? "";
  expect(report).toContain("<summary><code>/windsock why orders.publish</code>");
  expect(report).toContain("**`orders.publish`** is a task of");
  expect(report).toContain("after **`orders.extract`**");
  expect(report.match(/```mermaid/g)?.length).toBeGreaterThan(1);
  expect(installed.repository.checkRuns).toHaveLength(1);
  const before = report.slice(report.indexOf("impact orders.extract"));
  pushMore(installed, pull, 1);
  await room.review(installed);
  const after = reportOf(installed) ?? "";
  expect(after).toContain("**`orders.publish`** is a task of");
  expect(after.slice(after.indexOf("impact orders.extract"))).not.toBe(before);
});

test("a question about what is not there names the nearest, and one without a name is a mistake", async () => {
  const installed = shop();
  await room.review(installed);
  await room.say(installed, "guest", "/windsock why orders.publsh");
  await room.settle();
  expect(reportOf(installed)).toContain("Did you mean `orders.publish`?");
  expect((await room.say(installed, "guest", "/windsock impact")).answer).toContain("The name is missing.");
});

test("where there is no report to fold it into, the answer is a comment of its own, once", async () => {
  const installed = shop({ "README.md": "# Nothing of gusty\n" });
  await room.review(installed);
  expect(reportOf(installed)).toBeNull();
  const { comment } = await room.say(installed, "guest", "/windsock why orders.clean --from orders.extract");
  await room.settle();
  expect(answerTo(installed, `${comment.id}`)).toContain(
    "**`orders.clean`** comes after **`orders.extract`**, 1 step away.",
  );
  await room.say(installed, "guest", "/windsock graph");
  await room.settle();
  const answers = installed.repository.comments.filter(({ body }) => readMarker(body) !== null);
  expect(answers).toHaveLength(2);
  expect(answers.map(({ edits }) => edits)).toEqual([0, 0]);
});

test("fix commits the safe fixes on top of the newest commit, with buttons that say so before", async () => {
  const installed = shop();
  await room.review(installed);
  expect(checks(installed)).toEqual([["failure", ["fix"]]]);
  const { repository } = installed;
  const head = repository.git.resolve("refs/heads/feature-0");
  const { outcome, comment } = await room.say(installed, "ada", "/windsock fix");
  expect([outcome, comment.reactions]).toEqual(["done", ["eyes", "rocket"]]);
  expect(repository.git.git(["rev-parse", "feature-0^"])).toBe(head);
  expect(repository.git.git(["show", "feature-0:dags/gusty/orders/publish.yml"])).toContain("- clean");
  expect(repository.git.git(["log", "-1", "--format=%B", "feature-0"])).toContain("dags/gusty/orders/publish.yml: ");
  await room.review(installed);
  expect(checks(installed).at(-1)).toEqual(["success", []]);
  expect((await room.say(installed, "ada", "/windsock fix")).answer).toContain("There is nothing to fix");
});

test("on a fork nothing is committed: the fixes come as a patch, and the check run has no buttons", async () => {
  const installed = shop();
  const { repository } = installed;
  openPull(repository, "feature-0", { from: "stranger/shop" });
  await room.review(installed, 2);
  expect(checks(installed)).toEqual([["failure", []]]);
  const fix = await room.say(installed, "ada", "/windsock fix", 2);
  expect(fix.answer).toContain("does not commit to a fork");
  expect(fix.answer).toContain("+  - clean");
  expect((await room.say(installed, "ada", "/windsock commit", 2)).answer).toContain("does not commit to a fork");
});

test("commit writes the generated Python where the project keeps it, and says so where it does not", async () => {
  const plain = shop();
  expect((await room.say(plain, "ada", "/windsock commit")).answer).toContain(
    "`generated.commit` in its `windsock.yml` is `off`",
  );
  const installed = shop({});
  const { repository } = installed;
  repository.git.commit("main", { "windsock.yml": "generated: { directory: generated, commit: check }\n" });
  const [pull] = installed.pulls;
  if (pull === undefined) throw new Error("unreachable");
  push(repository, pull, { "dags/gusty/orders/more.yml": task("echo more", ["clean"]) });
  await room.review(installed);
  expect(checks(installed).at(-1)?.[1]).toContain("commit");
  expect((await room.say(installed, "ada", "/windsock commit")).outcome).toBe("done");
  expect(repository.git.git(["show", "feature-0:generated/orders.py"])).toContain("echo more");
  expect((await room.say(installed, "ada", "/windsock commit")).answer).toContain("there is nothing to commit");
});

test("an App that may not write contents says which permission it needs", async () => {
  const installed = shop();
  const { app } = room.scene.github.state;
  const installation = app?.installations.get(installed.installation);
  if (installation === undefined) throw new Error("unreachable");
  app?.installations.set(installation.id, { ...installation, contents: "read" });
  const { outcome, answer } = await room.say(installed, "ada", "/windsock fix");
  expect(outcome).toBe("not possible");
  expect(answer).toContain("Contents: read and write");
});

test("a report that a person deleted does not come back with the same content, but with another", async () => {
  const installed = shop();
  const { repository } = installed;
  const [pull] = installed.pulls;
  if (pull === undefined) throw new Error("unreachable");
  await room.review(installed);
  repository.comments.length = 0;
  await room.say(installed, "ada", "/windsock review");
  expect(await room.settle()).toEqual(["reviewed"]);
  expect(reportOf(installed)).toBeNull();
  expect(repository.checkRuns).toHaveLength(2);
  pushMore(installed, pull, 1);
  await room.review(installed);
  expect(reportOf(installed)).toContain("1 error");
});

test("more than fifty questions of one pull request are only for those who may write", async () => {
  const installed = shop({ "README.md": "# Nothing of gusty\n" });
  for (let asked = 0; asked < 50; asked += 1) await room.say(installed, "guest", "/windsock graph");
  const { outcome, answer } = await room.say(installed, "guest", "/windsock why `orders.clean`");
  expect(outcome).toBe("not possible");
  expect(answer).toContain("`windsock why` answers without limit");
  const { comment } = await room.say(installed, "ada", "/windsock why `orders.clean` —from orders.extract");
  await room.settle();
  expect(answerTo(installed, `${comment.id}`)).toContain("**`orders.clean`** comes after **`orders.extract`**");
});
