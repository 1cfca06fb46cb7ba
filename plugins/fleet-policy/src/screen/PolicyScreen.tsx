import {
  Stack,
  Tabs,
  useUrlState,
  type FleetScope,
} from '@fleetcommander/backstage-plugin-fleet-react';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Coverage } from '../coverage/Coverage';
import { Exceptions } from '../exceptions/Exceptions';
import { PolicyDrawer } from '../policy/PolicyDrawer';
import { Posture } from '../posture/Posture';
import { PolicyTrendSection } from '../posture/PolicyTrendSection';
import { ResultDrawer } from '../results/ResultDrawer';
import { Results } from '../results/Results';
import type { PolicyView } from './PolicyView';
import { keptSearch } from './views';

/** Policy of the fleet, or of one part of it, view by view; the open one is in the URL. */
export function PolicyScreen(props: {
  scope?: FleetScope;
  /** Above the results. */
  lead?: ReactNode;
}) {
  const { scope, lead } = props;
  const [search, setSearch] = useSearchParams();
  const [policy, setPolicy] = useUrlState('about');
  const [result, setResult] = useUrlState('result');
  const tabs = tabsOf(
    { scope, onOpenPolicy: setPolicy, onOpenResult: setResult },
    lead,
  );

  return (
    <>
      <Tabs
        label="Policy"
        value={search.get('view') ?? tabs[0].key}
        onChange={view => setSearch(keptSearch(search, view))}
        tabs={tabs}
      />
      <ResultDrawer
        id={policy ? undefined : result}
        onClose={() => setResult(undefined)}
        onOpenPolicy={setPolicy}
      />
      <PolicyDrawer id={policy} onClose={() => setPolicy(undefined)} />
    </>
  );
}

interface ScreenTab {
  key: string;
  title: string;
  content: ReactNode;
}

function tabsOf(view: PolicyView, lead: ReactNode): ScreenTab[] {
  const { scope } = view;
  const results = {
    key: 'results',
    title: scope ? 'Fix first' : 'Results',
    content: (
      <Stack>
        {lead}
        <Results {...view} />
      </Stack>
    ),
  };
  const coverage = {
    key: 'coverage',
    title: 'Coverage',
    content: <Coverage {...view} />,
  };
  const trend = {
    key: 'trend',
    title: 'Over time',
    content: <PolicyTrendSection filter={scope && termOf(scope)} />,
  };
  const exceptions = {
    key: 'exceptions',
    title: 'Exceptions',
    content: <Exceptions {...view} />,
  };
  if (!scope) {
    const posture = {
      key: 'posture',
      title: 'Posture',
      content: <Posture />,
    };
    return [posture, coverage, results, exceptions];
  }
  return scope.key === 'cluster'
    ? [results, coverage, trend, exceptions]
    : [results, trend, exceptions];
}

function termOf({ key, value }: FleetScope): string {
  return `${key}=${value}`;
}
