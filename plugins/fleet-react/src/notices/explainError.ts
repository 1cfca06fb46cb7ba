/** An error as a person needs it: what happened and what to do. */
export interface ErrorExplanation {
  title: string;
  cause: string;
  next: string;
}

/** Says what an error of the API means and what to do about it. */
export function explainError(error: Error, what: string): ErrorExplanation {
  const cause = innerMessage(error);
  const permission = cause.match(/\bfleet(?:\.[a-z]+)+/)?.[0];

  switch (statusOf(error)) {
    case 400:
      return {
        title: `The filter for ${what} was not understood`,
        cause,
        next: 'Clear the filters, or correct the address of this page.',
      };
    case 401:
      return {
        title: 'You are no longer signed in',
        cause,
        next: 'Sign in again.',
      };
    case 403:
      return {
        title: `You may not see ${what}`,
        cause: permission ? `It needs the permission ${permission}.` : cause,
        next: 'Ask those who keep the permission policy of this portal.',
      };
    case 404:
      return {
        title: `There is no such thing among ${what}`,
        cause,
        next: 'It may have been deleted, or you may not be allowed to see it.',
      };
    case 502:
      return {
        title: `The cluster did not give out ${what}`,
        cause,
        next: 'Once that is mended in the cluster, try again.',
      };
    case 503:
      return {
        title: 'The database is away',
        cause,
        next: 'Nothing is lost: the portal asks again by itself until it is back.',
      };
    case undefined:
      return {
        title: `The portal’s backend gave no answer about ${what}`,
        cause,
        next: 'Check your network. It is asked again by itself.',
      };
    default:
      return {
        title: `Something went wrong while reading ${what}`,
        cause,
        next: 'It is asked again by itself. If it stays, look into the log of the backend for this message.',
      };
  }
}

function statusOf(error: Error): number | undefined {
  const names: Record<string, number> = {
    InputError: 400,
    AuthenticationError: 401,
    NotAllowedError: 403,
    NotFoundError: 404,
    ClusterError: 502,
    ServiceUnavailableError: 503,
  };
  const status = 'statusCode' in error ? error.statusCode : names[error.name];
  return typeof status === 'number' ? status : undefined;
}

/** The backend's own words, where the error carries them. */
function innerMessage(error: Error): string {
  return error.cause instanceof Error ? error.cause.message : error.message;
}
