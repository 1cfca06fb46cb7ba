export interface FieldError {
  resource: string;
  field?: string;
  code: string;
  message?: string;
}

/** A failure as GitHub's API tells it. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly errors?: readonly FieldError[],
  ) {
    super(message);
  }

  get body(): object {
    return {
      message: this.message,
      ...(this.errors && { errors: this.errors }),
      documentation_url: 'https://docs.github.com/rest',
      status: String(this.status),
    };
  }
}

/** What is not there and what may not be seen look the same. */
export function notFound(): ApiError {
  return new ApiError(404, 'Not Found');
}

export function forbidden(): ApiError {
  return new ApiError(403, 'Resource not accessible by personal access token');
}

export function validationFailed(...errors: FieldError[]): ApiError {
  return new ApiError(422, 'Validation Failed', errors);
}

export function invalidRequest(problem: string): ApiError {
  return new ApiError(422, `Invalid request.\n\n${problem}`);
}
