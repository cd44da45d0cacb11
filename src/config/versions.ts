import type { Config } from "../model/config.ts";
import { asPath, isWithin, type Path } from "../model/path.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Span } from "../model/span.ts";
import type { AirflowMajor, Pinned, Versions } from "../model/version.ts";
import { decodeText } from "../snapshot/text.ts";
import { isElsewhere, isOwn } from "./deployments.ts";
import { findPins, type Package, type PinFileKind, pinFileKind } from "./pins.ts";

/** The Airflow major where nothing says which. */
const DEFAULT_MAJOR: AirflowMajor = 3;

/** More version files than these are not read; the nearest to the root come first. */
const MOST_FILES = 200;

const RANK: Readonly<Record<PinFileKind, number>> = { lock: 0, requirements: 1, image: 2 };

interface Found {
  readonly version: string | null;
  readonly major: number | null;
  readonly atLeast: string | null;
  readonly from: Span;
}

/**
 * The versions that the project runs on: `chosen` by the caller, else the configuration's, else the pins of the
 * repository, or of the one file that the configuration names (lock files before requirements before images, those near the root first). Pins that name another
 * version are listed. A deployment's own files count before those of the whole repository, and never those of another
 * deployment. Where nothing tells, `version` is `null`, Airflow counts as 3 and gusty as the newest. `others` are the
 * versions that the pins leave possible beside these. With `gusty: none` the newest rules hold, and no others.
 */
export async function findVersions(snapshot: Snapshot, config: Config, chosen?: AirflowMajor): Promise<Versions> {
  const found = await readPins(snapshot, config);
  const gusty = gustyOf(found.gusty, config.gusty);
  const airflow = airflowOf(found.airflow, config.airflow, chosen);
  const majors = chosen === undefined && config.airflow === null ? otherMajors(found.airflow, airflow.major) : [];
  const releases = config.gusty === null ? otherReleases(found.gusty, gusty, airflow.major) : [];
  const others = [
    ...majors.map((major) => ({ airflow: major, gusty: gusty.version })),
    ...releases.map((release) => ({ airflow: airflow.major, gusty: release })),
  ];
  return others.length === 0 ? { airflow, gusty } : { airflow, gusty, others };
}

/** The major of Airflow that runs, or `null` where another one may. */
export const certainMajor = ({ airflow, others = [] }: Versions): AirflowMajor | null =>
  others.some((other) => other.airflow !== airflow.major) ? null : airflow.major;

function gustyOf(found: readonly Found[], configured: string | null): Versions["gusty"] {
  if (configured === null) return pinned(found);
  if (configured === "none") return { version: null, from: null, disagreeing: [], none: true };
  return { version: configured, from: null, disagreeing: [] };
}

/** Majors that pins name beside this one; where none names any, the other one. */
function otherMajors(found: readonly Found[], main: AirflowMajor): readonly AirflowMajor[] {
  const named = ([2, 3] as const).filter((major) => found.some((pin) => pin.major === major));
  return (named.length === 0 ? ([2, 3] as const) : named).filter((major) => major !== main);
}

/** The oldest releases of gusty that were seen to work on each Airflow. */
const OLDEST_GUSTY: Readonly<Record<AirflowMajor, string>> = { 2: "0.6.0", 3: "0.16.0" };

/** At most so many releases of gusty are compiled for beside the main one. */
const MOST_RELEASES = 2;

/** Releases that pins name beside this one; without an exact pin the oldest that is possible. */
function otherReleases(found: readonly Found[], { version, disagreeing }: Pinned, airflow: AirflowMajor) {
  if (version !== null) return [...new Set(disagreeing.map((pin) => pin.version))].slice(0, MOST_RELEASES);
  return [found.find((pin) => pin.atLeast !== null)?.atLeast ?? OLDEST_GUSTY[airflow]];
}

function airflowOf(
  found: readonly Found[],
  configured: string | null,
  chosen: AirflowMajor | undefined,
): Versions["airflow"] {
  const major = chosen ?? (configured === null ? null : majorOf(configured));
  if (major !== null) {
    const known = configured !== null && majorOf(configured) === major ? configured : null;
    if (known !== null) return { version: known, major, from: null, disagreeing: [] };
    const same = pinned(found.filter((pin) => pin.major === major));
    return { version: same.version, major, from: same.version === null ? null : same.from, disagreeing: [] };
  }
  const supported = found.filter((pin) => pin.major === 2 || pin.major === 3);
  const pin = pinned(supported);
  const first = pin.from === null ? undefined : supported.find((candidate) => candidate.from === pin.from);
  return { ...pin, major: first?.major === 2 ? 2 : first?.major === 3 ? 3 : DEFAULT_MAJOR };
}

