/** What one request of the fake is about: `GET /repos/{owner}/{repo}/pulls/{pull_number}`, `POST /graphql`, `git info/refs`, `git upload-pack`. */
export interface FakeRequest {
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
  /** The how-manieth request of this operation, from 1. */
  readonly nth: number;
}

/** What goes wrong with one request. `before`: nothing has happened yet; `after`: the effect is there, the answer is not. */
export type Fault =
  | {
      readonly kind: "status";
      readonly when: "before" | "after";
      readonly status: number;
      readonly message?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly kind: "reset"; readonly when: "before" | "after" }
  /** A read is answered as things were before the last write. */
  | { readonly kind: "stale" }
  /** Something else happens on the server first. */
  | { readonly kind: "meanwhile"; readonly act: () => void | Promise<void> }
  /** The answer does not come before `is` holds. */
  | { readonly kind: "until"; readonly is: () => boolean }
  /** The answer comes late; with `after` its effect is there long before. */
  | { readonly kind: "delay"; readonly milliseconds: number; readonly effect?: "before" | "after" };

/** Asked at every request. */
export type FaultHook = (request: FakeRequest) => Fault | null;

/** Each operation that `matches` fails with `fault` the first time, and works from then on. */
export function onceEach(fault: Fault, matches: (request: FakeRequest) => boolean = () => true): FaultHook {
  return (request) => (request.nth === 1 && matches(request) ? fault : null);
}
