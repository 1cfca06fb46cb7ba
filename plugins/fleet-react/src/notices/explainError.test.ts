import {
  NotAllowedError,
  ResponseError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { explainError } from './explainError';

async function answered(status: number, name: string, message: string) {
  return ResponseError.fromResponse(
    new Response(
      JSON.stringify({
        error: { name, message },
        response: { statusCode: status },
      }),
      { status, headers: { 'content-type': 'application/json' } },
    ),
  );
}

describe('explainError', () => {
  it.each([
    [
      400,
      'InputError',
      'unknown filter key colour',
      'unknown filter key colour',
    ],
    [401, 'AuthenticationError', 'token expired', 'Sign in again'],
    [
      403,
      'NotAllowedError',
      'fleet.cluster.read refused',
      'the permission fleet.cluster.read.',
    ],
    [404, 'NotFoundError', 'no cluster x', 'no cluster x'],
    [
      502,
      'ClusterError',
      'prod-1 does not let Fleet Commander get services',
      'prod-1 does not let Fleet Commander get services',
    ],
    [
      503,
      'ServiceUnavailableError',
      'connection refused',
      'The database is away',
    ],
    [500, 'Error', 'it broke', 'it broke'],
  ])(
    'says cause and next step of a %s',
    async (status, name, message, said) => {
      const error = await answered(status, name, message);
      const explanation = explainError(error, 'the clusters');
      expect(Object.values(explanation).join(' ')).toContain(said);
      expect(explanation.next).not.toBe('');
    },
  );

  it('knows errors by name, and a backend that does not answer', () => {
    expect(explainError(new NotAllowedError('no'), 'the clusters').title).toBe(
      'You may not see the clusters',
    );
    expect(
      explainError(new ServiceUnavailableError('x'), 'the clusters').title,
    ).toBe('The database is away');
    expect(
      explainError(new TypeError('Failed to fetch'), 'the clusters').title,
    ).toContain('gave no answer');
  });
});
