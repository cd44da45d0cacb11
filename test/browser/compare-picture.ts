import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";

const GOLDEN = resolve(import.meta.dirname, "golden");
/** Where the picture that was made and the difference are put, to be looked at. */
const OUT = resolve(import.meta.dirname, "../../.cache/pictures");

/**
 * Holds a picture (PNG) against the committed `golden/NAME.png`, and gives the share of pixels that differ, from 0 to 1.
 * Pixels that only lie at the edge of a letter or a line do not count, nor do differences of colour below `threshold` (from 0 to
 * 1): another version of the browser draws these a little differently. A picture of another size differs wholly. With `UPDATE_GOLDEN=1` the
 * picture becomes the committed one.
 */
export function differenceFrom(name: string, picture: Buffer, threshold: number): number {
  const file = join(GOLDEN, `${name}.png`);
  if (process.env.UPDATE_GOLDEN === "1") {
    mkdirSync(GOLDEN, { recursive: true });
    writeFileSync(file, picture);
  }
  if (!existsSync(file)) throw new Error(`there is no ${file}: run with UPDATE_GOLDEN=1, and look at it`);
  const [expected, actual] = [PNG.sync.read(readFileSync(file)), PNG.sync.read(picture)];
  const { width, height } = expected;
  if (actual.width !== width || actual.height !== height) {
    keep(`${name}-actual`, picture);
    return 1;
  }
  const difference = new PNG({ width, height });
  const pixels = pixelmatch(expected.data, actual.data, difference.data, width, height, { threshold });
  if (pixels > 0) {
    keep(`${name}-actual`, picture);
    keep(`${name}-difference`, PNG.sync.write(difference));
  }
  return pixels / (width * height);
}

function keep(name: string, picture: Buffer): void {
  mkdirSync(OUT, { recursive: true });
  writeFileSync(join(OUT, `${name}.png`), picture);
}
