import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { credentialsFile } from "../../src/bot/app-credentials.ts";
import { readSettings, readSetupSettings } from "../../src/bot/settings.ts";
import { type Setup, startSetup } from "../../src/bot/setup.ts";
import { type FakeGitHub, startFakeGitHub } from "../github/fake/server.ts";
import { type Browser, openBrowser } from "./support/browser.ts";

let github: FakeGitHub;
let folder: string;
let setup: Setup;
let browser: Browser;
let ended: Promise<string>;

/** The address that people use; a proxy would stand there. */
const PUBLIC = "http://windsock.example";

beforeEach(async () => {
  github = await startFakeGitHub();
  folder = mkdtempSync(join(tmpdir(), "windsock-setup-"));
  setup = await startSetup(settings(), () => {});
  ended = setup.done.catch((error: Error) => error.message);
  browser = openBrowser({ [PUBLIC]: `http://127.0.0.1:${setup.port}` });
});

afterEach(async () => {
  await setup.close();
  await ended;
  const { invalid } = github;
  await github.close();
  rmSync(folder, { recursive: true, force: true });
  expect(invalid).toEqual([]);
});

const environment = () => ({
  GITHUB_SERVER_URL: github.url,
  GITHUB_API_URL: github.apiUrl,
  PUBLIC_URL: PUBLIC,
  DATA_FOLDER: folder,
  HOST: "127.0.0.1",
  PORT: "0",
});
const settings = (organization: string | null = null) => readSetupSettings(environment(), "/", organization);

/** Reads the form of a page. */
function formOf(html: string): { action: string; manifest: string } {
  const plain = (text = ""): string =>
    text.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&lt;", "<").replaceAll("&amp;", "&");
  return {
    action: plain(/ action="([^"]*)"/.exec(html)?.[1]),
    manifest: plain(/ name="manifest" value="([^"]*)"/.exec(html)?.[1]),
  };
}

async function press(): Promise<Response> {
  const { action, manifest } = formOf(await (await browser.open(setup.address)).text());
  return browser.post(action, new URLSearchParams({ manifest }));
}

test("the App is made in the browser; its credentials are stored for this user alone, and the service starts from them", async () => {
  const page = await press();
  expect(page.status).toBe(200);
  expect(await page.text()).toContain("https://github.example/apps/windsock/installations/new");
  expect(await ended).toContain("Then run: windsock serve");
  expect(statSync(credentialsFile(folder)).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(["app.json"]);
  const { appId, privateKey, webhookSecret, client } = readSettings(environment(), "/");
  expect(appId).toBe(String(github.state.app?.id));
  expect(privateKey).toContain("PRIVATE KEY");
  expect(webhookSecret).toBe("a secret that GitHub made");
  expect(client).toEqual({ id: github.state.app?.clientId, secret: github.state.app?.clientSecret });
  // It is closed after use.
  await expect(fetch(`http://127.0.0.1:${setup.port}/healthz`)).rejects.toThrow();
});

test("the manifest asks for what docs/bot.md says, and brings webhooks to the service", async () => {
  const docs = readFileSync(resolve(import.meta.dirname, "../../docs/bot.md"), "utf8");
  const row = (name: string): string => new RegExp(`^\\| ${name} \\| (.*) \\|$`, "m").exec(docs)?.[1] ?? "";
  const key = (label: string): string => label.toLowerCase().replaceAll(" ", "_");
  const permissions = row("Repository permissions")
    .replace(/ \([^)]*\)/g, "")
    .split(" · ")
    .map((part) => {
      const [label = "", right = ""] = part.split(": ");
      return [key(label), right.includes("write") ? "write" : "read"];
    });
  const { action, manifest } = formOf(await (await browser.open(setup.address)).text());
  expect(action).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/settings\/apps\/new\?state=[\w-]{43}$/);
  expect(JSON.parse(manifest)).toMatchObject({
    hook_attributes: { url: `${PUBLIC}/webhook` },
    redirect_url: `${PUBLIC}/setup/done`,
    callback_urls: [`${PUBLIC}/sign-in/done`],
    public: false,
  });
  expect(JSON.parse(manifest).default_permissions).toEqual(Object.fromEntries(permissions));
  expect(JSON.parse(manifest).default_events).toEqual(row("Events").split(" · ").map(key));
});

test("the token is good for one visit, and nobody else gets in", async () => {
  const stranger = openBrowser({ [PUBLIC]: `http://127.0.0.1:${setup.port}` });
  expect((await stranger.open(`${PUBLIC}/setup`)).status).toBe(403);
  expect((await stranger.open(`${PUBLIC}/setup?token=${"x".repeat(43)}`)).status).toBe(403);
  expect((await browser.open(setup.address)).status).toBe(200);
  expect((await stranger.open(setup.address)).status).toBe(403);
  expect((await browser.open(`${PUBLIC}/setup`)).status).toBe(200);
});

test("a code without the state, or of another browser, is not exchanged", async () => {
  const { action } = formOf(await (await browser.open(setup.address)).text());
  const state = new URL(action).searchParams.get("state");
  github.state.manifests.set("stolen", {});
  const stranger = openBrowser({ [PUBLIC]: `http://127.0.0.1:${setup.port}` });
  expect((await browser.open(`${PUBLIC}/setup/done?code=stolen&state=wrong`)).status).toBe(403);
  expect((await browser.open(`${PUBLIC}/setup/done?code=stolen`)).status).toBe(403);
  expect((await stranger.open(`${PUBLIC}/setup/done?code=stolen&state=${state}`)).status).toBe(403);
  expect(github.state.manifests.has("stolen")).toBe(true);
  expect(existsSync(credentialsFile(folder))).toBe(false);
});

test("where GitHub does not give the credentials, nothing is stored, and it can be tried again", async () => {
  github.fault = ({ nth }) => (nth === 1 ? { kind: "status", when: "before", status: 500 } : null);
  expect((await press()).status).toBe(502);
  expect(existsSync(credentialsFile(folder))).toBe(false);
  expect((await browser.open(browser.last())).status).toBe(200);
  expect(await ended).toContain("The App is made");
});

test("there is no second App in a folder, and a file that others may read is refused", async () => {
  await press();
  await ended;
  await expect(startSetup(settings(), () => {})).rejects.toThrow("there is an App already");
  chmodSync(credentialsFile(folder), 0o644);
  expect(() => readSettings(environment(), "/")).toThrow("may be read by everybody");
});

test("an organization can own the App; without PUBLIC_URL there is no setup", async () => {
  const other = await startSetup({ ...settings("acme"), dataFolder: join(folder, "other") }, () => {});
  const page = openBrowser({ [PUBLIC]: `http://127.0.0.1:${other.port}` });
  const { action } = formOf(await (await page.open(other.address)).text());
  expect(new URL(action).pathname).toBe("/organizations/acme/settings/apps/new");
  const closed = expect(other.done).rejects.toThrow("ended before");
  await other.close();
  await closed;
  expect(() => readSetupSettings({}, "/", null)).toThrow("PUBLIC_URL is not set");
  expect(() => readSetupSettings(environment(), "/", "a/../b")).toThrow("no name of an organization");
});
