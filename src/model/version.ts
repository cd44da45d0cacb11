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

/** Versions on which a project may run. `gusty` is a release, or `null` for the newest. */
export interface VersionChoice {
  readonly airflow: AirflowMajor;
  readonly gusty: string | null;
}

/** The versions for which a project is compiled. */
export interface Versions {
  readonly airflow: Pinned & { readonly major: AirflowMajor };
  /** `none`: no gusty runs there, only the generated Python is loaded. */
  readonly gusty: Pinned & { readonly none?: true };
  /** What else it may run on, where no pin tells or pins disagree. Only what is true of all of them is certain. */
  readonly others?: readonly VersionChoice[];
}
