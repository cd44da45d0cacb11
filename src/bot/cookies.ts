/** The value of a cookie of a request, or `null`. */
export function cookieOf(header: string | undefined, name: string): string | null {
  for (const part of (header ?? "").split(";")) {
    const [key, ...value] = part.trim().split("=");
    if (key === name && value.length > 0) return value.join("=");
  }
  return null;
}

/**
 * The name of one of our cookies at an address: over HTTPS it has the prefix that keeps other hosts from setting it
 * (https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Set-Cookie).
 */
export const cookieName = (publicUrl: string, name: string): string =>
  publicUrl.startsWith("https:") ? `__Host-windsock-${name}` : `windsock-${name}`;

/**
 * The header that sets a cookie for so many seconds (0 removes it): no script reads it, and no other site's request has it but
 * for a link that a person follows.
 */
export function setCookie(publicUrl: string, name: string, value: string, seconds: number): string {
  const secure = publicUrl.startsWith("https:") ? "; Secure" : "";
  return `${cookieName(publicUrl, name)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}
