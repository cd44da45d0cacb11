/** Bytes as text, or the offset of the first byte that is no UTF-8. */
export type Decoded = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly byte: number };

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Decodes UTF-8 strictly, as Python's `open(path)` does where the locale is UTF-8. A byte order mark stays in the text
 * as U+FEFF, and line ends stay as they are.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  try {
    return { ok: true, text: strict.decode(bytes) };
  } catch {
    return { ok: false, byte: firstBadByte(bytes) };
  }
}

function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (good < bad) {
    const middle = Math.floor((good + bad) / 2);
    if (decodes(bytes.subarray(0, middle + 1))) good = middle + 1;
    else bad = middle;
  }
  return good;
}

/** True where `bytes` is UTF-8, but for a last character that is cut. */
function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
