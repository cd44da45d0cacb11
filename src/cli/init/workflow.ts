/** What stands for the place of the Action until it is known. */
export const ACTION = "OWNER/windsock@VERSION";

const PULL_REQUEST = "  pull_request:\n";

/** GitHub's event for pull requests from forks too, with the reason why it is safe here, for zizmor. */
const TARGET = `  # zizmor: ignore[dangerous-triggers] nothing of the head is checked out or run: Windsock only reads it, by git
  pull_request_target:
`;

/**
 * The workflow that reviews pull requests, as `docs/github.md` has it: those of the repository's own branches, or with
 * `forks` all of them. `action` is what `uses:` names.
 */
export const workflowText = (action: string, forks: boolean): string => `name: Windsock
on:
${forks ? TARGET : PULL_REQUEST}    types: [opened, synchronize, reopened, edited, ready_for_review]
permissions: {}
concurrency:
  group: windsock-\${{ github.event.pull_request.number }}
  cancel-in-progress: true
jobs:
  review:
    name: Review
    runs-on: ubuntu-latest
    timeout-minutes: 15
    permissions:
      contents: read # to fetch both versions
      pull-requests: write # to write the comment
    steps:
      - uses: ${action}
`;
