import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isSecretKey,
  maskCommand,
  maskFile,
  maskLoose,
  maskMessage,
  maskPython,
  maskYaml,
} from "../../src/report/mask.ts";

test.each([
  "password",
  "db_password",
  "apiKey",
  "API_KEY",
  "api-key",
  "aws_secret_access_key",
  "token",
  "conn",
  "SLACK_TOKEN",
  "dsn",
  "private_key",
])("%s is the name of a secret", (key) => expect(isSecretKey(key)).toBe(true));

test.each(["postgres_conn_id", "connection_id", "key", "keys", "passenger", "tokenizer", "schedule", "secretary"])(
  "%s is not",
  (key) => expect(isSecretKey(key)).toBe(false),
);

test("addresses lose their password, and well-known tokens go", () => {
  expect(maskLoose("postgresql://me:hunter2@db:5432/x and http://db:5432/x")).toBe(
    "postgresql://me:***@db:5432/x and http://db:5432/x",
  );
  expect(maskLoose(`use ghp_${"a".repeat(36)}`)).toBe("use ***");
});

test("what a command gives is hidden, not the name of a variable", () => {
  expect(maskCommand("run --db-password=hunter2 --token=$TOKEN -x api_key={{ var.value.key }}")).toBe(
    "run --db-password=*** --token=$TOKEN -x api_key={{ var.value.key }}",
  );
  expect(maskPython("bash_command=\"curl -H 'Authorization: Bearer abcdefgh12345'\"")).toContain("Bearer ***");
});

test("expressions in a message are masked as Python", () => {
  expect(maskMessage('It depends on `connect(password="hunter2")`.')).toBe('It depends on `connect(password="***")`.');
});

describe("Python", () => {
  test("string literals under secret keys are hidden, however they are written", () => {
    const source = [
      'Op(password="hunter2", name="x")',
      'x = {"token": "hunter2", "b": ["c"]}',
      'api_key = ("hunter2"',
      '    "hunter2")',
      'conn: str = """hunter2',
      'hunter2"""',
      "# don't stop here",
      'name = "visible"',
    ].join("\n");
    const masked = maskPython(source);
    expect(masked).not.toContain("hunter2");
    expect(masked.split("\n")).toHaveLength(8);
    expect(masked).toContain('name="x"');
    expect(masked).toContain('"b": ["c"]');
    expect(masked).toContain('name = "visible"');
  });

  test("the name under which a secret is read stays", () => {
    expect(maskPython('token=os.environ.get("TOKEN")')).toBe('token=os.environ.get("TOKEN")');
    expect(maskPython('token=os.environ["TOKEN"]')).toBe('token=os.environ["TOKEN"]');
  });
});

describe("YAML", () => {
  test("values of secret keys are hidden to the end of the line, and all that is nested under them", () => {
    const source =
      "password: hunter2 # x\nsecrets:\n  a: hunter2\n  b: |\n    hunter2\nname: x\nflow: {token: hunter2}\ntoken: !env_var TOKEN\n";
    expect(maskYaml(source)).toBe(
      "password: ***\nsecrets:\n  ***\n  ***\n    ***\nname: x\nflow: {token: ***\ntoken: !env_var TOKEN\n",
    );
  });

  test("the header of a .py file is YAML", () => {
    expect(maskFile("a.py", "# ---\n# password: hunter2\n# ---\nx = 1\n")).toBe(
      "# ---\n# password: ***\n# ---\nx = 1\n",
    );
  });
});

test("the number of lines stays, whatever the text", () => {
  const line = fc.constantFrom("password: |", "  x: y", 'token = """', "'", '"', "# a: b", "secret={", "}", "a: b", "");
  fc.assert(
    fc.property(fc.array(line), fc.constantFrom("a.py", "a.yml"), (lines, file) => {
      expect(maskFile(file, lines.join("\n")).split("\n")).toHaveLength(Math.max(1, lines.length));
    }),
  );
});

test("work is linear in the text", () => {
  const texts = [
    "a".repeat(200_000),
    "password:".repeat(20_000),
    "//a:".repeat(50_000),
    "'".repeat(200_000),
    "-".repeat(200_000),
    "token".repeat(40_000),
  ];
  const started = performance.now();
  for (const text of texts) {
    maskFile("a.py", text);
    maskFile("a.yml", text);
  }
  expect(performance.now() - started).toBeLessThan(2000);
});
