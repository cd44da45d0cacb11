/** The part of Bottleneck that Octokit's plugins load; the package types only the whole. */
declare module "bottleneck/light.js" {
  export { default } from "bottleneck";
}
