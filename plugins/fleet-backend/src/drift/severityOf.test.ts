import type { DriftKind } from '@fleetcommander/backstage-plugin-fleet-common';
import { severityOf } from './severityOf';

const environments = ['development', 'staging', 'production'];

describe('severityOf', () => {
  it.each<[DriftKind, string, string | undefined, string]>([
    ['failing', '', 'production', 'critical'],
    ['failing', '', 'development', 'medium'],
    ['override', '', 'production', 'high'],
    ['override', '', 'staging', 'medium'],
    ['override', '', undefined, 'medium'],
    ['override', '', 'sandbox', 'medium'],
    ['frozen', 'suspended', 'production', 'medium'],
    ['frozen', 'ignore-rules', 'production', 'low'],
    ['frozen', 'prune', 'production', 'low'],
    ['skew', '', 'production', 'medium'],
    ['skew', 'ahead', 'production', 'high'],
    ['skew', 'ahead', 'staging', 'medium'],
  ])('%s %s in %s is %s', (kind, key, environment, severity) => {
    expect(
      severityOf({ kind, key }, environment, { environments, rules: [] }),
    ).toBe(severity);
  });

  it('goes by the first rule that fits', () => {
    const config = {
      environments,
      rules: [
        {
          kind: 'override' as const,
          environment: 'production',
          severity: 'critical' as const,
        },
        { environment: 'development', severity: 'low' as const },
      ],
    };
    const severity = (kind: DriftKind, environment?: string) =>
      severityOf({ kind, key: '' }, environment, config);
    expect(severity('override', 'production')).toBe('critical');
    expect(severity('override', 'staging')).toBe('medium');
    expect(severity('override')).toBe('medium');
    expect(severity('failing', 'development')).toBe('low');
  });
});
