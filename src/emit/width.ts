/** Columns that a line may take in generated code: Airflow's own and ruff's common choice. */
export const LINE_LENGTH = 100;

/** Ranges of characters that are printed as they are and take one column in every version of Unicode. */
const NARROW: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa1, 0xac],
  [0xae, 0x2ff],
  [0x370, 0x377],
  [0x37a, 0x37f],
  [0x384, 0x38a],
  [0x38e, 0x3a1],
  [0x3a3, 0x482],
  [0x48a, 0x52f],
  [0x1e00, 0x1eff],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x20a0, 0x20bf],
  [0x2190, 0x2319],
  [0x2500, 0x25fc],
  [0x2713, 0x2718],
];

/** Ranges that are printed as they are and take two columns (East Asian wide). */
const WIDE: readonly (readonly [number, number])[] = [
  [0x2705, 0x2705],
  [0x274c, 0x274c],
  [0x3001, 0x3029],
  [0x3041, 0x3096],
  [0x309b, 0x30ff],
  [0x3400, 0x4db5],
  [0x4e00, 0x9fcc],
  [0xac00, 0xd7a3],
  [0xff01, 0xff5e],
  [0x1f680, 0x1f6c5],
  [0x1f600, 0x1f64f],
];

const isIn = (ranges: readonly (readonly [number, number])[], code: number): boolean =>
  ranges.some(([first, last]) => code >= first && code <= last);

/**
 * Columns of one character, or `null` where it is not printed as it is: control, invisible and combining characters,
 * and all whose width depends on who counts.
 */
export function columnsOf(code: number): 1 | 2 | null {
  if (code >= 0x20 && code <= 0x7e) return 1;
  if (isIn(NARROW, code)) return 1;
  return isIn(WIDE, code) ? 2 : null;
}

/** Columns of a line that holds printable characters only. */
export function widthOf(line: string): number {
  let width = 0;
  for (const char of line) width += columnsOf(char.codePointAt(0) ?? 0) ?? 1;
  return width;
}
