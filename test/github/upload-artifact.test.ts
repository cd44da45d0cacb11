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
const PACE = { second: 1, answer: 2000 };
const upload = (file = page): Promise<string> => uploadArtifact(service, file, PACE);
const failure = (): Promise<string> =>
  upload().then(
    () => "",
    (error: unknown) => (error instanceof Error ? error.message : ""),
  );

test("a file is kept as it is, under its own name and type", async () => {
  expect(await upload()).toBe("701");
  expect(service.kept).toEqual([
    { id: "701", name: "windsock.html", type: "text/html", content: Buffer.from(page.content) },
  ]);
  expect(service.requests).toEqual(["CreateArtifact", "block", "blocklist", "FinalizeArtifact"]);
});

test.each([{ status: 503 }, { status: 429 }, "reset"] as const)(
  "a request that ends with %j is tried again",
  async (fault) => {
    service.fault = (_, nth) => (nth < 3 ? fault : null);
    expect(await upload()).toBe("701");
    expect(service.requests).toHaveLength(12);
    expect(service.kept).toHaveLength(1);
  },
);

test("a service that goes on failing is given up", async () => {
  service.fault = (request) => (request === "block" ? { status: 500 } : null);
  expect(await failure()).toBe("upload: status 500");
  expect(service.requests).toEqual(["CreateArtifact", "block", "block", "block"]);
});

test("a service that never answers is given up", async () => {
  service.fault = () => "silence";
  const slow = uploadArtifact(service, page, { second: 1, answer: 20 });
  await expect(slow).rejects.toThrow(/^CreateArtifact: .*time/);
});

test("a refusal is not repeated, and is told in the service's words", async () => {
  await upload();
  expect(await failure()).toBe(
    "CreateArtifact: status 409 (an artifact with this name already exists on the workflow run)",
  );
  expect(service.requests.filter((one) => one === "CreateArtifact")).toHaveLength(2);
});

test("an address that is signed is in no message", async () => {
  service.fault = (request) => (request === "blocklist" ? { status: 403 } : null);
  expect(await failure()).toBe("upload: status 403");
});

test("a token that names no run is said, and nothing is sent", async () => {
  for (const token of ["", "x", "a.b.c", `a.${Buffer.from('{"scp":7}').toString("base64url")}.c`]) {
    await expect(uploadArtifact({ ...service, token }, page, PACE)).rejects.toThrow("the runner's token names no run");
  }
  expect(service.requests).toEqual([]);
});
