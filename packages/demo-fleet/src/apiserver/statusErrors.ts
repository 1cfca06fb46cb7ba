/** Names a resource in the words of `Status` errors. */
export interface ErrorSubject {
  group: string;
  plural: string;
  name?: string;
}

export interface StatusCause {
  reason: string;
  message: string;
  field?: string;
}

/** An error that clients get as a `Status` object. */
export class StatusError extends Error {
  readonly name = 'StatusError';

  constructor(
    readonly code: number,
    readonly reason: string,
    message: string,
    private readonly more: {
      subject?: ErrorSubject;
      causes?: StatusCause[];
      retryAfterSeconds?: number;
      /** Where an expired list can be carried on, inconsistently. */
      continue?: string;
    } = {},
  ) {
    super(message);
  }

  get retryAfterSeconds(): number | undefined {
    return this.more.retryAfterSeconds;
  }

  toStatus(): object {
    const { subject, causes, retryAfterSeconds } = this.more;
    const details = {
      ...(subject?.name ? { name: subject.name } : {}),
      ...(subject?.group ? { group: subject.group } : {}),
      ...(subject ? { kind: subject.plural } : {}),
      ...(causes ? { causes } : {}),
      ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    };
    return {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: this.more.continue ? { continue: this.more.continue } : {},
      status: 'Failure',
      message: this.message,
      reason: this.reason,
      ...(Object.keys(details).length ? { details } : {}),
      code: this.code,
    };
  }
}

/** An error that clients get as plain text, as from the layers around the API. */
export class PlainError extends Error {
  readonly name = 'PlainError';

  constructor(
    readonly code: number,
    readonly text: string,
    readonly retryAfterSeconds?: number,
  ) {
    super(text);
  }
}

/** `kustomizations.kustomize.toolkit.fluxcd.io`, or `pods` in the core group. */
export function qualifiedResource(subject: ErrorSubject): string {
  return subject.group ? `${subject.plural}.${subject.group}` : subject.plural;
}

function named(subject: ErrorSubject): string {
  return `${qualifiedResource(subject)} "${subject.name}"`;
}

/** No such resource in a group that the API server itself serves. */
export function noSuchResource(): StatusError {
  return new StatusError(
    404,
    'NotFound',
    'the server could not find the requested resource',
  );
}

/** No such path, as for a group that nobody serves. */
export function pageNotFound(): PlainError {
  return new PlainError(404, '404 page not found\n');
}

export function unauthorized(): StatusError {
  return new StatusError(401, 'Unauthorized', 'Unauthorized');
}

export function notFound(subject: ErrorSubject): StatusError {
  return new StatusError(404, 'NotFound', `${named(subject)} not found`, {
    subject,
  });
}

export function alreadyExists(subject: ErrorSubject): StatusError {
  return new StatusError(
    409,
    'AlreadyExists',
    `${named(subject)} already exists`,
    { subject },
  );
}

export function conflict(subject: ErrorSubject, why?: string): StatusError {
  const reason =
    why ??
    'the object has been modified; please apply your changes to the latest version and try again';
  return new StatusError(
    409,
    'Conflict',
    `Operation cannot be fulfilled on ${named(subject)}: ${reason}`,
    { subject },
  );
}

export function badRequest(message: string): StatusError {
  return new StatusError(400, 'BadRequest', message);
}

export function invalid(
  kind: string,
  subject: ErrorSubject,
  field: string,
  problem: string,
): StatusError {
  const qualified = subject.group ? `${kind}.${subject.group}` : kind;
  return new StatusError(
    422,
    'Invalid',
    `${qualified} "${subject.name ?? ''}" is invalid: ${field}: ${problem}`,
    {
      subject: { ...subject, plural: kind },
      causes: [{ reason: 'FieldValueInvalid', message: problem, field }],
    },
  );
}

export function expired(message: string, continueToken?: string): StatusError {
  return new StatusError(410, 'Expired', message, { continue: continueToken });
}

export function methodNotAllowed(): StatusError {
  return new StatusError(
    405,
    'MethodNotAllowed',
    'the server does not allow this method on the requested resource',
  );
}

export function unsupportedMediaType(accepted: string[]): StatusError {
  return new StatusError(
    415,
    'UnsupportedMediaType',
    `the body of the request was in an unknown format - accepted media types include: ${accepted.join(
      ', ',
    )}`,
  );
}

export function notAcceptable(): StatusError {
  return new StatusError(
    406,
    'NotAcceptable',
    'only the following media types are accepted: application/json',
  );
}
