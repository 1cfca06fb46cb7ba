import type { ClaimDetail } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Section,
  Tabs,
  useUrlState,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { ClaimConditions } from './ClaimConditions';
import { ClaimEventList } from './ClaimEventList';
import { ClaimGraphView } from './ClaimGraphView';
import { ClaimTreeView } from './ClaimTreeView';
import { PullRequestTable } from './PullRequestTable';

/** What a claim is made of, what is said of it, and what changes it. */
export function ClaimTabs(props: { detail: ClaimDetail }) {
  const { claim, conditions, pullRequests } = props.detail;
  const [open, setOpen] = useUrlState('section');

  return (
    <Section title="What it is made of">
      <Tabs
        label="About the claim"
        value={open ?? 'tree'}
        onChange={key => setOpen(key === 'tree' ? undefined : key)}
        tabs={[
          {
            key: 'tree',
            title: `Objects (${claim.total})`,
            content: <ClaimTreeView detail={props.detail} />,
          },
          {
            key: 'graph',
            title: 'Graph',
            content: <ClaimGraphView claim={claim} />,
          },
          {
            key: 'events',
            title: 'Events',
            content: <ClaimEventList claim={claim} />,
          },
          {
            key: 'pull-requests',
            title: `Pull requests (${pullRequests.length})`,
            content: <PullRequestTable pullRequests={pullRequests} />,
          },
          {
            key: 'conditions',
            title: `Conditions (${conditions.length})`,
            content: <ClaimConditions conditions={conditions} />,
          },
        ]}
      />
    </Section>
  );
}
