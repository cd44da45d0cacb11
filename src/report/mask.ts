/** What stands in place of a hidden value. */
export const MASK = "***";

const SECRET_WORDS = new Set(
  "password passwd passphrase pwd secret secrets token tokens apikey credential credentials conn connection dsn".split(
    " ",
  ),
);
const SECRET_PAIRS = new Set(["api key", "access key", "private key", "secret key", "signing key", "account key"]);

/** True for the name of a key whose value is likely a secret: `db_password`, `apiKey`, `conn`; not `postgres_conn_id`, which is a name. */
export function isSecretKey(key: string): boolean {
  if (key.length > 200) return false;
  const words = key
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  const last = words.at(-1);
  if (last === "id" && /^(conn|connection)$/.test(words.at(-2) ?? "")) return false;
  return words.some((word, at) => SECRET_WORDS.has(word) || SECRET_PAIRS.has(`${words[at - 1] ?? ""} ${word}`));
}

/** Tokens that tell by their form that they are secrets: GitHub, GitLab, AWS, Google, Slack, OpenAI, and JSON web tokens. */
const TOKEN =
  /\b(?:gh[pousr]_[A-Za-z0-9]{16,}|github_pat_\w{20,}|glpat-[\w-]{16,}|A(?:KIA|SIA)[A-Z0-9]{16}|AIza[\w-]{30,}|xox[abprs]-[\w-]{10,}|sk-[\w-]{20,}|eyJ[\w-]{8,}\.eyJ[\w-]{8,}(?:\.[\w-]*)?)/g;

/** Text with the passwords of addresses (`scheme://user:password@host`), credentials of HTTP and well-known tokens hidden. */
export const maskLoose = (text: string): string =>
  text
    .replace(/\/\/([^\s/?#@:'"]*):[^\s/?#'"]+@/g, `//$1:${MASK}@`)
    .replace(/\b(Bearer|Basic) [\w.~+/=-]{8,}/g, `$1 ${MASK}`)
    .replace(TOKEN, MASK);

/** A text of a file with that and what commands give hidden: `--password=x`, but not `--password=$X`. */
export const maskCommand = (text: string): string =>
  maskLoose(
    text.replace(
      /(?<![\w-])([\w-]{0,60}(?:password|passwd|secret|token|api[_-]?key)[\w-]{0,60})=[^\s'"&;$`{]+/gi,
      `$1=${MASK}`,
    ),
  );

/** What reads a value by a name, so that the name in quotes is no secret. */
const READS = /(?:environ\[|environ\.get\(|getenv\(|env_var\(|Variable\.get\(|get_connection\()\s*$/;
const KEY = /["']?([A-Za-z_][\w.-]{0,199})["']?[ \t]*(?:=(?!=)|:)[ \t]*/y;

/** The end of the Python string literal whose quote stands at `start`; the text's end where it never ends. */
function endOfString(text: string, start: number): number {
  const quote = text.charAt(start);
  const long = text.startsWith(quote.repeat(3), start);
  const closing = long ? quote.repeat(3) : quote;
  for (let at = start + closing.length; at < text.length; at++) {
    if (text.charAt(at) === "\\") at++;
    else if (text.startsWith(closing, at)) return at + closing.length;
    else if (!long && text.charAt(at) === "\n") return at;
  }
  return text.length;
}

const hideString = (literal: string): string => {
  const quotes = /^("""|'''|["'])/.exec(literal)?.[0] ?? "";
  return quotes + MASK + literal.replace(/[^\n]/g, "") + quotes;
};

/** Python source in which string literals under secret keys (keyword arguments, mapping keys, names) are hidden, line by line as before. */
export function maskPython(source: string): string {
  let out = "";
  let depth = 0;
  /** The bracket depth at which the secret's value ends, or `null` outside of one. */
  let secret: number | null = null;
  let at = 0;
  while (at < source.length) {
    const here = source.charAt(at);
    KEY.lastIndex = at;
    const key =
      secret === null && /["'A-Za-z_]/.test(here) && !/\w/.test(source.charAt(at - 1)) ? KEY.exec(source) : null;
    if (key && isSecretKey(key[1] ?? "")) {
      secret = depth;
      out += key[0];
      at += key[0].length;
    } else if (here === '"' || here === "'") {
      const end = endOfString(source, at);
      const literal = source.slice(at, end);
      out += secret !== null && !READS.test(out.slice(-40)) ? hideString(literal) : maskCommand(literal);
      at = end;
    } else if (here === "#") {
      const end = source.indexOf("\n", at);
      out += source.slice(at, end < 0 ? source.length : end);
      at = end < 0 ? source.length : end;
    } else {
      if ("([{".includes(here)) depth++;
      if (")]}".includes(here)) depth--;
      if (secret !== null && (depth < secret || (depth === secret && (here === "," || here === "\n")))) secret = null;
      out += here;
      at++;
    }
  }
  return maskLoose(out);
}

/** A sentence of a finding: expressions in backticks are masked as Python, addresses and tokens everywhere. */
export const maskMessage = (message: string): string =>
  maskLoose(
    message
      .split("`")
      .map((part, at) => (at % 2 === 1 ? maskPython(part) : part))
      .join("`"),
  );

/** YAML (or text that may be YAML) in which the values of secret keys are hidden: to the line's end, and more deeply indented lines after it. */
export function maskYaml(text: string): string {
  let hidden: number | null = null;
  const lines = text.split("\n").map((line) => {
    const indent = /^[ \t]*(?:#[ \t]*)?(?:-[ \t]+)*/.exec(line)?.[0].length ?? 0;
    if (hidden !== null && (indent > hidden || line.trim() === "")) {
      return line.trim() === "" ? line : line.slice(0, indent) + MASK;
    }
    hidden = null;
    for (const match of line.matchAll(
      /(?<![\w.-])["']?([A-Za-z_][\w.-]{0,199})["']?[ \t]*[:=](?=[ \t]|$|["'])[ \t]*/g,
    )) {
      if (!isSecretKey(match[1] ?? "")) continue;
      const start = match.index + match[0].length;
      const value = line.slice(start).trim();
      if (match[0].trimStart() === line.slice(indent, start).trimStart()) hidden = indent;
      if (value === "" || /^[|>][+\-\d]*$/.test(value) || /^(null|~|true|false)$/i.test(value)) return line;
      if (/^!(env_var|airflow_var)\b/.test(value)) return line;
      return line.slice(0, start) + MASK;
    }
    return line;
  });
  return maskCommand(lines.join("\n"));
}

/** A file's text with secrets hidden, by the kind of file; the number of lines stays. The comments of a `.py` file may be its YAML header. */
export function maskFile(file: string, text: string): string {
  if (!file.endsWith(".py")) return maskYaml(text);
  return maskPython(text).replace(/(?:^[ \t]*#.*\n?)+/gm, maskYaml);
}
