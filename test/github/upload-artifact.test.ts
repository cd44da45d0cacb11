import { afterAll, beforeEach, expect, test } from "vitest";
import { type ArtifactFile, uploadArtifact } from "../../src/github/upload-artifact.ts";
import { type FakeArtifactService, startFakeArtifactService } from "./fake/artifact-service.ts";

const open: FakeArtifactService[] = [];
let service: FakeArtifactService;

beforeEach(async () => {
  service = await startFakeArtifactService();
  open.push(service);
});
afterAll(async () => {
  for (const one of open) {
    expect(one.invalid).toEqual([]);
    await one.close();
  }
});

const page: ArtifactFile = {
  name: "windsock.html",
  type: "text/html",
  content: new TextEncoder().encode("<!doctype html>\n<p>ünï 🎉</p>\n"),
};
const pace = (answer = 2000, all = 5000) => ({ second: 1, answer, deadline: AbortSignal.timeout(all) });
const upload = () => uploadArtifact(service, page, pace());
const failed = (why: string, absent = false) => ({ ok: false, absent, why });

test("a file is kept as it is, under its own name and type", async () => {
  expect(await upload()).toEqual({ ok: true, id: "701" });
  expect(service.kept).toEqual([
    { id: "701", name: "windsock.html", type: "text/html", content: Buffer.from(page.content) },
  ]);
  expect(service.requests).toEqual(["CreateArtifact", "block", "blocklist", "FinalizeArtifact"]);
});

test.each([{ status: 503 }, { status: 429 }, "reset"] as const)(
  "a request that ends with %j is tried again",
  async (fault) => {
    service.fault = (_, nth) => (nth < 3 ? fault : null);
    expect(await upload()).toEqual({ ok: true, id: "701" });
    expect(service.requests).toHaveLength(12);
    expect(service.kept).toHaveLength(1);
  },
);

test("a service that goes on failing is given up", async () => {
  service.fault = (request) => (request === "block" ? { status: 500 } : null);
  expect(await upload()).toEqual(failed("upload: status 500"));
  expect(service.requests).toEqual(["CreateArtifact", "block", "block", "block"]);
});

test.each([
  [20, 5000],
  [5000, 20],
])("a service that never answers is given up, after %i ms a request and %i ms in all", async (answer, all) => {
  service.fault = () => "silence";
  const outcome = await uploadArtifact(service, page, pace(answer, all));
  expect(outcome).toMatchObject({ ok: false, absent: false, why: expect.stringMatching(/^CreateArtifact: .*time/) });
});

test("a server without the service is told from one that fails", async () => {
  service.fault = () => ({ status: 404 });
  expect(await upload()).toEqual(failed("CreateArtifact: status 404", true));
});

test("a refusal is not repeated, and is told in the service's words", async () => {
  await upload();
  expect(await upload()).toEqual(
    failed("CreateArtifact: status 409 (an artifact with this name already exists on the workflow run)"),
  );
  expect(service.requests.filter((one) => one === "CreateArtifact")).toHaveLength(2);
});

test("an address that is signed is in no message", async () => {
  service.fault = (request) => (request === "blocklist" ? { status: 403 } : null);
  expect(await upload()).toEqual(failed("upload: status 403"));
});

test("a token that names no run is said, and nothing is sent", async () => {
  for (const token of ["", "x", "a.b.c", `a.${Buffer.from('{"scp":7}').toString("base64url")}.c`]) {
    const outcome = await uploadArtifact({ ...service, token }, page, pace());
    expect(outcome).toEqual(failed("the runner's token names no run"));
  }
  expect(service.requests).toEqual([]);
});
