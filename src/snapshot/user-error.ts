/** What is wrong with the input or the surroundings, in one line, and what to do. The command line exits with 2. */
export class UserError extends Error {
  readonly hint: string | null;

  constructor(message: string, hint: string | null = null) {
    super(message);
    this.name = "UserError";
    this.hint = hint;
  }
}
