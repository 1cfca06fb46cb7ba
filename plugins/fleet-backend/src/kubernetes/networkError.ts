import { ApiError } from './ApiError';

const tlsCodes = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'EPROTO',
]);

/** The first code along the chain of causes; undici wraps what the socket says. */
function codeOf(error: unknown): string | undefined {
  let current = error as { code?: unknown; name?: unknown; cause?: unknown };
  for (let depth = 0; current && depth < 5; depth += 1) {
    if (typeof current.code === 'string') {
      return current.code;
    }
    if (current.name === 'TimeoutError') {
      return 'TimeoutError';
    }
    current = current.cause as typeof current;
  }
  return undefined;
}

function explain(code: string | undefined, url: URL, seconds: number) {
  const { host, hostname } = url;
  switch (code) {
    case 'ECONNREFUSED':
      return `connection refused by ${host}: the API server is down, or its port is not open to the portal`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `the name ${hostname} cannot be resolved: check the cluster's URL and the portal's DNS`;
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return `no route to ${host}: check network and firewall between the portal and the cluster`;
    case 'TimeoutError':
    case 'ETIMEDOUT':
    case 'UND_ERR_CONNECT_TIMEOUT':
    case 'UND_ERR_HEADERS_TIMEOUT':
    case 'UND_ERR_BODY_TIMEOUT':
      return `no answer from ${host} within ${seconds} s`;
    case 'ECONNRESET':
    case 'EPIPE':
    case 'UND_ERR_SOCKET':
      return `${host} closed the connection`;
    default:
      break;
  }
  if (code && (tlsCodes.has(code) || code.startsWith('ERR_TLS'))) {
    return `the certificate of ${host} is not trusted (${code}): set the cluster's CA, or its server name if it is reached under another one`;
  }
  return undefined;
}

/** Says in words why no answer came, and which kind of failure that is. */
export function networkError(
  error: unknown,
  options: { url: URL; timeoutMs: number; answering?: boolean },
): ApiError {
  if (error instanceof ApiError) {
    return error;
  }
  const code = codeOf(error);
  const seconds = Math.round(options.timeoutMs / 100) / 10;
  const words = explain(code, options.url, seconds);
  const cutShort =
    options.answering && (code === 'UND_ERR_SOCKET' || code === 'ECONNRESET');
  return new ApiError({
    outcome: cutShort ? 'broken-answer' : 'unreachable',
    message: cutShort
      ? `the answer of ${options.url.host} was cut short`
      : words ??
        `${options.url.host} cannot be reached (${code ?? 'unknown cause'})`,
    cause: error,
  });
}
