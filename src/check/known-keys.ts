import type { Project } from "../model/project.ts";
import { matchesPattern } from "./match-pattern.ts";

/**
 * Keys of headers that other tools read from the same file: R Markdown and bookdown, Quarto, jupytext and Jupyter
 * (https://quarto.org/docs/reference/formats/html.html, https://rmarkdown.rstudio.com, jupytext's "formats" page).
 */
const DOCUMENT_KEYS = new Set(
  (
    "title subtitle author authors date date-format abstract description keywords categories lang output format formats " +
    "jupyter jupytext kernelspec kernel engine execute editor editor_options toc toc-depth toc_depth number-sections " +
    "bibliography csl link-citations theme css highlight-style fontsize geometry urlcolor linkcolor documentclass " +
    "header-includes include-before-body include-after-body runtime server knit vignette params-from resource_files " +
    "language_info nbformat nbformat_minor papermill draft image"
  ).split(" "),
);

/** True for a key that something else than gusty and Airflow reads: another tool, or as `allow-keys:` says, the project. */
export const isReadElsewhere = (project: Project, key: string): boolean =>
  DOCUMENT_KEYS.has(key) || project.config.allowKeys.some((pattern) => matchesPattern(key, pattern));

/** A key that starts with `x-` or `_`, or is an anchor's home by convention: nobody means gusty by it. */
export const isPrivateKey = (key: string): boolean => /^(_|x-|\.)/.test(key);
