/** What a person's browser does: it keeps cookies by host and follows redirects. */
export interface Browser {
  open(address: string): Promise<Response>;
  /** Sends a form. */
  post(address: string, form: URLSearchParams): Promise<Response>;
  /** The address that the last page came from. */
  last(): string;
  /** Every `set-cookie` so far. */
  readonly cookies: readonly string[];
}

/** `places`: where hosts really are, such as a service behind a proxy. */
export function openBrowser(places: Readonly<Record<string, string>> = {}): Browser {
  const jar = new Map<string, Map<string, string>>();
  const seen: string[] = [];
  let last = "";
  const go = async (address: string, form: URLSearchParams | null): Promise<Response> => {
    last = address;
    const { origin, pathname, search } = new URL(address);
    const cookies = jar.get(origin) ?? new Map<string, string>();
    jar.set(origin, cookies);
    const response = await fetch(`${places[origin] ?? origin}${pathname}${search}`, {
      redirect: "manual",
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "), connection: "close" },
      ...(form === null ? {} : { method: "POST", body: form }),
    });
    for (const line of response.headers.getSetCookie()) {
      seen.push(line);
      const [name = "", value = ""] = (line.split(";")[0] ?? "").split("=");
      if (/Max-Age=0(?:;|$)/.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    const location = response.headers.get("location");
    if (location === null) return response;
    await response.body?.cancel();
    return go(new URL(location, address).href, null);
  };
  return { open: (address) => go(address, null), post: go, last: () => last, cookies: seen };
}
