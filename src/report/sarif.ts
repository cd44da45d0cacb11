import { rulePage } from "../check/rule-pages.ts";
import { RULES } from "../check/rules.ts";
import type { ReviewedFinding, RuleName, Severity } from "../model/finding.ts";
import type { Review } from "../model/review.ts";
import type { JsonValue } from "./json-value.ts";
import { type Links, noLinks } from "./links.ts";
import { maskMessage } from "./mask.ts";
import { type Place, type Places, placesOf } from "./positions.ts";
import { visibleLine, visibleLines } from "./visible.ts";

type Json = { readonly [key: string]: JsonValue };

const LEVEL: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", notice: "note" };

/** The most related places of a result, and lines of a fix that are worth carrying. */
const MOST_RELATED = 20;

/**
 * The findings of head as SARIF 2.1.0 (OASIS, "Static Analysis Results Interchange Format"), ready for `JSON.stringify`:
 * each with its place, rule page, fingerprint and fix. Those that the change mends are left out: code scanning would
 * open an alert for them. Secrets are hidden.
 */
export function reviewToSarif(review: Review, links: Links = noLinks): Json {
  const places = placesOf(review);
  const present = review.findings.filter(({ state }) => state !== "fixed");
  const names = [...new Set(present.map(({ rule }) => rule))].sort();
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: review.tool.name,
            semanticVersion: review.tool.version,
            rules: names.map((name) => ruleJson(name, links)),
          },
        },
        columnKind: "utf16CodeUnits",
        results: present.map((finding) => resultJson(finding, names, review, places)),
      },
    ],
  };
}

function ruleJson(name: RuleName, links: Links): Json {
  const rule = RULES.find((one) => one.name === name);
  const page = links.rule(name);
  return {
    id: visibleLine(name),
    ...(page === null ? {} : { helpUri: page }),
    ...(rule
      ? {
          shortDescription: { text: rule.summary },
          help: { text: rule.explains, markdown: rulePage(rule) },
          defaultConfiguration: { level: LEVEL[rule.severity] },
          properties: { tags: ["gusty", "airflow", rule.effect] },
        }
      : {}),
  };
}

function resultJson(finding: ReviewedFinding, names: readonly string[], review: Review, places: Places): Json {
  const { subject, related, fix } = finding;
  return {
    ruleId: visibleLine(finding.rule),
    ruleIndex: names.indexOf(finding.rule),
    level: LEVEL[finding.severity],
    message: { text: messageOf(finding) },
    locations: [locationJson(places.at(finding.at, "head"))],
    ...(related.length > 0
      ? {
          relatedLocations: related.slice(0, MOST_RELATED).map(({ at, message }, id) => ({
            id,
            ...locationJson(places.at(at, "head")),
            message: { text: textOf(message) },
          })),
        }
      : {}),
    partialFingerprints: { "windsock/v1": finding.fingerprint },
    ...(review.base ? { baselineState: finding.state === "new" ? "new" : "unchanged" } : {}),
    ...(fix && fix.edits.length > 0 ? { fixes: [fixJson(finding, places)] } : {}),
    properties: {
      effect: finding.effect,
      gates: finding.gates,
      ...(subject.dag === undefined ? {} : { dag: visibleLine(subject.dag) }),
      ...(subject.task === undefined ? {} : { task: visibleLine(subject.task) }),
    },
  };
}

const messageOf = ({ message, advice }: ReviewedFinding): string =>
  [message, ...(advice === null ? [] : [advice])].map(textOf).join("\n");

/** Plain text. A square bracket before a parenthesis would be a link (SARIF 2.1.0, 3.11.6). */
const textOf = (message: string): string =>
  maskMessage(visibleLines(message)).replace(/\](?=\()/g, "\\]") || "(no message)";

const locationJson = (place: Place): Json => ({
  physicalLocation: { artifactLocation: artifact(place.file), region: region(place) },
});

/** A path as a relative URI (RFC 3986). A lone half of a surrogate pair has no UTF-8. */
const artifact = (file: string): Json => ({
  uri: encodeURI(file.replace(/\p{Cs}/gu, "\ufffd"))
    .replace(/[?#]/g, encodeURIComponent)
    .replace(/^([^/]*):/, "./$1:"),
  uriBaseId: "%SRCROOT%",
});

/** SARIF's columns count from 1, the end exclusive, as ours do. */
const region = ({ line, column, endLine, endColumn }: Place): Json => ({
  startLine: line,
  startColumn: column,
  endLine,
  endColumn,
});

function fixJson({ fix }: ReviewedFinding, places: Places): Json {
  const edits = fix?.edits ?? [];
  const files = [...new Set(edits.map(({ at }) => at.file))];
  return {
    description: { text: textOf(fix?.description ?? "") },
    artifactChanges: files.map((file) => ({
      artifactLocation: artifact(file),
      replacements: edits
        .filter(({ at }) => at.file === file)
        .map(({ at, text }) => ({ deletedRegion: region(places.at(at, "head")), insertedContent: { text } })),
    })),
  };
}
