import { posix, win32 } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { pathInside } from "../../src/cli/tree-place.ts";

test.each([
  ["/home/ada/shop", "/home/ada/shop/dags/orders.py", "dags/orders.py"],
  ["/home/ada/shop", "/home/ada/shop", ""],
  ["/home/ada/shop", "/home/ada/shop/a\\b.yml", "a\\b.yml"],
  ["/home/ada/shop", "/home/ada/shops/a.yml", null],
  ["/home/ada/shop", "/home/ada", null],
  ["/home/ada/shop", "/home/ada/shop/..x/a.yml", "..x/a.yml"],
])("with slashes, from %s the path %s is %s", (root, absolute, expected) => {
  expect(pathInside(root, absolute, posix)).toBe(expected);
});

test.each([
  ["C:\\Users\\Ada\\shop", "C:\\Users\\Ada\\shop\\dags\\orders.py", "dags/orders.py"],
  ["C:\\Users\\Ada\\shop", "c:/users/ada/shop/dags/orders.py", "dags/orders.py"],
  ["C:\\Users\\Ada\\shop", "C:\\Users\\Ada\\shops\\a.yml", null],
  ["C:\\Users\\Ada\\shop", "D:\\Users\\Ada\\shop\\a.yml", null],
  ["C:\\Users\\Ada\\shop", "C:\\Users\\Ada\\shop\\..x\\a.yml", "..x/a.yml"],
  ["\\\\server\\share\\shop", "\\\\server\\share\\shop\\dags\\a.yml", "dags/a.yml"],
])("with backslashes, from %s the path %s is %s", (root, absolute, expected) => {
  expect(pathInside(root, absolute, win32)).toBe(expected);
});

test("what lies inside comes back with slashes, whatever the system's separator", () => {
  const name = fc.stringMatching(/^[a-z][a-z0-9_. -]{0,8}[a-z0-9]$/);
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), (names) => {
      for (const [system, root] of [
        [posix, "/work"],
        [win32, "C:\\work"],
      ] as const) {
        expect(pathInside(root, system.join(root, ...names), system)).toBe(names.join("/"));
        expect(pathInside(system.join(root, ...names, "deeper"), system.join(root, ...names), system)).toBeNull();
      }
    }),
  );
});
