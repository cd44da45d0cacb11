import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { UserError } from "../snapshot/user-error.ts";

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
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings (docs/bot.md lists them). Throws a `UserError` that names the variable and what it takes. */
export function readSettings(environment: Environment, cwd: string): Settings {
  const text = (name: string): string => environment[name]?.trim() ?? "";
  const need = (name: string): string => {
    if (text(name) === "")
      throw new UserError(`the variable ${name} is not set`, "docs/bot.md says where it comes from.");
    return text(name);
  };
  const number = (name: string, usual: number, most: number): number => {
    if (text(name) === "") return usual;
    const value = Number(text(name));
    if (Number.isSafeInteger(value) && value >= 0 && value <= most) return value;
    throw new UserError(`the variable ${name} is no whole number from 0 to ${most}`);
  };
  const address = (name: string, usual: string): string => {
    const value = (text(name) || usual).replace(/\/+$/, "");
    if (!URL.canParse(value))
      throw new UserError(`the variable ${name} is no address`, "Write it with https:// in front.");
    return value;
  };
  const appId = need("APP_ID");
  if (!/^\d{1,15}$/.test(appId))
    throw new UserError("the variable APP_ID is no number", "It stands on the App's page.");
  const serverUrl = address("GITHUB_SERVER_URL", "https://github.com");
  const usualApi = serverUrl === "https://github.com" ? "https://api.github.com" : `${serverUrl}/api/v3`;
  return {
    appId,
    privateKey: readPrivateKey(environment),
    webhookSecret: need("WEBHOOK_SECRET"),
    databaseUrl: text("DATABASE_URL") || null,
    dataFolder: resolve(cwd, text("DATA_FOLDER") || "windsock-data"),
    host: text("HOST") || "0.0.0.0",
    port: number("PORT", 3000, 65_535),
    serverUrl,
    apiUrl: address("GITHUB_API_URL", usualApi),
    concurrency: Math.max(1, number("REVIEWS_AT_ONCE", Math.max(2, availableParallelism()), 256)),
    reviewSeconds: Math.max(1, number("REVIEW_SECONDS", 120, 3600)),
    reviewMemory: Math.max(64, number("REVIEW_MEMORY_MIB", 1024, 65_536)),
    mirrorSpace: number("MIRROR_SPACE_MIB", 4096, 16_777_216),
    longestQueue: Math.max(1, number("LONGEST_QUEUE", 50_000, 10_000_000)),
  };
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
