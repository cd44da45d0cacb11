import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PAGE_SCRIPT } from "../../../src/report/html/page.generated.ts";
import { type Bot, logOf, startBot, until } from "../support/bot.ts";
import { openBrowser } from "../support/browser.ts";
import { type Postgres, startPostgres } from "../support/postgres.ts";
import {
  APP,
  example,
  type Installed,
  installOn,
  makeScene,
  pullRequestPayload,
  repositoryPayload,
  type Scene,
  sendWebhook,
} from "../support/scene.ts";

let postgres: Postgres;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(() => postgres.stop());

/** The service's own address; a proxy would stand there. */
const PUBLIC = "http://windsock.example";
const STATUS_TOKEN = "a token of the operators";

describe.each(["postgres", "pglite"])("on %s", (kind) => {
  let scene: Scene;
  let bot: Bot;

  beforeAll(async () => {
    scene = await makeScene();
    bot = await startBot({
      ...scene.environment,
      DATABASE_URL: kind === "postgres" ? await postgres.createDatabase() : "",
      PUBLIC_URL: PUBLIC,
      CLIENT_ID: `Iv1.${APP}`,
      CLIENT_SECRET: `the client secret of ${APP}`,
      STATUS_TOKEN,
    });
  });

  afterAll(async () => {
    await bot.kill();
    const { invalid } = scene.github;
    await scene.close();
    expect(invalid).toEqual([]);
  });

  const person = () => openBrowser({ [PUBLIC]: bot.url });

  /** Has a pull request reviewed; gives the address of its report. */
  async function reviewed(isPrivate: boolean): Promise<{ installed: Installed; address: string }> {
    const installed = installOn(scene.github);
    const { repository, pulls } = installed;
    repository.isPrivate = isPrivate;
    const [pull] = pulls;
    if (pull === undefined) throw new Error("unreachable");
    await sendWebhook(scene.github, bot.url, "pull_request", pullRequestPayload(installed, pull, "opened"));
    await until(
      () => repository.checkRuns[0]?.status === "completed",
      () => logOf(bot),
    );
    const address = repository.checkRuns[0]?.detailsUrl ?? "";
    // The comment leads there, too.
    expect(repository.comments[0]?.body).toContain(`${PUBLIC}/review/`);
    return { installed, address };
  }

  test("the report of a public repository is for who has its signed address, until that expires", async () => {
    const { address } = await reviewed(false);
    const response = await person().open(address);
    expect(response.status).toBe(200);
    const html = await response.text();
    expect(html).toContain("claen");
    expect(html).toContain(PAGE_SCRIPT);
    const policy = response.headers.get("content-security-policy") ?? "";
    for (const part of ["default-src 'none'", "script-src 'sha256-", "frame-ancestors 'none'", "sandbox allow-scripts"])
      expect(policy).toContain(part);
    expect(policy).not.toMatch(/unsafe|allow-same-origin/);
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");

    const { searchParams } = new URL(address);
    const [expires, signature] = [Number(searchParams.get("expires")), searchParams.get("signature") ?? ""];
    expect(expires - Date.now()).toBeGreaterThan(89 * 86_400_000);
    expect(expires - Date.now()).toBeLessThan(98 * 86_400_000);
    // Any other address leads to GitHub, which this person has no account at; the service shows nothing.
    const signedOut = async (changed: string): Promise<string> => {
      const answer = await fetch(changed.replace(PUBLIC, bot.url), { redirect: "manual" });
      expect(answer.status).toBe(302);
      return answer.headers.get("location") ?? "";
    };
    const later = address.replace(String(expires), String(expires + 1));
    for (const changed of [later, address.replace(signature, signature.slice(1)), address.split("?")[0] ?? ""]) {
      expect(await signedOut(changed)).toContain("/login/oauth/authorize?client_id=");
    }
  });

  test("the report of a private repository is for those whom GitHub shows the repository", async () => {
    const { installed, address } = await reviewed(true);
    expect(address).toMatch(/^http:\/\/windsock\.example\/review\/[0-9a-f]{40}$/);
    scene.github.state.person = "ada";
    const stranger = person();
    const refused = await stranger.open(address);
    expect(refused.status).toBe(404);
    expect(await refused.text()).not.toContain("claen");

    installed.repository.people?.set("ada", "read");
    const allowed = await stranger.open(address);
    expect(allowed.status).toBe(200);
    expect(await allowed.text()).toContain("claen");
    const session = stranger.cookies.find((line) => line.startsWith("windsock-session="));
    expect(session).toMatch(/; Path=\/; Max-Age=28800; HttpOnly; SameSite=Lax$/);
    expect(session).not.toContain("ghs_");

    // GitHub is asked each time.
    installed.repository.people?.delete("ada");
    expect((await stranger.open(address)).status).toBe(404);
    // A report that is not there looks the same.
    expect((await stranger.open(`${PUBLIC}/review/${"0".repeat(40)}`)).status).toBe(404);
  });

  test("what comes back from a sign-in that this browser did not begin is refused", async () => {
    const { address } = await reviewed(true);
    scene.github.state.codes.set("stolen", "ada");
    expect((await person().open(`${PUBLIC}/sign-in/done?code=stolen&state=x`)).status).toBe(400);
    const begun = await fetch(address.replace(PUBLIC, bot.url), { redirect: "manual" });
    const cookie = begun.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const answer = await fetch(`${bot.url}/sign-in/done?code=stolen&state=x`, { headers: { cookie } });
    expect(answer.status).toBe(400);
    expect(scene.github.state.codes.has("stolen")).toBe(true);
  });

  test("a repository that is made private hides its reports; one that is deleted takes them along", async () => {
    const { installed, address } = await reviewed(false);
    const payload = example("repository", "privatized");
    const about = { ...payload, repository: repositoryPayload(payload.repository, installed.repository) };
    await sendWebhook(scene.github, bot.url, "repository", about);
    const status = async (): Promise<number> =>
      (await fetch(address.replace(PUBLIC, bot.url), { redirect: "manual" })).status;
    expect(await status()).toBe(302);
    await sendWebhook(scene.github, bot.url, "repository", { ...about, action: "deleted" });
    installed.repository.people?.set("ada", "read");
    expect((await person().open(address)).status).toBe(404);
  });

  test("the page for operators is for who has its token", async () => {
    const ask = (headers: Record<string, string>) => fetch(`${bot.url}/status`, { headers });
    const basic = (password: string) => `Basic ${Buffer.from(`any:${password}`).toString("base64")}`;
    for (const authorization of ["", basic("x"), `Bearer ${STATUS_TOKEN}`]) {
      const refused = await ask({ authorization });
      expect(refused.status).toBe(401);
      expect(refused.headers.get("www-authenticate")).toContain("Basic");
    }
    const page = await ask({ authorization: basic(STATUS_TOKEN) });
    expect(page.status).toBe(200);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await page.text()).toContain(kind);
  });
});
