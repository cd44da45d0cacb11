/** An answer of GitHub that is no success. */
export class ApiError extends Error {
  readonly status: number;
  readonly errors: unknown[] | undefined;

  constructor(status: number, message: string, errors?: unknown[]) {
    super(message);
    this.status = status;
    this.errors = errors;
  }
}

export const notFound = (): ApiError => new ApiError(404, "Not Found");
export const forbidden = (): ApiError => new ApiError(403, "Resource not accessible by integration");
