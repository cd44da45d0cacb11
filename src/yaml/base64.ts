/**
 * What Python's `base64.decodebytes` makes of a text: characters outside the alphabet are passed over, and what is not
 * padded to whole bytes is refused (`null`), as is text that is not ASCII.
 */
export function decodeBase64(text: string): Uint8Array | null {
  const out: number[] = [];
  let bits = 0;
  let count = 0;
  let pads = 0;
  for (const character of text) {
    if (character > "\x7f") return null;
    if (character === "=") {
      pads += 1;
      if (count >= 2 && count + pads >= 4) return Uint8Array.from(out);
      continue;
    }
    const digit = ALPHABET.indexOf(character);
    if (digit < 0) continue;
    pads = 0;
    bits = ((bits << 6) | digit) & 0xffff;
    count = (count + 1) % 4;
    if (count === 2) out.push((bits >> 4) & 0xff);
    else if (count === 3) out.push((bits >> 2) & 0xff);
    else if (count === 0) out.push(bits & 0xff);
  }
  return count === 0 ? Uint8Array.from(out) : null;
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
