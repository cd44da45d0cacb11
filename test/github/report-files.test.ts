import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keepReport } from "../../src/github/keep-report.ts";
import { PACE } from "../../src/github/pace.ts";
import { reportName, reportTexts, writeReports } from "../../src/github/report-files.ts";
import { sampleLinks, sampleReview } from "../report/sample-review.ts";
import { startFakeArtifactService } from "./fake/artifact-service.ts";

test("files are called after the instance and, of several pull requests, the number, whatever characters a name has", () => {
  expect(reportName(null, null)).toBe("windsock");
  expect(reportName("shop eu.1", null)).toBe("windsock-shop-eu-1");
  expect(reportName("prod", 12)).toBe("windsock-prod-12");
});

test("the report is written in three forms", async () => {
  const temp = mkdtempSync(join(tmpdir(), "windsock-files-"));
  const texts = { ...reportTexts(sampleReview(), sampleLinks), markdown: "# x\n" };
  const paths = await writeReports(temp, "windsock", texts);
  expect(
    Object.values(paths)
      .map((path) => path.slice(temp.length + 1))
      .sort(),
  ).toEqual(["windsock/report.html", "windsock/report.json", "windsock/report.md"]);
  expect(readFileSync(paths.html, "utf8")).toBe(texts.html);
  expect(JSON.parse(readFileSync(paths.json, "utf8"))).toMatchObject({ version: 1 });
  rmSync(temp, { recursive: true });
});

const texts = { html: "<p>x</p>", json: "{}" };
const run = "https://github.com/acme/shop/actions/runs/42";

test("what is kept is linked to below the page of its run", async () => {
  const service = await startFakeArtifactService();
  const kept = await keepReport(service, run, "windsock", texts, PACE);
  const idOf = (name: string): string | undefined => service.kept.find((one) => one.name === name)?.id;
  expect(kept).toEqual({
    artifacts: [
      { label: "HTML", url: `${run}/artifacts/${idOf("windsock.html")}` },
      { label: "JSON", url: `${run}/artifacts/${idOf("windsock.json")}` },
    ],
    notice: null,
    trouble: [],
  });
  expect(service.invalid).toEqual([]);
  await service.close();
});

test("one file of two is linked to, and the other one's trouble is told", async () => {
  const service = await startFakeArtifactService();
  service.fault = (request, nth) => (request === "FinalizeArtifact" && nth === 1 ? { status: 400 } : null);
  const kept = await keepReport(service, run, "windsock", texts, PACE);
  expect(kept.artifacts).toHaveLength(1);
  expect(kept.trouble).toEqual([
    "Windsock could not keep the report as an artifact (FinalizeArtifact: status 400). It is in the job summary; `artifact: false` turns this off.",
  ]);
  await service.close();
});

test("without a service, or a page to link to, it is said and nothing is sent", async () => {
  const notice = "this runner offers no artifact service, so the report is not kept as an artifact";
  expect(await keepReport(null, run, "windsock", texts, PACE)).toEqual({ artifacts: [], notice, trouble: [] });
});
