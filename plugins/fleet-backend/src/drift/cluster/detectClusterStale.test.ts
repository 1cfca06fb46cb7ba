import { detectClusterStale } from './detectClusterStale';

describe('detectClusterStale', () => {
  it.each(['ok', 'pending', 'throttled', 'expired'] as const)(
    'finds nothing in %s',
    outcome => {
      expect(
        detectClusterStale({
          name: 'prod-1',
          hub: false,
          reachability: { outcome },
        }),
      ).toEqual([]);
    },
  );

  it('dates it by the last contact, and leaves time to come back', () => {
    expect(
      detectClusterStale({
        name: 'prod-1',
        hub: false,
        reachability: {
          outcome: 'unreachable',
          since: '2026-01-05T08:01:00Z',
          lastContactAt: '2026-01-05T08:00:00Z',
          message: 'time-out: check the network',
        },
      }),
    ).toMatchObject([
      {
        kind: 'stale',
        summary: 'prod-1 cannot be read, and what is known of it is old.',
        since: '2026-01-05T08:00:00Z',
        opensAt: '2026-01-05T08:05:00.000Z',
        correction: { expected: true },
        remedy: 'time-out: check the network',
      },
    ]);
  });

  it('says that the spokes of a hub are not dead', () => {
    expect(
      detectClusterStale({
        name: 'hub',
        hub: true,
        reachability: { outcome: 'not-signed-in' },
        steers: 12,
      }),
    ).toMatchObject([
      {
        summary: expect.stringMatching(
          /^Hub hub .* 12 applications .* they run on without it\.$/,
        ),
        correction: { expected: false },
      },
    ]);
  });
});
