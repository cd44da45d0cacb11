import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { UserError } from "../snapshot/user-error.ts";
import { credentialsFile, readCredentials } from "./app-credentials.ts";

/** What `windsock serve` is told by its environment. */
export interface Settings {
  readonly appId: string;
  /** PEM. */
  readonly privateKey: string;
  readonly webhookSecret: string;
  /** A PostgreSQL server; `null`: PGlite in the data folder. */
  readonly databaseUrl: string | null;
  /** An absolute path: mirrors, and the database where there is no server. */
  readonly dataFolder: string;
  readonly host: string;
  readonly port: number;
  /** Such as `https://github.com`, without a slash at the end. */
  readonly serverUrl: string;
  readonly apiUrl: string;
  /** Reviews at once in this process. */
  readonly concurrency: number;
  /** Seconds of one review, and MiB of memory. */
  readonly reviewSeconds: number;
  readonly reviewMemory: number;
  /** MiB of all mirrors together. */
  readonly mirrorSpace: number;
  /** Waiting jobs above which webhooks are refused, to be asked for again later. */
  readonly longestQueue: number;
  /** Where people and GitHub reach the service, without a slash at the end; `null`: reviews have no page here. */
  readonly publicUrl: string | null;
  /** The App's client, for signing people in; `null`: reports of private repositories are not shown. */
  readonly client: { readonly id: string; readonly secret: string } | null;
  /** Opens the page for operators; `null`: there is none. */
  readonly statusToken: string | null;
  /** MiB of all reports together, and days that one is kept. */
  readonly reportSpace: number;
  readonly reportDays: number;
}

