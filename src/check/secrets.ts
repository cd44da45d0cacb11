/** Tokens that tell by their form that they are secrets: GitHub, GitLab, AWS, Google, Slack, OpenAI, JSON web tokens. */
const TOKEN =
  /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{40,}|glpat-[\w-]{20,}|A(?:KIA|SIA)[A-Z0-9]{16}|AIza[\w-]{35}|xox[abprs]-[\w-]{20,}|sk-[A-Za-z0-9_-]{32,}|eyJ[\w-]{16,}\.eyJ[\w-]{16,}\.[\w-]{16,})/;

/** `scheme://user:password@host`, where the password is written out. */
const ADDRESS = /[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/?#@:'"{}$]{1,100}:([^\s/?#@'"{}$<>*]{3,200})@[A-Za-z0-9.-]/;

/** Values that stand for a secret without being one. */
const PLACEHOLDER =
  /^(?:x+|\*+|\.+|-+|none|null|true|false|todo|tbd|changeme|change_me|change-me|example|secret|password|passwd|token|your[_-].*|my[_-]?(?:password|secret|token)|<.*>|\[.*\]|\$.*|%.*%|dummy|test|fake|redacted|hidden)$/i;

/** The last words of keys whose values are passwords, and of those whose values are keys and tokens or their names. */
const PASSWORDS = new Set(["password", "passwd", "passphrase", "pwd"]);
const KEYS = new Set(["token", "apikey", "secret"]);
const KEY_PAIRS = new Set(["api key", "access key", "secret key", "private key", "auth token", "access token"]);

/** How long a value is that is looked at; longer ones are texts. */
const LONGEST = 500;

/** In words, what secret a value holds, or `null`. Names of secrets, templates, paths and placeholders are none. */
export function looksSecret(key: string, text: string): string | null {
  if (TOKEN.test(text.slice(0, 20_000))) return "a token";
  const address = ADDRESS.exec(text.slice(0, 20_000));
  if (address && !PLACEHOLDER.test(address[1] ?? "")) return "an address with its password";
  if (text.length > LONGEST || text.length < 6 || !isLiteral(text)) return null;
  const words = wordsOf(key);
  const last = words.at(-1) ?? "";
  if (PASSWORDS.has(last)) return "a password";
  const isKey = KEYS.has(last) || KEY_PAIRS.has(words.slice(-2).join(" "));
  return isKey && isRandom(text) ? "a key or token" : null;
}

const wordsOf = (key: string): readonly string[] =>
  key
    .slice(0, 200)
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");

/** One word without a template, a path or a name of an environment variable. */
const isLiteral = (text: string): boolean =>
  !/[\s{}]/.test(text) && !/^[./~]/.test(text) && !/^[A-Z][A-Z0-9_]*$/.test(text) && !PLACEHOLDER.test(text);

/** Letters mixed with digits, as nobody names things: at least 16 of them. */
const isRandom = (text: string): boolean =>
  text.length >= 16 && /\d/.test(text) && /[A-Za-z]/.test(text) && !/^[a-z]+([-_.:/][a-z0-9]+)+$/.test(text);
