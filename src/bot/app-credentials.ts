import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { UserError } from "../snapshot/user-error.ts";
import { text } from "./payload.ts";

/** What GitHub gives for an App, once, when it is made. */
export interface AppCredentials {
  readonly appId: string;
  /** PEM. */
  readonly privateKey: string;
  readonly webhookSecret: string;
  /** For signing people in. */
  readonly clientId: string;
  readonly clientSecret: string;
}

const FIELDS = ["appId", "privateKey", "webhookSecret", "clientId", "clientSecret"] as const;

/** The file that `windsock serve --setup` writes, in the data folder. */
export const credentialsFile = (dataFolder: string): string => join(dataFolder, "app.json");

/** The stored credentials, or `null` where there are none. Throws a `UserError` where everybody may read them, or they are damaged. */
export function readCredentials(file: string): AppCredentials | null {
  let content: string;
  try {
    const { mode } = statSync(file);
    if (process.platform !== "win32" && (mode & 0o007) !== 0) {
      throw new UserError(`the file \`${file}\` may be read by everybody`, "Run: chmod 600 on it, and make a new key.");
    }
    content = readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (error instanceof Error && Reflect.get(error, "code") === "ENOENT") return null;
    throw new UserError(`the file \`${file}\` cannot be read`);
  }
  const read = parse(content);
  const [appId, privateKey, webhookSecret, clientId, clientSecret] = FIELDS.map((field) => text(read, field));
  if (!appId || !privateKey || !webhookSecret || !clientId || !clientSecret) {
    throw new UserError(`the file \`${file}\` is damaged`, "Remove it, and run: windsock serve --setup");
  }
  return { appId, privateKey, webhookSecret, clientId, clientSecret };
}

/** Stores the credentials so that only this user may read them: at no moment is there a part of them, or a wider mode. */
export function writeCredentials(file: string, credentials: AppCredentials): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const written = `${file}.${randomUUID()}`;
  writeFileSync(written, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600, flag: "wx", flush: true });
  renameSync(written, file);
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}