/** What `windsock serve --setup` is told. */
export interface SetupSettings extends Pick<Settings, "dataFolder" | "host" | "port" | "serverUrl" | "apiUrl"> {
  readonly publicUrl: string;
  /** The account that shall own the App; `null`: the person's own. */
  readonly organization: string | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings (docs/bot.md lists them). Throws a `UserError` that names the variable and what it takes. */
export function readSettings(environment: Environment, cwd: string): Settings {
  const { text, number, address } = readersOf(environment);
  const place = readPlace(environment, cwd);
  return {
    ...place,
    ...readApp(environment, place.dataFolder),
    databaseUrl: text("DATABASE_URL") || null,
    concurrency: Math.max(1, number("REVIEWS_AT_ONCE", Math.max(2, availableParallelism()), 256)),
    reviewSeconds: Math.max(1, number("REVIEW_SECONDS", 120, 3600)),
    reviewMemory: Math.max(64, number("REVIEW_MEMORY_MIB", 1024, 65_536)),
    mirrorSpace: number("MIRROR_SPACE_MIB", 4096, 16_777_216),
    longestQueue: Math.max(1, number("LONGEST_QUEUE", 50_000, 10_000_000)),
    publicUrl: text("PUBLIC_URL") === "" ? null : address("PUBLIC_URL", ""),
    statusToken: longEnough(text("STATUS_TOKEN")),
    reportSpace: number("REPORT_SPACE_MIB", 1024, 16_777_216),
    reportDays: Math.max(1, number("REPORT_DAYS", 90, 3650)),
  };
}

/** Reads what the setup needs. Throws a `UserError` as `readSettings` does. */
export function readSetupSettings(environment: Environment, cwd: string, organization: string | null): SetupSettings {
  const { text, address } = readersOf(environment);
  if (text("PUBLIC_URL") === "") {
    throw new UserError(
      "the variable PUBLIC_URL is not set",
      "It is the address where GitHub and your browser reach this service, such as https://windsock.example.com.",
    );
  }
  if (organization !== null && !/^[A-Za-z\d](?:[A-Za-z\d-]{0,38})$/.test(organization)) {
    throw new UserError(`\`${organization}\` is no name of an organization`);
  }
  return { ...readPlace(environment, cwd), publicUrl: address("PUBLIC_URL", ""), organization };
}

function readPlace(
  environment: Environment,
  cwd: string,
): Pick<Settings, "dataFolder" | "host" | "port" | "serverUrl" | "apiUrl"> {
  const { text, number, address } = readersOf(environment);
  const serverUrl = address("GITHUB_SERVER_URL", "https://github.com");
  const usualApi = serverUrl === "https://github.com" ? "https://api.github.com" : `${serverUrl}/api/v3`;
  return {
    dataFolder: resolve(cwd, text("DATA_FOLDER") || "windsock-data"),
    host: text("HOST") || "0.0.0.0",
    port: number("PORT", 3000, 65_535),
    serverUrl,
    apiUrl: address("GITHUB_API_URL", usualApi),
  };
}

function readersOf(environment: Environment) {
  const text = (name: string): string => environment[name]?.trim() ?? "";
  return {
    text,
    number(name: string, usual: number, most: number): number {
      if (text(name) === "") return usual;
      const value = Number(text(name));
      if (Number.isSafeInteger(value) && value >= 0 && value <= most) return value;
      throw new UserError(`the variable ${name} is no whole number from 0 to ${most}`);
    },
    address(name: string, usual: string): string {
      const value = (text(name) || usual).replace(/\/+$/, "");
      if (/^https?:\/\//.test(value) && URL.canParse(value)) return value;
      throw new UserError(`the variable ${name} is no address`, "Write it with https:// in front.");
    },
  };
}

/** The App: as the variables say, or else as the setup has stored it. */
function readApp(
  environment: Environment,
  dataFolder: string,
): Pick<Settings, "appId" | "privateKey" | "webhookSecret" | "client"> {
  const { text } = readersOf(environment);
  const [id, secret] = [text("CLIENT_ID"), text("CLIENT_SECRET")];
  const client = id === "" || secret === "" ? null : { id, secret };
  const named = ["APP_ID", "PRIVATE_KEY", "PRIVATE_KEY_FILE", "WEBHOOK_SECRET"].some((name) => text(name) !== "");
  const stored = named ? null : readCredentials(text("CREDENTIALS_FILE") || credentialsFile(dataFolder));
  if (stored !== null) {
    const { appId, privateKey, webhookSecret, clientId, clientSecret } = stored;
    return { appId, privateKey, webhookSecret, client: client ?? { id: clientId, secret: clientSecret } };
  }
  const need = (name: string): string => {
    if (text(name) !== "") return text(name);
    throw new UserError(
      `the variable ${name} is not set`,
      named ? "docs/bot.md says where it comes from." : "To make the App, run: windsock serve --setup",
    );
  };
  const appId = need("APP_ID");
  if (!/^\d{1,15}$/.test(appId))
    throw new UserError("the variable APP_ID is no number", "It stands on the App's page.");
  return { appId, privateKey: readPrivateKey(environment), webhookSecret: need("WEBHOOK_SECRET"), client };
}

/** What people may guess at must be long. */
function longEnough(token: string): string | null {
  if (token === "") return null;
  if (token.length >= 16) return token;
  throw new UserError("the variable STATUS_TOKEN is too short", "Take 16 characters or more: openssl rand -hex 16");
}

/** The key itself, with line breaks as they are or as `\n`, or the file that holds it. */
function readPrivateKey(environment: Environment): string {
  const file = environment.PRIVATE_KEY_FILE ?? "";
  let key = environment.PRIVATE_KEY ?? "";
  if (key === "" && file !== "") {
    try {
      key = readFileSync(file, "utf8");
    } catch {
      throw new UserError("the file that PRIVATE_KEY_FILE names cannot be read");
    }
  }
  key = key.replaceAll("\\n", "\n").trim();
  if (key === "")
    throw new UserError("neither PRIVATE_KEY nor PRIVATE_KEY_FILE is set", "docs/bot.md says where it comes from.");
  if (!/^-----BEGIN (?:RSA )?PRIVATE KEY-----\n[\s\S]+\n-----END (?:RSA )?PRIVATE KEY-----$/.test(key)) {
    throw new UserError("the private key is not in PEM form", "Take the file that GitHub gave, as it is.");
  }
  return `${key}\n`;
}
