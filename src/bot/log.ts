type Fields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Writes one event of the service, as one line of JSON. Never give it a secret. */
export type Log = (level: "info" | "warn" | "error", message: string, fields?: Fields) => void;

/** A log that writes to `write`, one line a call, `fields` in each of them. */
export function createLog(write: (line: string) => void, fields: Fields = {}): Log {
  return (level, message, more = {}) => {
    write(`${JSON.stringify({ time: new Date().toISOString(), level, message, ...fields, ...more })}\n`);
  };
}
