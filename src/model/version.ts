import type { Span } from "./span.ts";

/** The Airflow majors for which Windsock compiles. */
export type AirflowMajor = 2 | 3;

/** A version that the project runs on: where it was found, or that nothing says so. */
export interface Pinned {
  /** Full version text such as `2.11.2`, or `null` where nothing pins it. */
  readonly version: string | null;
  /** Where the pin stands; `null` for a default, or a choice of the caller. */
  readonly from: Span | null;
  /** Other pins in the repository that name another version. */
  readonly disagreeing: readonly { readonly version: string; readonly from: Span }[];
}

/** The versions for which a project is compiled. */
export interface Versions {
  readonly airflow: Pinned & { readonly major: AirflowMajor };
  readonly gusty: Pinned;
}
