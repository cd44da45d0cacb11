import { spawn } from "node:child_process";
import { join } from "node:path";

/** What a script of this folder answers to a question in JSON, run by `python`. */
export function askPython<T>(python: string, script: string, question: unknown): Promise<T> {
  return new Promise((resolve, reject) => {
    const child = spawn(python, [join(import.meta.dirname, script)]);
    let out = "";
    let err = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err += text;
    });
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve(JSON.parse(out) as T) : reject(new Error(`${script}: ${err.slice(-2000)}`)),
    );
    child.stdin.end(JSON.stringify(question));
  });
}
