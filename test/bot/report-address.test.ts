import fc from "fast-check";
import { expect, test } from "vitest";
import { cookieName, cookieOf, setCookie } from "../../src/bot/cookies.ts";
import { checkAddress, type ReportPlace, reportAddress, reportId } from "../../src/bot/report-address.ts";
import { keysOf, sameText, seal, unseal } from "../../src/bot/sealed.ts";

const { address: key, cookie } = keysOf("a private key");
const DAY = 86_400_000;
const NOW = Date.UTC(2026, 0, 15, 12);
const place: ReportPlace = { publicUrl: "https://windsock.example", key, days: 90 };
const id = reportId(key, 7, "a".repeat(40), "pull/1/main");

const check = (address: string, now = NOW) =>
  checkAddress(key, new URL(address).pathname.split("/").at(-1) ?? "", new URL(address).searchParams, now);

test("a signed address holds for the days that are set, and a week more at most", () => {
  const address = reportAddress(place, id, true, NOW);
  expect(check(address, NOW + 90 * DAY)).toBe("valid");
  expect(check(address, NOW + 97 * DAY)).toBe("expired");
  // The same text for a review that runs again an hour later.
  expect(reportAddress(place, id, true, NOW + 3_600_000)).toBe(address);
});

test("any change of a signed address makes it none", () => {
  const address = reportAddress(place, id, true, NOW);
  const end = address.indexOf("/review/") + "/review/".length;
  fc.assert(
    fc.property(fc.integer({ min: end, max: address.length - 1 }), fc.constantFrom("0", "A", "9", "_"), (at, put) => {
      const changed = address.slice(0, at) + put + address.slice(at + 1);
      // The last character of base64url carries bits that are not looked at by a decoder; here the text itself counts.
      return changed === address || check(changed) === "none";
    }),
  );
  expect(check(reportAddress(place, id, false, NOW))).toBe("none");
  expect(check(reportAddress({ ...place, key: keysOf("another").address }, id, true, NOW))).toBe("none");
});

test("what is sealed is read by its key alone, unchanged, and in time", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(), (value, at) => {
      const sealed = seal(cookie, value, NOW + DAY);
      expect(unseal(cookie, sealed, NOW)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(unseal(cookie, sealed, NOW + DAY)).toBeNull();
      expect(unseal(key, sealed, NOW)).toBeNull();
      const bytes = Buffer.from(sealed, "base64url");
      const place = at % bytes.length;
      bytes[place] = (bytes[place] ?? 0) ^ 1;
      expect(unseal(cookie, bytes.toString("base64url"), NOW)).toBeNull();
    }),
  );
  expect(unseal(cookie, "", NOW)).toBeNull();
  expect([sameText("a", "a"), sameText("a", "b"), sameText("", "a")]).toEqual([true, false, false]);
});

test("over HTTPS a cookie is bound to its host, and is sent over HTTPS alone", () => {
  expect(setCookie("https://windsock.example", "session", "x", 60)).toBe(
    "__Host-windsock-session=x; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure",
  );
  expect(cookieOf("a=1; __Host-windsock-session=x=y", cookieName("https://x", "session"))).toBe("x=y");
  expect(cookieOf(undefined, "a")).toBeNull();
});
