/**
 * The App that Windsock needs, as GitHub's manifest flow takes it
 * (https://docs.github.com/apps/sharing-github-apps/registering-a-github-app-from-a-manifest). `publicUrl`: the service's address.
 */
export function appManifest(publicUrl: string): Readonly<Record<string, unknown>> {
  return {
    name: `Windsock ${new URL(publicUrl).hostname}`.slice(0, LONGEST_NAME).trim(),
    url: publicUrl,
    description: "Reviews pull requests that change gusty task folders.",
    hook_attributes: { url: `${publicUrl}/webhook`, active: true },
    redirect_url: `${publicUrl}/setup/done`,
    callback_urls: [`${publicUrl}/sign-in/done`],
    public: false,
    default_permissions: PERMISSIONS,
    default_events: EVENTS,
  };
}

/** GitHub takes no longer name of an App. */
const LONGEST_NAME = 34;

/** The App's permissions and events, as docs/bot.md lists them. */
const PERMISSIONS: Readonly<Record<string, "read" | "write">> = {
  checks: "write",
  contents: "write",
  merge_queues: "read",
  metadata: "read",
  pull_requests: "write",
};

const EVENTS: readonly string[] = [
  "check_run",
  "check_suite",
  "issue_comment",
  "merge_group",
  "pull_request",
  "repository",
];
