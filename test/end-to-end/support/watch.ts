import { existsSync } from "node:fs";

/** strace, or `null` where the system has none (it is Linux's). */
export const STRACE = ["/usr/bin/strace", "/usr/local/bin/strace"].find((place) => existsSync(place)) ?? null;

/** Processes, and calls that make, change or remove something in a file system or reach a network. */
export const TRACED =
  "execve,execveat,open,openat,openat2,creat,mkdir,mkdirat,rename,renameat,renameat2,unlink,unlinkat,rmdir,link,linkat,symlink,symlinkat,truncate,chmod,fchmodat,chown,fchownat,mknod,mknodat,utimensat,connect,bind";

/** What a traced run did. */
export interface Watched {
  /** The files of the programs that were started. */
  readonly programs: ReadonlySet<string>;
  /** The arguments of each program that was started, as the process list shows them. */
  readonly commands: readonly string[];
  /** The paths that were written, made, changed or removed, from the root. */
  readonly written: ReadonlySet<string>;
  /** The addresses that were reached. */
  readonly reached: ReadonlySet<string>;
}

/** Reads strace's own lines, of `-f -y -s 4096`. Calls that failed with ENOENT on `execve` are look-ups along the PATH. */
export function readTrace(text: string, cwd: string): Watched {
  const [programs, written, reached] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const commands: string[] = [];
  for (const line of joined(text)) {
    const [, call = "", rest = ""] = /^(?:\d+\s+)?(\w+)\((.*)$/.exec(line) ?? [];
    if (call === "" || /\) = -1 E(?:NOENT|EXIST|NOTDIR)/.test(rest)) continue;
    const paths = [...rest.matchAll(/(?:^|[\s(,])(?:(?:AT_FDCWD|\d+)(?:<([^>]*)>)?, )?"((?:[^"\\]|\\.)*)"/g)].map(
      (match) => (match[2]?.startsWith("/") ? match[2] : `${match[1] ?? cwd}/${match[2]}`),
    );
    if (call.startsWith("execve")) {
      programs.add(paths[0] ?? rest);
      commands.push(rest.slice(rest.indexOf("["), rest.lastIndexOf("], 0x") + 1));
    } else if (call === "connect" || call === "bind") {
      const address = /sin6?_port=htons\((\d+)\).*?"([^"]+)"/.exec(rest);
      if (address !== null) reached.add(`${address[2]}:${address[1]}`);
    } else if (!/^(?:open|openat|openat2)$/.test(call) || /O_(?:WRONLY|RDWR|CREAT|TRUNC)/.test(rest)) {
      for (const path of call.startsWith("open") || call.startsWith("creat") ? paths.slice(0, 1) : paths)
        written.add(path);
    }
  }
  return { programs, commands, written, reached };
}

/** Puts calls together that strace tells in two parts (`<unfinished ...>`, `<... openat resumed>`). */
function joined(text: string): string[] {
  const open = new Map<string, string>();
  return text.split("\n").flatMap((line) => {
    const pid = /^\d+/.exec(line)?.[0] ?? "";
    const start = /^(.*) <unfinished \.\.\.>$/.exec(line)?.[1];
    if (start !== undefined) {
      open.set(pid, start);
      return [];
    }
    const end = /^\d+\s+<\.\.\. \w+ resumed>(.*)$/.exec(line)?.[1];
    return end === undefined ? [line] : [`${open.get(pid) ?? ""}${end}`];
  });
}
