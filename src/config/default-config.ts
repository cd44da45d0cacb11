import type { Config } from "../model/config.ts";
import { asPath } from "../model/path.ts";

/** What holds for a project that says nothing of itself. */
export const defaultConfig: Config = {
  file: null,
  root: null,
  airflow: null,
  gusty: null,
  versionsFrom: null,
  deployments: [],
  elsewhere: [],
  exclude: [],
  dags: [],
  operators: { roots: null, dependencies: [], catalogues: [] },
  values: new Map(),
  externalDags: [],
  generated: { directory: asPath("generated"), commit: "off" },
  reportOnly: false,
  rules: new Map(),
  paths: [],
  allowKeys: [],
  upgrade: null,
  backfillAbove: 1,
  baseline: null,
  accepted: [],
  ignoreFails: false,
  policies: [],
  gate: "new",
  comment: { when: null, nodes: 40, direction: "LR" },
};