/** The major that the configuration says, or `null`. */
export const configuredMajor = ({ airflow }: Config): AirflowMajor | null =>
  airflow === null ? null : majorOf(airflow);

const majorOf = (version: string): AirflowMajor => (version.startsWith("2") ? 2 : 3);

/** The first exact pin, else the first that tells at least the major. */
function pinned(found: readonly Found[]): Pinned {
  const first = found.find((pin) => pin.version !== null) ?? found.find((pin) => pin.major !== null);
  if (first === undefined) return { version: null, from: null, disagreeing: [] };
  const { version, from } = first;
  const disagreeing = found.flatMap((pin) =>
    version !== null && pin.version !== null && !agree(pin.version, version)
      ? [{ version: pin.version, from: pin.from }]
      : [],
  );
  return { version, from, disagreeing };
}

/** `2.11` and `2.11.2` do not contradict each other. */
const agree = (a: string, b: string): boolean => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);

/** Whether files of a deployment itself, and not of the whole repository, name an Airflow. */
export async function hasOwnAirflow(snapshot: Snapshot, config: Config): Promise<boolean> {
  const found = await pinsOf(snapshot, config.versionsFrom);
  return found.airflow.some((pin) => pin.major !== null && belongs(config, pin.from.file) === "own");
}

/**
 * The pins that count for a deployment: by package its own, else those that belong to none. Where its own are no exact
 * ones (a workspace with one lock file), the exact ones of the whole repository that fit come first.
 */
async function readPins(snapshot: Snapshot, config: Config): Promise<Pins> {
  const found = await pinsOf(snapshot, config.versionsFrom);
  if (config.versionsFrom !== null) return found;
  const near = (pins: readonly Found[]): readonly Found[] => {
    const own = pins.filter(({ from }) => belongs(config, from.file) === "own");
    const shared = pins.filter(({ from }) => belongs(config, from.file) === "shared");
    if (own.length === 0) return shared;
    if (own.some(({ version }) => version !== null)) return own;
    const fits = ({ version, major }: Found): boolean =>
      version !== null && own.some((pin) => pin.major === null || pin.major === major);
    return [...shared.filter(fits), ...own];
  };
  return { airflow: near(found.airflow), gusty: near(found.gusty) };
}

function belongs(config: Config, file: Path): "own" | "shared" | "another" {
  if (isElsewhere(config, file)) return "another";
  return isOwn(config, file) && isWithin(file, config.root ?? asPath("")) ? "own" : "shared";
}

type Pins = Readonly<Record<Package, readonly Found[]>>;

/** Every pin of the repository, or of one file of it. */
async function pinsOf(snapshot: Snapshot, only: Path | null): Promise<Pins> {
  const files = (only === null ? [...snapshot.tree.keys()] : [only])
    .flatMap((path) => {
      const kind = pinFileKind(path);
      return kind === null || (only === null && isForeign(path))
        ? []
        : [{ path, order: [RANK[kind], path.split("/").length] as const }];
    })
    .sort((a, b) => a.order[0] - b.order[0] || a.order[1] - b.order[1] || (a.path < b.path ? -1 : 1))
    .slice(0, MOST_FILES)
    .map(({ path }) => path);
  const contents = await snapshot.load(files);
  const found: Record<Package, Found[]> = { airflow: [], gusty: [] };
  for (const path of files) {
    const content = contents.get(path);
    const decoded = content?.ok ? decodeText(content.bytes) : null;
    if (!decoded?.ok) continue;
    for (const pin of findPins(path, decoded.text)) {
      const from = { file: path, start: pin.start, end: pin.end };
      found[pin.package].push({ version: pin.version, major: pin.major, atLeast: pin.atLeast, from });
    }
  }
  return found;
}

/** Installed packages and hidden folders say nothing of the project. */
const isForeign = (path: Path): boolean =>
  path
    .split("/")
    .slice(0, -1)
    .some(
      (part) => part === "node_modules" || part === "site-packages" || (part.startsWith(".") && part !== ".docker"),
    );
