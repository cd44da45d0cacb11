import { expect, test } from "vitest";
import { pythonBody } from "../../src/compare/python-body.ts";

const body = "def run():\n    pass\n";

test.each([
  ["a header", `# ---\n# retries: 1\n# ---\n${body}`, body],
  ["a header without spaces", `#---\n#retries: 1\n#---\n${body}`, body],
  [
    "a shebang before the header",
    `#!/usr/bin/env python\n# ---\n# a: 1\n# ---\n${body}`,
    `#!/usr/bin/env python\n${body}`,
  ],
  ["Windows line ends and a byte order mark", `\uFEFF# ---\r\n# a: 1\r\n# ---\r\n${body.replace(/\n/g, "\r\n")}`, body],
  ["a comment like a fence after the header", `# ---\n# a: 1\n# ---\n# ---\n${body}`, `# ---\n${body}`],
])("the body of a file with %s is what follows", (_, text, expected) => {
  expect(pythonBody(text)).toBe(expected);
});

test.each([
  ["no header", body],
  ["a header that is not closed", `# ---\n# a: 1\n${body}`],
  ["a blank line before the header", `\n# ---\n# a: 1\n# ---\n${body}`],
  ["nothing", ""],
])("the body of a file with %s is all of it", (_, text) => {
  expect(pythonBody(text)).toBe(text);
});
