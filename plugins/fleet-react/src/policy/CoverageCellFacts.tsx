import type {
  PolicyCoverageCell,
  PolicyCoverageRow,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { useGridStyles } from '../grid/useGridStyles';
import { KeyValues } from '../layout/KeyValues';
import { Muted } from '../layout/Muted';
import { TimedText } from '../time/TimedText';
import { CoverageBadge } from './CoverageBadge';
import { oncePerPolicy } from './oncePerPolicy';

/** What there is to say about how a policy or control stands on a cluster. */
export function CoverageCellFacts(props: {
  row: PolicyCoverageRow;
  cell: PolicyCoverageCell;
}) {
  const { row, cell } = props;
  const { state, summary, policies, demanded, deviation, failing } = cell;
  const classes = useGridStyles();
  return (
    <>
      <div className={classes.cardTitle}>
        {row.title} on {cell.cluster}
      </div>
      <KeyValues
        items={[
          { key: 'Stands', value: <CoverageBadge state={state} /> },
          { key: '', value: summary && <TimedText text={summary} /> },
          { key: 'Falls short', value: deviation },
          { key: 'Baseline', value: demanded && `at least ${demanded}` },
          ...oncePerPolicy(policies).map(policy => ({
            key: policy.engine,
            value: (
              <span key={`${policy.id} ${policy.word}`}>
                {[policy.kind, policy.name, policy.where].join(' ')}{' '}
                {policy.word && <Muted>({policy.word})</Muted>}
              </span>
            ),
          })),
          {
            key: 'Breaches',
            value: failing > 0 ? failing.toLocaleString() : undefined,
          },
        ]}
      />
    </>
  );
}
