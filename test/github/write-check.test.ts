import { afterAll, beforeAll, expect, test } from "vitest";
import { createClient } from "../../src/github/client.ts";
import { PACE } from "../../src/github/pace.ts";
import { writeCheck } from "../../src/github/write-check.ts";
import { type FakeGitHub, startFakeGitHub } from "./fake/server.ts";

let github: FakeGitHub;

beforeAll(async () => {
  github = await startFakeGitHub();
});

afterAll(async () => {
  expect(github.invalid).toEqual([]);
  await github.close();
});

/** What a second is here, in milliseconds. */
const SECOND = 10;

const annotation = (n: number) => ({
  path: "dags/a/b.yml",
  start_line: n + 1,
  end_line: n + 1,
  annotation_level: "failure" as const,
  title: "unknown-dependency",
  message: `finding ${n}`,
});

function setUp(name: string) {
  const repository = github.createRepository(`acme/${name}`);
  const head = repository.git.commit("main", { a: "1\n" });
  const token = github.createToken("github-actions[bot]", { checks: "write" });
  const deadline = AbortSignal.timeout(60_000);
  const client = createClient({
    token,
    apiUrl: github.apiUrl,
    userAgent: "windsock-test",
    deadline,
    pace: { ...PACE, second: SECOND },
  });
  const request = (annotations: number) => ({
    repository: { owner: "acme", repo: name },
    name: "Windsock",
    head,
    conclusion: "failure" as const,
    title: "2 errors",
    summary: "What is wrong",
    annotations: Array.from({ length: annotations }, (_, n) => annotation(n)),
    externalId: "1/1",
  });
  return { repository, client, request };
}

test("a check run is created with its conclusion, and annotations come in batches of 50", async () => {
  const { repository, client, request } = setUp("batches");
  await writeCheck(client, request(120), SECOND);
  expect(repository.checkRuns).toHaveLength(1);
  expect(repository.checkRuns[0]).toMatchObject({ status: "completed", conclusion: "failure" });
  expect(repository.checkRuns[0]?.annotations.map((item) => item.message)).toEqual(
    Array.from({ length: 120 }, (_, n) => `finding ${n}`),
  );
  expect(github.requests.filter((item) => item.url.includes("/batches/"))).toHaveLength(3);
});

test.each(["before", "after"] as const)("a failure %s the effect leaves one check run", async (when) => {
  const { repository, client, request } = setUp(`fault-${when}`);
  github.fault = ({ operation }) => {
    if (!operation.startsWith("POST")) return null;
    github.fault = () => null;
    return { kind: "status", when, status: 502 };
  };
  await writeCheck(client, request(1), SECOND);
  expect(repository.checkRuns).toHaveLength(1);
});

test.each(["before", "after"] as const)(
  "each annotation stands once where a batch fails %s its effect",
  async (when) => {
    const { repository, client, request } = setUp(`batches-${when}`);
    github.fault = ({ method, nth }) =>
      method === "PATCH" && nth % 2 === 1 ? { kind: "status", when, status: 502 } : null;
    await writeCheck(client, request(180), SECOND);
    github.fault = () => null;
    const messages = repository.checkRuns[0]?.annotations.map(({ message }) => message);
    expect(messages).toEqual(Array.from({ length: 180 }, (_, n) => `finding ${n}`));
  },
);
