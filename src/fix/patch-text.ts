import { createTwoFilesPatch } from "diff";
import type { Fixed } from "./fix-all.ts";

/** The changes as a unified diff that `git apply` takes. */
export const patchText = ({ files }: Fixed): string =>
  [...files]
    .map(([path, { from, before, after }]) => {
      const patch = createTwoFilesPatch(`a/${from}`, `b/${path}`, before, after).replace(/^=+\n/, "");
      if (from === path) return patch;
      const head = `diff --git a/${from} b/${path}\nrename from ${from}\nrename to ${path}\n`;
      return before === after ? head : head + patch;
    })
    .join("");
