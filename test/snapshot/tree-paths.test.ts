import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeName, splitNul, usablePath } from "../../src/snapshot/tree-paths.ts";

test("names split at NUL come back as they were", () => {
  const name = fc
    .uint8Array({ minLength: 1, maxLength: 20 })
    .map((bytes) => Buffer.from(bytes.filter((byte) => byte !== 0)));
  fc.assert(
    fc.property(fc.array(name.filter((bytes) => bytes.length > 0)), (names) => {
      const output = Buffer.concat(names.flatMap((bytes) => [bytes, Buffer.from([0])]));
      expect(splitNul(output)).toEqual(names);
    }),
  );
});

test.each(["a/../b", "..", "./a", "a//b", "/a", "a/", "", ".git/config", "a/.GIT/hooks", "x/.git"])(
  "%j is no usable path",
  (name) => {
    expect(usablePath(Buffer.from(name))).toBeNull();
  },
);

test.each(["a", "a/b.yml", ".github/windsock.yml", ".gitignore", "a/...", "é\n'\"", " "])(
  "%j is a usable path",
  (name) => {
    expect(usablePath(Buffer.from(name))).toBe(name);
  },
);

test("no usable path leads out of the tree, whatever its bytes, and every refused name prints in ASCII", () => {
  const part = fc.oneof(fc.constantFrom("..", ".", "", ".git", "a"), fc.string());
  fc.assert(
    fc.property(
      fc.array(part).map((parts) => parts.join("/")),
      fc.uint8Array({ maxLength: 3 }),
      (text, bytes) => {
        const name = Buffer.concat([Buffer.from(text), Buffer.from(bytes)]);
        const path = usablePath(name);
        if (path !== null) expect(path.split("/")).not.toEqual(expect.arrayContaining([".."]));
        expect(escapeName(name)).toMatch(/^[ -~]*$/);
      },
    ),
  );
});
