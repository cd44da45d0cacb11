import { expect, test } from "vitest";
import { readTrace } from "../end-to-end/support/watch.ts";

test("a trace gives the programs, what was written, and who was reached", () => {
  const trace = [
    '10 execve("/usr/bin/git", ["git", "fetch"], 0x7ff /* 3 vars */) = 0',
    '10 execve("/nowhere/sh", ["sh"], 0x7ff /* 3 vars */) = -1 ENOENT (No such file or directory)',
    '11 openat(AT_FDCWD</run>, "/etc/passwd", O_RDONLY) = 3</etc/passwd>',
    '11 openat(AT_FDCWD</run>, "objects/x", O_WRONLY|O_CREAT, 0666) = 3</run/objects/x>',
    '11 rename("a", "/home/b") = 0',
    '12 mkdirat(5</tmp/y>, "z", 0777 <unfinished ...>',
    "12 <... mkdirat resumed>) = 0",
    '13 unlink("/gone") = -1 ENOENT (No such file or directory)',
    '13 connect(3<socket:[1]>, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("10.0.0.1")}, 16) = 0',
    "",
  ].join("\n");
  const { programs, commands, written, reached } = readTrace(trace, "/cwd");
  expect([...programs]).toEqual(["/usr/bin/git"]);
  expect(commands).toEqual(['["git", "fetch"]']);
  expect([...written]).toEqual(["/run/objects/x", "/cwd/a", "/home/b", "/tmp/y/z"]);
  expect([...reached]).toEqual(["10.0.0.1:443"]);
});
