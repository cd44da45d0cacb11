import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";

/** Keys of the service, all made from the App's private key: all processes have the same ones, and none is stored. */
export interface Keys {
  /** Signs addresses. */
  readonly address: Buffer;
  /** Encrypts cookies. */
  readonly cookie: Buffer;
}

export function keysOf(privateKey: string): Keys {
  const derive = (use: string): Buffer => Buffer.from(hkdfSync("sha256", privateKey, "", `windsock ${use}`, 32));
  return { address: derive("address"), cookie: derive("cookie") };
}

/** A short signature of some text, for an address. */
export const signatureOf = (key: Buffer, text: string): string =>
  createHmac("sha256", key).update(text).digest("base64url");

/** Compares two texts in a time that tells nothing of them. */
export function sameText(given: string, wanted: string): boolean {
  const key = randomBytes(32);
  const digest = (text: string): Buffer => createHmac("sha256", key).update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}

const [NONCE, TAG] = [12, 16];

/** Encrypts a value so that only `unseal` reads it, until `expires` (milliseconds since 1970). AES-256-GCM. */
export function seal(key: Buffer, value: unknown, expires: number): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const body = Buffer.concat([cipher.update(JSON.stringify({ value, expires }), "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
}

/** The value that was sealed, or `null` where it was not by this key, was changed, or is too old. */
export function unseal(key: Buffer, sealed: string, now: number): unknown {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length <= NONCE + TAG) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE));
    decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    const body = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]);
    const { value, expires } = JSON.parse(body.toString("utf8"));
    return expires > now ? value : null;
  } catch {
    return null;
  }
}
