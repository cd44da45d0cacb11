/** What the hidden first line of our comment says: whose it is, for which commit, and how often it was written. */
export interface Marker {
  readonly instance: string;
  readonly head: string;
  readonly revision: number;
}

const LINE = /^<!-- windsock:v1 (\{[^\r\n]*\}) -->(?:\r?\n|$)/;

/** Names of an instance: nothing that could end an HTML comment. */
export const isInstanceName = (name: string): boolean => /^[A-Za-z0-9](?:[A-Za-z0-9._ ]|-(?!-)){0,49}$/.test(name);

/** The marker line in front of `text`. */
export const withMarker = (marker: Marker, text: string): string =>
  `<!-- windsock:v1 ${JSON.stringify({ instance: marker.instance, head: marker.head, revision: marker.revision })} -->\n${text}`;

/** Takes a comment's body apart; `null` where it does not begin with a marker of ours. */
export function readMarker(body: string): { marker: Marker; text: string } | null {
  const match = LINE.exec(body);
  if (match === null) return null;
  try {
    const { instance, head, revision } = JSON.parse(match[1] ?? "");
    if (typeof instance !== "string" || typeof head !== "string" || !Number.isSafeInteger(revision)) return null;
    return { marker: { instance, head, revision }, text: body.slice(match[0].length) };
  } catch {
    return null;
  }
}
