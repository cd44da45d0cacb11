import { baseName, type Path } from "../model/path.ts";
import { readSpecifier } from "./specifier.ts";

export type Package = "airflow" | "gusty";

/** A place that says which version of a package the project runs on. `start` and `end` are offsets in the file's text. */
export interface Pin {
  readonly package: Package;
  readonly version: string | null;
  readonly major: number | null;
  /** The lowest version that a range allows. */
  readonly atLeast: string | null;
  readonly start: number;
  readonly end: number;
}

/** How much a file's word counts: lock files say what is installed, requirements what is wanted, images what runs elsewhere. */
export type PinFileKind = "lock" | "requirements" | "image";

const LOCKS = new Set(["uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock"]);
const WANTED = new Set(["pyproject.toml", "setup.cfg", "setup.py", "Pipfile"]);

/** What kind of version file this is by its name, or `null`. */
export function pinFileKind(path: Path): PinFileKind | null {
  const name = baseName(path);
  if (LOCKS.has(name)) return "lock";
  if (WANTED.has(name) || /^(requirements|constraints)[\w.-]{0,80}\.(txt|in)$/.test(name)) return "requirements";
  if (/(^|\/)requirements\/[\w.-]{1,80}\.txt$/.test(path)) return "requirements";
  if (/^(Dockerfile|Containerfile)([.-].{0,80})?$|\.Dockerfile$/.test(name)) return "image";
  return /^(docker-)?compose[\w.-]{0,80}\.ya?ml$/.test(name) ? "image" : null;
}

/** Every pin of Airflow and gusty in a version file. */
export function findPins(path: Path, text: string): readonly Pin[] {
  if (baseName(path) === "Pipfile.lock") return pipfileLockPins(text);
  if (pinFileKind(path) === "lock") return lockPins(text);
  return [...requirementPins(text), ...constraintsPins(text), ...imagePins(text)].sort((a, b) => a.start - b.start);
}

const PACKAGES: ReadonlyMap<string, Package> = new Map([
  ["apache-airflow", "airflow"],
  ["apache_airflow", "airflow"],
  ["apache-airflow-core", "airflow"],
  ["gusty", "gusty"],
]);

const CLAUSE = "(?:===|==|~=|>=|<=|!=|<|>)[ \\t]{0,5}[^\\s;#\"'\\\\,]{1,60}";

/** A name, extras in brackets, then `==1.2` or TOML's ` = "1.2"` or ` = {version = "1.2"`. */
const REQUIREMENT = new RegExp(
  '(?<![\\w./@-])(apache[-_]airflow(?:-core)?|gusty)(?![\\w-])"?(?:\\[[^\\]\\n]{0,300}\\])?[ \\t]{0,20}' +
    `(?:=[ \\t]{0,20}(?:\\{[^}\\n]{0,200}?version[ \\t]{0,5}=[ \\t]{0,5})?"([^"\\n]{1,100})"` +
    `|(${CLAUSE}(?:[ \\t]{0,5},[ \\t]{0,5}${CLAUSE}){0,8}))`,
  "gi",
);

function requirementPins(text: string): Pin[] {
  return matchesOf(text, REQUIREMENT).flatMap((match): Pin[] => {
    const [all, name = "", quoted, plain] = match;
    const of = PACKAGES.get(name.toLowerCase());
    const specified = readSpecifier(quoted ?? plain ?? "");
    if (of === undefined || specified === null || isComment(text, match.index)) return [];
    return [{ package: of, ...specified, start: match.index, end: match.index + all.length }];
  });
}

/** The constraints file that Airflow publishes for each version, as `pip install -c` names it. */
function constraintsPins(text: string): Pin[] {
  return matchesOf(text, /apache\/airflow\/constraints-(\d{1,3}\.\d{1,3}\.\d{1,3})\//g).flatMap((match): Pin[] => {
    const end = match.index + match[0].length - 1;
    return isComment(text, match.index) ? [] : [pinAt("airflow", match[1] ?? "", end)];
  });
}

/** `apache/airflow:2.11.2-python3.12` and Astronomer's images, whose own number tells the major only. */
const IMAGE =
  /(?:apache\/airflow:(?:slim-)?(\d{1,3}\.\d{1,3}\.\d{1,3})|astro-runtime:(\d{1,3})\.|astrocrpublic\.azurecr\.io\/runtime:(\d{1,3})\.|^(?:ARG|ENV)[ \t]{1,10}AIRFLOW_VERSION[ =]"?(\d{1,3}\.\d{1,3}\.\d{1,3}))/gm;

function imagePins(text: string): Pin[] {
  return matchesOf(text, IMAGE).flatMap((match): Pin[] => {
    const [all, image, oldRuntime, runtime, variable] = match;
    const version = image ?? variable ?? null;
    const end = match.index + all.length;
    if (isComment(text, match.index)) return [];
    if (version !== null) return [pinAt("airflow", version, end)];
    // Astro Runtime 4 to 13 are Airflow 2.2 to 2.11; from Airflow 3 on the image carries Airflow's number.
    const major = runtime !== undefined ? Number(runtime) : Number(oldRuntime) >= 4 ? 2 : null;
    return [{ package: "airflow", version: null, major, atLeast: null, start: match.index, end }];
  });
}

/** `[[package]]`, `name = "x"`, `version = "1"` on lines that follow each other: uv, Poetry and PDM write them so. */
function lockPins(text: string): Pin[] {
  const pattern = /^name = "(apache-airflow|apache-airflow-core|gusty)"\r?\nversion = "([\w.+-]{1,50})"/gm;
  return matchesOf(text, pattern).flatMap((match): Pin[] => {
    const [all, name = "", version = ""] = match;
    const of = PACKAGES.get(name);
    const end = match.index + all.length - 1;
    return of ? [pinAt(of, version, end)] : [];
  });
}

/** `"gusty": {"hashes": […], "version": "==0.23.1"}`. */
function pipfileLockPins(text: string): Pin[] {
  return matchesOf(text, /"(apache-airflow|gusty)": \{/g).flatMap((match): Pin[] => {
    const inside = text.slice(match.index, match.index + 20_000).split("}", 1)[0] ?? "";
    const version = /"version": "==([\w.+-]{1,50})"/.exec(inside);
    const of = PACKAGES.get(match[1] ?? "");
    if (of === undefined || version?.[1] === undefined) return [];
    const end = match.index + version.index + version[0].length - 1;
    return [pinAt(of, version[1], end)];
  });
}

/** An exact pin whose version ends at `end`. */
const pinAt = (of: Package, version: string, end: number): Pin => ({
  package: of,
  version,
  major: Number.parseInt(version, 10),
  atLeast: null,
  start: end - version.length,
  end,
});

/** A version file names a package a few times; what comes after these is not looked at. */
const MOST_MATCHES = 500;

function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  for (const match of text.matchAll(pattern)) {
    if (matches.push(match) === MOST_MATCHES) break;
  }
  return matches;
}

/** True where a `#` at the line's start, or after a blank, stands before `at`. */
function isComment(text: string, at: number): boolean {
  const line = text.slice(Math.max(text.lastIndexOf("\n", at - 1) + 1, at - 2000), at);
  return /(^|\s)#/.test(line);
}
